"""The checks tried on the reference: their own faults, which would be charged to it.

Whatever else is found runs through the checks, and so it is looked for where these run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from grader.authoring.finding import Finding
from grader.course.loading import Entry
from grader.grading import PRACTICE_SEED, jobs
from grader.grading.references import PATIENT
from grader.grading.translation import named
from grader.judge import answers
from grader.judge.value import Nothing
from grader.worker.conversation import TakeResult
from grader.worker.pool import Pool
from grader.worker.protocol import Failure, Job, Take

_LOOKS_UP = '''
from pydoc import locate

import mxnet

from grader.course import Exercise
from grader.course.own_work import matches

exercise = Exercise("own_work", stubs=[])


@exercise.check(points=1)
def unknown(solution, case):
    """What is listed and is not there."""
    operators = mxnet.operator.get_all_registered_operators()
    return [
        name
        for name in {own_work!r}
        if not (locate(name) if "." in name else any(matches(one, name) for one in operators))
    ]
'''


def rehearse(entry: Entry, pool: Pool) -> list[Finding]:
    """What keeps the reference from being run, one finding for each check."""
    return list(_own_work(entry, pool) or _checks(entry, pool).values())


def _own_work(entry: Entry, pool: Pool) -> list[Finding]:
    """Names in `own_work` that are nothing of MXNet's."""
    listed = entry.exercise.own_work
    if not listed:
        return []
    checks = _LOOKS_UP.format(own_work=list(listed))
    job = Job(entry.id, "own_work.py", "", checks, [Take("unknown", 0)])
    [result] = pool.submit(job, PATIENT).result().takes
    assert result.answer is not None
    assert result.answer.value is not None, result.answer.failure
    return [
        Finding(
            entry.folder / "checks.py",
            f"own_work lists {name!r}, and MXNet has no such "
            f"{'function' if '.' in name else 'operator'}: mend the name",
        )
        for name in answers.plain(result.answer.value)
    ]


def _checks(entry: Entry, pool: Pool) -> Mapping[str, Finding]:
    """By check, what was found first."""
    takes = [replace(take, trace=False) for take in jobs.takes(entry, PRACTICE_SEED, ["cpu"])]
    compared = [take for take in takes if not entry.exercise.named(take.check).judge]
    takes += [replace(take, dtype="float64") for take in compared]  # as for the allowance
    job = jobs.reference_job(entry, takes)
    # As one of the solution's own files, so that a failure names its lines, too.
    run = pool.submit(replace(job, siblings={"checks.py": entry.checks}), PATIENT).result()
    if run.loaded is None:
        return {"": Finding(entry.folder / "reference.py", run.detail)}
    if run.loaded.failure:
        return {"": _told(entry, run.loaded.failure)}
    found: dict[str, Finding] = {}
    for result in run.takes:
        for one in _faults(entry, result):
            found.setdefault(result.take.check, one)
    return found


def _faults(entry: Entry, result: TakeResult) -> Iterator[Finding]:
    name = result.take.check
    if result.answer is None:
        said = f"{name}: {result.detail}: mend it here, or in checks.py"
        yield Finding(entry.folder / "reference.py", said)
    elif result.answer.failure:
        yield _told(entry, result.answer.failure, f"{name}: ")
    elif isinstance(result.answer.value, Nothing):
        yield Finding(
            entry.folder / "checks.py", f"{name} returns None: return something of the result"
        )


def _told(entry: Entry, failure: Failure, before: str = "") -> Finding:
    """The exception, with its innermost line in the reference or in the checks."""
    if not failure.frames:
        return Finding(entry.folder / "checks.py", f"{before}{named(failure)}")
    place = failure.frames[-1]
    path = entry.folder / (place.file or "reference.py")
    return Finding(path, f"line {place.line}: {before}{named(failure)}")
