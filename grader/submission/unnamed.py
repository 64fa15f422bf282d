"""Files that bear no exercise's name: what they count for, or were perhaps meant for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.language import _
from grader.submission.choice import of_two
from grader.submission.layout import ARCHIVES, OTHER_ARCHIVES, shown, suffix_of
from grader.submission.single import asking_for, listed
from grader.submission.source import Member, Source, Wanted, is_code
from grader.submission.work import Statement, code, definitions, filled

_LIKELY = (".py", ".ipynb", ".txt", "")
"""A file that ends so may have been meant for an exercise's: Windows hides `.txt`."""
_MOST_FILES = 64
"""That are looked into."""
_MOST_NOTES = 8


@dataclass(frozen=True)
class _Stranger:
    """A file that bears no exercise's name, and what it defines."""

    name: str
    member: Member
    code: list[Statement]
    defined: Mapping[str, Statement]
    kind: int
    """The same for files with the same code."""

    def holds(self, asked: Wanted) -> bool:
        """Whether it defines all stubs of the exercise."""
        return bool(asked.stubs) and self.defined.keys() >= set(asked.stubs)


def stand_ins(
    files: Mapping[str, Member], wanted: Sequence[Wanted], sources: Mapping[str, Source]
) -> tuple[dict[str, Source], list[str]]:
    """Sources for exercises of which `sources` has none, or the untouched stub; and what is to be
    said about the `files`, which bear no exercise's name.

    A file stands in for an exercise if it defines all of its stubs and is the only one that does
    so, or the only one that nearly has its name: `Softmax.py`, or `homework.py` for many.
    """
    strangers = _strangers(files)
    vacant = [asked for asked in wanted if _is_vacant(asked, sources[asked.id], strangers)]
    fitting, notes = _fitting(strangers, vacant)
    counts: dict[str, Source] = {}
    unclear: dict[tuple[str, ...], list[str]] = {}
    for asked in vacant:
        best = _best(asked, fitting[asked.id], missing=sources[asked.id].missing)
        if len(best) == 1:
            counts[asked.id] = best[0].member.load()
        elif _are_a_pair(best):
            counts[asked.id], more = of_two(asked, best[1].member, best[0].member)
            notes += more
        elif best:
            unclear.setdefault(tuple(stranger.name for stranger in best), []).append(asked.id)
    for asked in wanted:
        if asked not in vacant:
            notes += _passed_over(asked, sources[asked.id], strangers)
    told = {source.filename for source in counts.values()}.union(*unclear)
    missing = [exercise for exercise in sources if sources[exercise].missing]
    missing = [exercise for exercise in missing if exercise not in counts]
    misses = near_misses([name for name in files if name not in told], missing)
    notes = [*_standing_in(counts), *_unclear(unclear), *notes, *misses]
    return counts, list(dict.fromkeys(notes))


def _strangers(files: Mapping[str, Member]) -> list[_Stranger]:
    """Those that can be read."""
    found: list[_Stranger] = []
    kinds: dict[tuple[Statement, ...], int] = {}
    for name in [name for name in sorted(files) if is_code(name)][:_MOST_FILES]:
        source = files[name].load()
        if not source.problem:
            held = code(source)
            kind = kinds.setdefault(tuple(held), len(kinds))
            found.append(_Stranger(name, files[name], held, definitions(held), kind))
    return found


def _is_vacant(asked: Wanted, source: Source, strangers: Sequence[_Stranger]) -> bool:
    if source.missing or source.problem:
        return source.missing
    held = any(stranger.holds(asked) for stranger in strangers)
    return held and not filled(definitions(code(source)), asked)


