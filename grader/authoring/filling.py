"""Parameters that `case.fill` tells apart by the order of `collect_params` alone.

It gives the n-th parameter of a kind and shape the n-th values.  A Block whose author makes, or
names as its attributes, the second of two equal layers first gets them the other way round: right
work would answer something else than the reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from grader.authoring.finding import Finding
from grader.course.loading import Entry
from grader.grading import PRACTICE_SEED, jobs
from grader.grading.references import PATIENT
from grader.judge import answers
from grader.worker.pool import Pool

_TELLS_TWINS = '''

import dataclasses


def telling_twins(probe):
    """The probe, which answers with the kinds that several blocks of a net have."""

    def told(solution, case):
        fill, twins = case.fill, set()

        def filled(net, *inputs):
            fill(net, *inputs)
            known = set()

            def look(block):
                kinds = [f"{name.rsplit('_', 1)[-1]} {p.shape}" for name, p in block.params.items()]
                ours = type(block).__module__.startswith("mxnet.")
                for kind in set(kinds) if ours else kinds:  # MXNet's layers keep their order
                    (twins if kind in known else known).add(kind)

            net.apply(look)
            return net

        case.fill = filled
        probe(solution, case)
        return sorted(twins)

    return told


exercise.checks[:] = [
    dataclasses.replace(check, probe=telling_twins(check.probe)) for check in exercise.checks
]
'''


def twins(entry: Entry, pool: Pool) -> Iterator[Finding]:
    """The checks in which there are such parameters, for an exercise whose reference runs."""
    if ".fill(" not in entry.checks:
        return
    takes = [replace(take, trace=False) for take in jobs.takes(entry, PRACTICE_SEED, ["cpu"])]
    job = replace(jobs.reference_job(entry, takes), checks=entry.checks + _TELLS_TWINS)
    found: dict[str, list[str]] = {}
    for result in pool.submit(job, PATIENT).result().takes:
        if result.answer and result.answer.value and (kinds := answers.plain(result.answer.value)):
            found[result.take.check] = kinds
    if found:
        kinds = " and ".join(next(iter(found.values())))
        yield Finding(
            entry.folder / "checks.py",
            f"{', '.join(found)}: case.fill tells parameters of one kind and shape ({kinds}) apart "
            "by their order, which may be another in right work: let their shapes differ, or fill "
            "the layers one by one",
        )
