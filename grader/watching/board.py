"""The board: what is known of each exercise, and which one is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from grader.course.loading import Course, Entry
from grader.report.record import ExerciseResult
from grader.submission import Source, Submission


@dataclass(frozen=True)
class Content:
    """What a verdict on one exercise depends on: its file, and the helpers that the file names."""

    source: Source
    siblings: dict[str, str]

    @classmethod
    def of(cls, submission: Submission, exercise: str) -> Content:
        """What `submission` holds for `exercise`."""
        source = submission.sources[exercise]
        return cls(source, submission.named_by(source))


@dataclass(frozen=True)
class Verdict:
    """A result, and what it is about."""

    result: ExerciseResult
    content: Content
    at: datetime
    """When it was given, in local time."""
    seconds: float
    """What grading took."""


@dataclass(frozen=True)
class Changed:
    """Exercises of which a save changed something, in the course's order."""

    themselves: list[str]
    """Their own files."""
    by_helpers: list[str]
    """Only files that they name."""


@dataclass
class Board:
    """Every exercise's newest verdict."""

    course: Course
    path: str
    """What is watched, as it was named."""
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    contents: dict[str, Content] = field(default_factory=dict)
    """What was saved last."""
    grading: dict[str, float] = field(default_factory=dict)
    """The exercises that are being graded, or wait for it, and for how many seconds."""
    current: str = ""
    said: str = ""
    """A hint, or what is wrong with the folder; shown above the verdict."""
    notes: list[str] = field(default_factory=list)
    """Remarks on the files, such as two of them for one exercise."""
    comparing: bool = False
    """Whether the reference is to stand beside the student's own code."""

    def saved(self, submission: Submission) -> Changed:
        """Take in what was saved."""
        changed = Changed([], [])
        for entry in self.course.entries:
            if entry.id not in submission.sources:
                continue
            content = Content.of(submission, entry.id)
            before = self.contents.get(entry.id)
            if before is None or content.source != before.source:
                changed.themselves.append(entry.id)
            elif content.siblings != before.siblings:
                changed.by_helpers.append(entry.id)
            self.contents[entry.id] = content
        self.notes = submission.notes
        self.said = ""
        return changed

    def turn(self, exercise: str) -> None:
        """Look at `exercise` from now on."""
        self.current, self.said, self.comparing = exercise, "", False

    def turn_to_open(self, exercises: Iterable[str] | None = None) -> None:
        """Look at the first of `exercises`, or of those after the current one, that is open."""
        ids = self.watched
        behind = ids.index(self.current) + 1 if self.current in ids else 0
        candidates = list(exercises or [*ids[behind:], *ids[:behind]])
        is_open = [name for name in candidates if not self.done(name)]
        if candidates:
            self.turn((is_open or candidates)[0])

    @property
    def watched(self) -> list[str]:
        """The exercises there are files for, or should be, in the course's order."""
        return [entry.id for entry in self.course.entries if entry.id in self.contents]

    @property
    def verdict(self) -> Verdict | None:
        """The current exercise's newest; perhaps on a version that is not the newest."""
        return self.verdicts.get(self.current)

    @property
    def entry(self) -> Entry:
        """The current exercise."""
        return self.course.entry(self.current)

    def done(self, exercise: str) -> bool:
        """Whether every check passed."""
        verdict = self.verdicts.get(exercise)
        return verdict is not None and verdict.result.status == "done"
