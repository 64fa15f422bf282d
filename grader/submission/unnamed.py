"""Files that bear no exercise's name: what they count for, or were perhaps meant for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.language import _
from grader.submission.layout import ARCHIVES, FILES, OTHER_ARCHIVES, shown, suffix_of
from grader.submission.single import listed, of_a_student
from grader.submission.source import Member, Source, Wanted

_LIKELY = (*FILES, ".txt", "")
"""A file that ends so may have been meant for an exercise's: Windows hides `.txt`."""
_MOST_FILES = 64
"""That are looked into."""
_MOST_NOTES = 8


def stand_ins(
    files: Mapping[str, Member], missing: Sequence[Wanted]
) -> tuple[dict[str, Source], list[str]]:
    """Sources for exercises that no file is named after, and what is to be said about them.

    A file stands in for an exercise if it defines all of its stubs and is the only one that does
    so, or the only one that nearly has its name: `Softmax.py`, or `homework.py` for many.
    """
    found: dict[str, list[Source]] = {asked.id: [] for asked in missing}
    notes: list[str] = []
    for name in [name for name in sorted(files) if name.endswith(FILES)][:_MOST_FILES]:
        meant = close(name, list(found))
        asked = [wanted for wanted in missing if wanted.id == meant or not meant]
        source = files[name].load()
        one = of_a_student(Path(name), source, asked)
        notes += [] if source.problem else one.notes
        for exercise in one.sources:
            found[exercise].append(source)
    counts: dict[str, Source] = {}
    for exercise, sources in found.items():
        named = [source for source in sources if close(source.filename, [exercise])]
        if len(named or sources) == 1:
            [counts[exercise]] = named or sources
    by_file: dict[str, list[str]] = {}
    for exercise, source in counts.items():
        by_file.setdefault(source.filename, []).append(exercise)
    said = _(
        "{file} counts for {exercises}, of which it defines all that is asked: {name} would be a "
        "safer name."
    )
    told = [
        said.format(file=shown(name), exercises=listed(exercises), name=f"{exercises[0]}.py")
        for name, exercises in by_file.items()
    ]
    return counts, [*told, *notes]


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
