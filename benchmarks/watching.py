"""`grader watch`, warm: from a save to the verdict's line, of one exercise in the whole course."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from benchmarks.measuring import Figure
from grader.course.loading import Course

EXERCISE, AIM = "softmax", 200
"""At most so many milliseconds."""
PAUSE = 0.1
"""Seconds between a verdict and the next save: somebody who types."""


def measure(course: Course, folder: Path, *, rounds: int) -> list[Figure]:
    """Saves as editors make them, by moving a new file in the old one's place: finished work, and
    work with a mistake, which is explained and shown on a small case too."""
    exercises = folder / "watched"
    exercises.mkdir()
    for entry in course.entries:
        (exercises / entry.filename).write_text(entry.reference, encoding="utf-8")
    entry = course.entry(EXERCISE)
    versions = {
        "right": entry.reference,
        "wrong": f"{entry.reference}\n\n{entry.mistakes[0].patch}\n",
    }
    watch = [sys.executable, "-m", "grader", "watch", str(exercises)]
    command = [*watch, "--course", str(course.folder)]
    milliseconds: dict[str, list[float]] = {name: [] for name in versions}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout is not None
        try:
            for _ in course.entries:
                watching.stdout.readline()
            for turn in range(rounds + 1):
                for name, text in versions.items():
                    time.sleep(PAUSE)
                    taken = _saved(exercises / entry.filename, f"{text}# {turn}\n", watching.stdout)
                    if turn:
                        milliseconds[name].append(1000 * taken)
        finally:
            watching.terminate()
    medians = {name: statistics.median(found) for name, found in milliseconds.items()}
    kept = "met" if max(medians.values()) <= AIM else "missed"
    return [
        Figure(f"grader watch: {EXERCISE} from save to verdict", medians["right"], "ms"),
        Figure("  the same with a mistake", medians["wrong"], "ms", f"aim: at most {AIM}, {kept}"),
    ]


def _saved(path: Path, text: str, lines: IO[str]) -> float:
    """The seconds between the save and the line with the verdict."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    partial.replace(path)
    while line := lines.readline():
        if f" {EXERCISE}: " in line:
            return time.perf_counter() - began
    raise SystemExit("grader watch ended before it gave a verdict.")
