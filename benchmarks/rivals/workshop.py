"""What all graders are given: the kit, the students, a folder, the cores."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks.rivals import environment
from benchmarks.rivals.kit import VARIABLE, Asked, Kit, Part
from benchmarks.rivals.students import Student
from grader.course.loading import Course
from grader.grading.references import References
from grader.sandbox import Isolation, Limits
from grader.worker.client import ENVIRONMENT
from grader.worker.pool import Pool

ROOT = Path(__file__).resolve().parents[2]
SEED = 4
"""Of every grader, so that all draw the same inputs."""
Points = dict[str, float]
"""By student."""

_T = TypeVar("_T")
_R = TypeVar("_R")


class Failed(Exception):
    """A grader did not grade; the message holds its last words."""


@dataclass(frozen=True)
class Workshop:
    """Where the graders work, and what they grade."""

    folder: Path
    course: Course
    kit: Kit
    students: Sequence[Student]

    def first(self, count: int) -> Workshop:
        """The same with the first `count` students only."""
        return replace(self, students=self.students[:count])

    @property
    def cores(self) -> int:
        """How many submissions are graded at once, by graders that take one at a time."""
        return len(os.sched_getaffinity(0))

    @property
    def settings(self) -> dict[str, str]:
        """The environment's variables: every grader gets MXNet with the same settings."""
        paths = {"PYTHONPATH": str(ROOT), VARIABLE: str(self.folder / "kit.msgpack")}
        return {**os.environ, **ENVIRONMENT, **paths}

    def run(self, command: Sequence[object], folder: Path) -> str:
        """What the command prints, run in `folder` with its environment active.  Raises Failed."""
        program, *arguments = map(str, command)
        settings = self.settings
        settings["PATH"] = f"{Path(program).parent}{os.pathsep}{settings['PATH']}"
        done = subprocess.run(
            [program, *arguments],
            cwd=folder,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            words = (done.stderr + done.stdout).strip()[-300:]
            raise Failed(f"{program} ended with status {done.returncode}: {words}")
        return done.stdout

    def at_once(self, action: Callable[[_T], _R], items: Iterable[_T]) -> list[_R]:
        """Apply the action to every item, as many at once as there are cores."""
        with ThreadPoolExecutor(self.cores) as threads:
            return list(threads.map(action, items))

    def python(self, name: str) -> Path:
        """The Python of the environment for the grader `name`.  Raises NotInstalled."""
        return environment.python(name, ROOT / "build" / "benchmarks")


def furnish(
    course: Course, isolation: Isolation, students: Sequence[Student], to: Path
) -> Workshop:
    """A workshop in the folder `to`, with the references' answers to every check."""
    with Pool(isolation, Limits()) as pool:
        references = References(pool, SEED, ["cpu"])
        kit = {
            entry.id: Part(
                entry.checks,
                {
                    take.check: Asked(
                        msgspec.structs.replace(take, trace=False),
                        entry.exercise.named(take.check).points,
                        expectation.answer,
                    )
                    for take, expectation in zip(
                        references.takes(entry), references.expectations(entry), strict=True
                    )
                },
            )
            for entry in course.entries
        }
    (to / "kit.msgpack").write_bytes(msgspec.msgpack.encode(kit))
    return Workshop(to, course, kit, students)
