"""Which of a student's attempts counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from grader.classroom.intake import Attempt, entry, submission
from grader.classroom.records import Stored
from grader.language import _, listed
from grader.submission import Wanted
from grader.submission.layout import shown


def worth_grading(attempts: Iterable[Attempt], counting: str) -> list[Attempt]:
    """Of the attempts in a class's folder, sorted by student and time, those that may count."""
    groups = [
        list(group) for _student, group in groupby(attempts, key=lambda attempt: attempt.student)
    ]
    if counting == "best":
        return [attempt for group in groups for attempt in group]
    return [group[0] if counting == "first" else group[-1] for group in groups]


def left_behind(
    attempts: Iterable[Attempt], counting: str, wanted: Sequence[Wanted]
) -> Iterator[str]:
    """Say whose attempt that counts lacks exercises which another one holds: who hands in again
    what was mended may think that the rest is kept."""
    if counting == "best":
        return
    said = _("{name} counts for {student}, without {exercises}, which {other} holds.")
    for student, group in groupby(attempts, key=lambda attempt: attempt.student):
        own = list(group)
        if len(own) == 1:
            continue
        [counted] = worth_grading(own, counting)
        held = _held(counted, wanted)
        more = {other: _held(other, wanted) - held for other in own if other != counted}
        other = max(more, key=lambda other: len(more[other]))
        if more[other]:
            yield said.format(
                name=entry(counted),
                student=shown(student),
                exercises=listed([asked.id for asked in wanted if asked.id in more[other]]),
                other=entry(other),
            )


def _held(attempt: Attempt, wanted: Sequence[Wanted]) -> set[str]:
    try:
        sources = submission(attempt, wanted).sources
    except Exception:  # noqa: BLE001  (whatever it is, who grades the attempt tells it)
        return set()
    return {name for name, source in sources.items() if not (source.missing or source.problem)}


def counts(attempts: Iterable[tuple[Stored, float]], counting: str) -> list[Stored]:
    """One attempt per student of `attempts`, which are (attempt, its points) sorted by student."""
    chosen = []
    for _student, group in groupby(attempts, key=lambda pair: pair[0].student):
        pairs = list(group)
        if counting == "best":
            chosen.append(max(pairs, key=lambda pair: (pair[1], pair[0].received))[0])
        elif counting == "first":
            chosen.append(min(pairs, key=lambda pair: pair[0].received)[0])
        else:
            chosen.append(max(pairs, key=lambda pair: (pair[0].received, pair[0].id))[0])
    return chosen
