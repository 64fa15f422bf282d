"""The answer keys of a course that is handed out: what its references answer, and no source."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from grader.course.loading import Entry, KnownMistake
from grader.grading import Grader, locks, released
from grader.grading.diagnosis import Wrong
from grader.grading.released import Answers
from grader.judge.allowance import ROUNDINGS
from grader.language import LANGUAGES
from grader.worker.client import JobResult
from grader.worker.conversation import TakeResult
from grader.worker.protocol import Loaded, Take


def begin(grader: Grader, entry: Entry) -> None:
    """Start to compute all that the key holds."""
    grader.references.begin(entry)
    grader.references.begin_mistakes(entry)
    for take in _compared(grader, entry):
        grader.references.begin_simplified(entry, take)


def answers(grader: Grader, entry: Entry) -> Answers:
    """The key of one exercise.  Raises ReferenceFailed and CourseError."""
    grader.references.expectations(entry)  # or it raises
    runs = [grader.references.begin(entry).result()]
    runs += [
        grader.references.begin_simplified(entry, take).result()
        for take in _compared(grader, entry)
    ]
    filed = {released.name([done.take for done in run.takes]): _bare(run) for run in runs}
    return Answers(filed, list(_locks(grader, entry)))


def _compared(grader: Grader, entry: Entry) -> list[Take]:
    """The takes that a report may show on smaller inputs."""
    takes = grader.references.takes(entry)
    return [take for take in takes if entry.exercise.named(take.check).judge is None]


def _bare(run: JobResult) -> JobResult:
    """The run without anything that quotes the reference: its lines, what it printed, where it
    raised; and without its inputs but where a report shows them."""
    seen: set[tuple[str, str, int]] = set()
    takes = []
    for done in run.takes:
        place = (done.take.check, done.take.device, done.take.simpler)
        takes.append(_bare_take(done, inputs=place not in seen))
        seen.add(place)
    return dataclasses.replace(run, loaded=Loaded(), detail="", output="", takes=takes)


def _bare_take(done: TakeResult, *, inputs: bool) -> TakeResult:
    answer = done.answer
    if answer:
        failure = answer.failure and replace(answer.failure, message="", frames=[])
        shown = answer.inputs if inputs else []
        answer = replace(answer, failure=failure, inputs=shown)
    return dataclasses.replace(done, answer=answer, detail="", output="", seconds=0.0)


def _locks(grader: Grader, entry: Entry) -> Iterator[locks.Lock]:
    in_languages = {language: entry.mistakes_in(language) for language in LANGUAGES}
    places = grader.references.places(entry)
    mistaken = grader.diagnosis.mistaken(entry)
    for number, (own, wrong) in enumerate(zip(places, mistaken, strict=True)):
        if wrong:
            said = {name: known[number].sentence for name, known in in_languages.items()}
            yield _lock(entry, entry.mistakes[number], said, wrong, own)


def _lock(
    entry: Entry,
    mistake: KnownMistake,
    said: locks.Sentences,
    wrong: Wrong,
    own: Sequence[int],
) -> locks.Lock:
    keys = {i: outcome.key for i, outcome in wrong.items()}
    reach = {i: ROUNDINGS * outcome.slack for i, outcome in wrong.items()}
    salt = hashlib.blake2b(
        msgspec.msgpack.encode([entry.id, mistake.name]), digest_size=hashlib.blake2b.SALT_SIZE
    ).digest()
    return locks.close(said, keys, reach, own, salt)
