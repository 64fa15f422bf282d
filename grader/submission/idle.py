"""Files that count for nothing: what they were perhaps meant for, told before somebody despairs."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.language import _, some
from grader.spelling import plain
from grader.submission.layout import ARCHIVES, OTHER_ARCHIVES, exercise_of, shown, suffix_of
from grader.submission.source import Submission, Wanted
from grader.submission.unnamed import Stranger, close
from grader.submission.work import code, definitions, filled

_LIKELY = (
    *(".py", ".ipynb", ".txt", ""),
    *(".doc", ".docx", ".odt", ".rtf", ".pdf", ".html"),
)
"""A file that ends so may have been meant for an exercise's: Windows hides `.txt`."""
_MOST_NOTES = 8
_MOST_NAMES = 4
_MOST_DEFINED = 2000
"""Names that are compared with the stubs': as many as an MiB holds would take half a minute."""


def notes(
    submission: Submission,
    others: Iterable[str],
    strangers: Sequence[Stranger],
    wanted: Sequence[Wanted],
) -> list[str]:
    """What is to be said where an exercise has no file: about the strangers, and `others` that
    are no code."""
    sources = submission.sources
    missing = [asked for asked in wanted if sources[asked.id].missing and not asked.unasked]
    if not missing:
        return []
    counting = [source for source in sources.values() if not source.missing]
    imported = {name for source in counting for name in submission.named_by(source)}
    used = imported | {source.filename for source in counting}
    # What holds all of an exercise is told where it is decided that it does not count.
    told = {s.name for s in strangers if any(s.holds(asked) for asked in wanted)}
    idle = [stranger for stranger in strangers if stranger.name not in used | told]
    names = {*others, *(stranger.name for stranger in idle)} - used - told
    ids = [asked.id for asked in missing]
    misses = _near_misses(names, ids)
    alike = _alike([s for s in strangers if s.name not in imported], wanted, ids)
    found = misses | alike
    if not counting and any(asked.stubs for asked in wanted):
        found = {stranger.name: _idle(stranger, ids[0]) for stranger in idle} | found
    return [*list(found.values())[:_MOST_NOTES], *_in_anothers(submission, wanted, missing)]


def _near_misses(names: Iterable[str], missing: Sequence[str]) -> dict[str, str]:
    """By the names of files that are close to an exercise's."""
    notes = {}
    for name in sorted(names):
        suffix = Path(name).suffix.lower()
        if suffix_of(name) in (*ARCHIVES, *OTHER_ARCHIVES):
            said = _(
                "{file} is an archive within the submission: it was not opened. Hand in its files "
                "themselves, or everything in one .zip or .tar.gz."
            )
            notes[name] = said.format(file=shown(name))
        elif suffix in _LIKELY and (meant := close(name, missing)):
            file = f"{meant}{'.ipynb' if suffix == '.ipynb' else '.py'}"
            if name.rpartition("/")[2] != file:  # or else it lies in one of several folders
                said = _("{file} is not an exercise's file: was it meant to be {meant}?")
                notes[name] = said.format(file=shown(name), meant=file)
    return notes


def _alike(
    strangers: Sequence[Stranger], wanted: Sequence[Wanted], missing: Sequence[str]
) -> dict[str, str]:
    """By the names that files define, which are nearly a stub's."""
    if sum(len(stranger.defined) for stranger in strangers) > _MOST_DEFINED:
        return {}
    asked_for = {stub for asked in wanted for stub in asked.stubs}
    notes = {}
    for stranger in strangers:
        own = {plain(name): name for name in stranger.defined if name not in asked_for}
        for asked in wanted:
            for stub in asked.stubs if asked.id in missing else ():
                near = difflib.get_close_matches(plain(stub), own, n=1, cutoff=0.85)
                if near and stub not in stranger.defined:
                    said = _(
                        "{file} defines {found}, but the exercise {exercise} asks for {name}: keep "
                        "the stub's name."
                    )
                    fields = {"found": own[near[0]], "exercise": asked.id, "name": stub}
                    notes[stranger.name] = said.format(file=shown(stranger.name), **fields)
    return notes


def _idle(stranger: Stranger, exercise: str) -> str:
    """Where nothing counts at all, why this file does not."""
    if stranger.source.problem:
        return stranger.source.problem
    said = _("{file} counts for no exercise, for it defines no function and no class.")
    if stranger.defined:
        said = _(
            "{file} counts for no exercise: of none does it define all that is asked, but only "
            "{names}. Keep the stubs' names, or name the file after its exercise, such as {name}."
        )
    names = some([shown(name) for name in stranger.defined], _MOST_NAMES)
    return said.format(file=shown(stranger.name), names=names, name=f"{exercise}.py")


def _in_anothers(
    submission: Submission, wanted: Sequence[Wanted], missing: Sequence[Wanted]
) -> list[str]:
    """Work on one exercise in another's file."""
    notes = []
    for own in wanted:
        source = submission.sources[own.id]
        if exercise_of(source.filename) != own.id or source.missing:
            continue
        spelled = [asked for asked in missing if all(stub in source.code for stub in asked.stubs)]
        defined = definitions(code(source)) if spelled else {}  # most are not, at no cost
        for asked in spelled:
            shared = {stub for other in wanted if other is not asked for stub in other.stubs}
            whole = defined.keys() >= set(asked.stubs) and not shared.issuperset(asked.stubs)
            if whole and filled(defined, asked):
                said = _(
                    "{file} also defines what {exercise} asks for, but counts for {own} only: put "
                    "that into {name}."
                )
                fields = {"exercise": asked.id, "own": own.id, "name": f"{asked.id}.py"}
                notes.append(said.format(file=source.filename, **fields))
    return notes