def _fitting(
    strangers: Sequence[_Stranger], vacant: Sequence[Wanted]
) -> tuple[dict[str, list[_Stranger]], list[str]]:
    """The files that define what is asked, by exercise; and why others count for none."""
    fitting: dict[str, list[_Stranger]] = {asked.id: [] for asked in vacant}
    notes: list[str] = []
    for stranger in strangers:
        meant = close(stranger.name, list(fitting))
        asked_for = [asked for asked in vacant if asked.id == meant or not meant]
        ids, more = asking_for(stranger.defined.keys(), shown(stranger.name), asked_for)
        notes += more
        for exercise in ids:
            fitting[exercise].append(stranger)
    return fitting, notes


def _best(asked: Wanted, fitting: Sequence[_Stranger], *, missing: bool) -> list[_Stranger]:
    """Those with work in them, or else, where no file bears the name, all; of these those with
    nearly the name, or else all; of twins one."""
    best = [stranger for stranger in fitting if filled(stranger.defined, asked)]
    best = best or (list(fitting) if missing else [])
    best = [stranger for stranger in best if close(stranger.name, [asked.id])] or best
    return list({stranger.kind: stranger for stranger in reversed(best)}.values())[::-1]


def _passed_over(asked: Wanted, counts: Source, strangers: Sequence[_Stranger]) -> list[str]:
    """Files that nearly have the exercise's name, and other work on it than the one that counts."""
    near = [
        stranger
        for stranger in strangers
        if stranger.holds(asked)
        and close(stranger.name, [asked.id])
        and filled(stranger.defined, asked)
    ]
    held = code(counts) if near else []
    said = _("{file} is passed over: {counts} counts for {exercise}.")
    return [
        said.format(file=shown(stranger.name), counts=counts.filename, exercise=asked.id)
        for stranger in near
        if stranger.code != held
    ]


def _are_a_pair(best: Sequence[_Stranger]) -> bool:
    """Whether they are a notebook and a file of one name."""
    names = [stranger.name for stranger in best]
    stem = names[0].rpartition(".")[0] if names else ""
    return names == [f"{stem}.ipynb", f"{stem}.py"]


def _standing_in(counts: Mapping[str, Source]) -> list[str]:
    by_file: dict[str, list[str]] = {}
    for exercise, source in counts.items():
        by_file.setdefault(source.filename, []).append(exercise)
    said = _(
        "{file} counts for {exercises}, of which it defines all that is asked: {name} would be a "
        "safer name."
    )
    return [
        said.format(file=shown(name), exercises=listed(exercises), name=f"{exercises[0]}.py")
        for name, exercises in by_file.items()
    ]


def _unclear(files: Mapping[tuple[str, ...], Sequence[str]]) -> list[str]:
    said = _(
        "{files} all define what {exercises} asks for, so none of them counts: name the right one "
        "{name}."
    )
    return [
        said.format(
            files=listed([shown(name) for name in names[:_MOST_NOTES]]),
            exercises=listed(exercises),
            name=f"{exercises[0]}.py",
        )
        for names, exercises in files.items()
    ]


def near_misses(files: Sequence[str], missing: Sequence[str]) -> list[str]:
    """Files that were perhaps meant to be an exercise's, told before somebody despairs."""
    notes = []
    for name in sorted(files) if missing else []:
        suffix = Path(name).suffix.lower()
        if suffix_of(name) in (*ARCHIVES, *OTHER_ARCHIVES):
            said = _("{file} is an archive within the submission: it was not opened.")
            notes.append(said.format(file=shown(name)))
        elif suffix in _LIKELY and (meant := close(name, missing)):
            file = f"{meant}{'.ipynb' if suffix == '.ipynb' else '.py'}"
            said = _("{file} is not an exercise's file: was it meant to be {meant}?")
            notes.append(said.format(file=shown(name), meant=file))
    return notes[:_MOST_NOTES]


def close(name: str, exercises: Sequence[str]) -> str:
    """The exercise that `Square.py.txt` or `sqaure (1).py` was perhaps meant for; or nothing."""
    stem = name.partition(".")[0].lower()
    return next(iter(difflib.get_close_matches(stem, exercises, n=1, cutoff=0.7)), "")
