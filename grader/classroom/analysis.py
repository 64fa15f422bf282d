"""Item analysis: what a class's results say about the class, and about the checks.

Everything is gathered in one pass that keeps numbers only, never a report.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass

from grader.classroom.discrimination import Discrimination
from grader.classroom.gradebook import Gradebook, Graded
from grader.classroom.marks import Collector, Marks
from grader.language import later
from grader.report import words
from grader.report.record import CheckResult, CheckStatus, ExerciseResult, ExerciseStatus

BINS = 10
"""Bars of the distribution: one for each tenth of the points."""

ENOUGH = 10
"""Of fewer students' results nothing is said."""

_BEYOND_CHANCE = 2.0
"""Standard errors.  Of n results a correlation that is none has one of about 1 / sqrt(n)."""

_FLAT = 1e-9
"""A sum of thirds may miss the border between two tenths by this much."""

Causes = list[tuple[str, int]]
"""Likely causes with their counts, the most frequent first."""


@dataclass(frozen=True)
class Scores:
    """How the points of a class are spread."""

    count: int
    mean: float
    median: float
    deviation: float
    """The standard deviation of these scores, not an estimate for others."""
    least: float
    most: float


@dataclass(frozen=True)
class Item:
    """One check on one device, over the whole class."""

    exercise: str
    check: str
    title: str
    device: str
    hidden: bool
    points: float
    statuses: dict[CheckStatus, int]
    discrimination: float | None
    """Whether those who pass this check do better elsewhere; see `Discrimination`."""
    causes: Causes
    """Of the exercise, in the reports in which this check was lost."""

    @property
    def counted(self) -> int:
        """In how many reports there was something to gain; a skipped check counts for nobody."""
        return sum(self.statuses.values()) - self.statuses.get("skipped", 0)

    @property
    def pass_rate(self) -> float | None:
        """The share of passes; None where the check was skipped throughout."""
        return self.statuses.get("passed", 0) / self.counted if self.counted else None

    @property
    def tried(self) -> int:
        """For how many the check gave a verdict: not for those who never began."""
        return self.counted - self.statuses.get("not_run", 0)

    @property
    def remark(self) -> str:
        """Why an author should look at this check; empty where nothing is odd about it."""
        if self.tried < ENOUGH:
            return ""
        if not self.statuses.get("passed"):
            return later("Nobody passed.")
        least = -_BEYOND_CHANCE / math.sqrt(self.counted)
        if self.discrimination is not None and self.discrimination < least:
            return later("Who passed has less elsewhere, by more than chance.")
        return ""


@dataclass(frozen=True)
class ExerciseAnalysis:
    """One exercise over the whole class."""

    id: str
    title: str
    max_points: float
    scores: Scores
    statuses: dict[ExerciseStatus, int]
    causes: Causes
    items: list[Item]

    @property
    def tried(self) -> bool:
        """Whether anybody handed in what a check could be run on."""
        return any(item.tried for item in self.items)


@dataclass(frozen=True)
class Analysis:
    """One class."""

    title: str
    isolation: str
    """Behind which walls the class was graded; all of them, where not everybody was behind the
    same."""
    marks: Marks
    scores: Scores
    histogram: list[int]
    """Students per tenth of the points; full marks stand in the last."""
    exercises: list[ExerciseAnalysis]


class _ItemSoFar:
    def __init__(self, check: CheckResult) -> None:
        self.check = check.name, check.title, check.device, check.hidden
        self.points = check.max_points
        self.statuses: Counter[CheckStatus] = Counter()
        self.discrimination = Discrimination()
        self.causes: Counter[str] = Counter()

    def add(self, check: CheckResult, rest: float, cause: str | None) -> None:
        self.statuses[check.status] += 1
        self.points = max(self.points, check.max_points)
        if check.status != "skipped":
            self.discrimination.add(rest, passed=check.status == "passed")
        if cause and check.status in words.FAILING:
            self.causes[cause] += 1

    def item(self, exercise: str) -> Item:
        name, title, device, hidden = self.check
        return Item(
            exercise=exercise,
            check=name,
            title=title,
            device=device,
            hidden=hidden,
            points=self.points,
            statuses=dict(self.statuses),
            discrimination=self.discrimination.value(),
            causes=_ranked(self.causes),
        )


class _ExerciseSoFar:
    def __init__(self) -> None:
        self.points: list[float] = []
        self.statuses: Counter[ExerciseStatus] = Counter()
        self.causes: Counter[str] = Counter()
        self.items: dict[tuple[str, str], _ItemSoFar] = {}

    def add(self, exercise: ExerciseResult, total: float) -> None:
        self.points.append(exercise.points)
        self.statuses[exercise.status] += 1
        if exercise.likely_cause:
            self.causes[exercise.likely_cause] += 1
        own: defaultdict[str, float] = defaultdict(float)
        for check in exercise.checks:
            own[check.name] += check.points
        for check in exercise.checks:
            item = self.items.setdefault((check.name, check.device), _ItemSoFar(check))
            item.add(check, total - own[check.name], exercise.likely_cause)


def analyse(gradebook: Gradebook) -> Analysis:
    """Return what the results of a class say, in one pass over `gradebook`."""
    collector = Collector()
    exercises: dict[str, _ExerciseSoFar] = {}
    isolations: dict[str, None] = {}
    for graded in gradebook:
        collector.add(graded)
        isolations[graded.report.isolation] = None
        _add(exercises, graded)
    marks = collector.marks()
    histogram = [0] * BINS
    for row in marks.rows:
        tenth = int(marks.share(row.points) * BINS + _FLAT)
        histogram[min(tenth, BINS - 1)] += 1
    return Analysis(
        title=gradebook.title,
        isolation=" / ".join(isolations),
        marks=marks,
        scores=_scores([row.points for row in marks.rows]),
        histogram=histogram,
        exercises=[
            ExerciseAnalysis(
                id=column.id,
                title=column.title,
                max_points=column.max_points,
                scores=_scores(exercises[column.id].points),
                statuses=dict(exercises[column.id].statuses),
                causes=_ranked(exercises[column.id].causes),
                items=[item.item(column.id) for item in exercises[column.id].items.values()],
            )
            for column in marks.columns
        ],
    )


def _add(exercises: dict[str, _ExerciseSoFar], graded: Graded) -> None:
    for exercise in graded.report.exercises:
        found = exercises.setdefault(exercise.id, _ExerciseSoFar())
        found.add(exercise, graded.report.points)


def _scores(points: list[float]) -> Scores:
    if not points:
        return Scores(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    return Scores(
        count=len(points),
        mean=statistics.fmean(points),
        median=statistics.median(points),
        deviation=statistics.pstdev(points),
        least=min(points),
        most=max(points),
    )


def _ranked(counted: Counter[str]) -> Causes:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
