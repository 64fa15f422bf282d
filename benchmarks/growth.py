"""What a submission costs in a small class and in a large one: time, CPU time and memory."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import pairwise

import msgspec

from benchmarks.measuring import Figure
from benchmarks.metering import Metered
from benchmarks.rivals.ours import Ours
from benchmarks.rivals.workshop import Workshop
from benchmarks.together import Together

AIM = 1.5
"""At most so many times the CPU time of the same probes in one process."""
_MEGABYTE = 2**20


def measure(runs: Mapping[int, Metered], workshop: Workshop, small: Ours) -> list[Figure]:
    """`runs`: what classes cost, by their size, two at least, the smallest first; `small`, of the
    workshop's students, is the class whose probes are run without a grader."""
    figures = []
    for count, run in runs.items():
        figures += [
            Figure(f"a class of {count}", 1000 * run.seconds / count, "ms", "per submission"),
            Figure("  its memory at most", run.memory / _MEGABYTE, "MiB", "all processes together"),
        ]
    for (few, first), (many, last) in pairwise(runs.items()):
        further = (last.seconds - first.seconds) / (many - few)
        between = f"from {few} to {many} submissions"
        figures.append(Figure("each further submission", 1000 * further, "ms", between))
    (few, first), *_, (many, last) = runs.items()
    cpu = (last.cpu - first.cpu) / (many - few)
    between = f"of all processes, from {few} to {many} submissions"
    figures.append(Figure("  its CPU time", 1000 * cpu, "ms", between))
    bare = _together(workshop, small)
    sides = {"probes in one process, traced": bare.traced, "  not traced": bare.untraced}
    for name, seconds in sides.items():
        each = seconds / len(workshop.students)
        ratio = cpu / each
        kept = "met" if ratio <= AIM else "missed"
        figures += [
            Figure(name, 1000 * each, "ms", "CPU time per submission, without starting up"),
            Figure("  CPU time in a class over that", ratio, "", f"aim: at most {AIM}, {kept}"),
        ]
    return figures


def _together(workshop: Workshop, small: Ours) -> Together:
    exercises = [entry.id for entry in workshop.course.entries]
    command = [sys.executable, "-m", "benchmarks.together", small.folder, workshop.course.folder]
    printed = workshop.run([*command, *exercises], workshop.folder)
    return msgspec.json.decode(printed.splitlines()[-1], type=Together)
