"""How to run a check of a report again: the command that stands under *Reproduce*."""

from __future__ import annotations

import os.path
from collections.abc import Sequence

from msgspec import Struct

from grader.language import _
from grader.report import words
from grader.report.record import PRACTICE_SEED, CheckResult, Report
from grader.report.safe import quote

DEFAULT_SUBMISSION = "exercises"


class Again(Struct, frozen=True):
    """What the command needs beside the check's name."""

    program: str
    """Empty where no command can: what was graded lies in no file, or nobody knows in which."""
    submission: str
    seed: int | None
    course: str = ""
    """Its folder; empty where the command finds the course by itself."""
    devices: Sequence[str] = ()
    """On which checks ran that have no device of their own."""

    @classmethod
    def of(cls, report: Report, program: str, course: str = "", submission: str = "") -> Again:
        """The same for the checks of `report`, whose reader may have the submission elsewhere."""
        place = submission or report.submission
        return cls(program, place, report.seed, course, report.devices)

    def command(self, exercise: str, check: CheckResult) -> str:
        """Return the shell command for one check; nothing where its inputs are withheld."""
        return " ".join(self.pieces(exercise, check))

    def pieces(self, exercise: str, check: CheckResult) -> list[str]:
        """Return the same command in pieces, between which a line may end."""
        if not self.program or self.seed is None or check.message == _(words.WITHHELD):
            return []
        made = [self.program, "debug", quote(f"{exercise}:{check.name}")]
        if self.seed != PRACTICE_SEED:
            made.append(f"--seed {self.seed}")
        if check.device != "cpu" and check.device in self.devices:
            made.append(f"--device {check.device}")
        if not is_default(self.submission):
            made.append(f"--submission {quote(self.submission)}")
        if self.course:
            made.append(f"--course {quote(self.course)}")
        return made


def is_default(submission: str) -> bool:
    """Whether `submission` is the folder that commands take when none is named."""
    return os.path.normpath(submission) == DEFAULT_SUBMISSION
