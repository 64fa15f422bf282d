"""Every file in `submissions/` gets its declared verdict.

Hostile files are graded beside honest ones, in the worker that the other tests use too, so that
damage which one of them does shows in another's verdict.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from rich.console import Console

from grader.course.loading import load
from grader.grading import Grader
from grader.grading.job_cache import JobCache
from grader.grading.jobs import wanted
from grader.report import jsonfile, terminal
from grader.report.html import page
from grader.report.record import ExerciseResult, Report
from grader.sandbox import Limits
from grader.submission import read
from grader.worker.pool import Pool
from tests.hurrying import Hurried

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SUBMISSIONS = HERE / "submissions"
ALTERNATIVES = HERE / "alternatives"
EXAMPLES = ROOT / "examples" / "submissions"
CORE = ("softmax", "sgd", "dropout", "xavier", "centered_layer", "my_dense", "hybrid_net")
HURRY = Limits(seconds=2.0)
"""For what is wrong."""


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of `verdicts.toml`; the head of that file says what each entry means."""

    tries: str
    status: list[str]
    max_share: float
    min_share: float = 0.0
    says: str = ""


VERDICTS = msgspec.convert(
    tomllib.loads((SUBMISSIONS / "verdicts.toml").read_text(encoding="utf-8")), dict[str, Verdict]
)
COURSE = load(ROOT / "solutions")
IDS = [entry.id for entry in COURSE.entries]
WANTED = wanted(COURSE)


@pytest.fixture(scope="module")
def grade(pool: Pool, cache: JobCache) -> Callable[..., Report]:
    """Grade a folder or a file, if need be in a hurry."""
    hurried: Any = Hurried(pool, HURRY)
    graders = {True: Grader(COURSE, hurried, cache=cache), False: Grader(COURSE, pool, cache=cache)}
    return lambda path, hurry=False: graders[hurry].grade(read(path, WANTED))


def _name(path: Path) -> str:
    return f"{path.relative_to(SUBMISSIONS)}{'/' if path.is_dir() else ''}"


def _handed_in(path: Path, folder: Path) -> Path:
    """A copy of `path` under the name that its exercise asks for."""
    if path.is_dir():
        return path
    folder.mkdir()
    return Path(shutil.copy(path, folder / f"{path.parent.name}.py"))


def _paths(folder: Path, names: Any) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", [pytest.param(folder / name, id=name) for name in names])


def _result(report: Report, exercise: str) -> ExerciseResult:
    return next(result for result in report.exercises if result.id == exercise)


def _told(result: ExerciseResult) -> str:
    """All that the report says about an exercise."""
    return "\n".join(
        [
            result.message,
            result.likely_cause or "",
            *result.notes,
            *(text for check in result.checks for text in (check.message, check.hint)),
        ]
    )


def _explain(result: ExerciseResult) -> str:
    checks = [f"  {c.name} {c.status} {c.points:g}: {c.message[:200]}" for c in result.checks]
    return "\n".join([f"{result.status} {result.points:g}: {result.message}", *checks])


@_paths(SUBMISSIONS, VERDICTS)
def test_verdict(path: Path, grade: Callable[..., Report], tmp_path: Path) -> None:
    """Faulty and hostile work gets the declared verdict, in a report that can be shown."""
    verdict = VERDICTS[_name(path)]
    report = grade(_handed_in(path, tmp_path / "handed in"), hurry=True)
    result = _result(report, path.parent.name)
    share = result.points / result.max_points
    assert result.status in verdict.status, _explain(result)
    assert verdict.min_share <= share <= verdict.max_share, _explain(result)
    assert verdict.says in _told(result), _explain(result)
    assert len(result.checks) > 1, "the record has the same shape whatever went wrong"

    jsonfile.write(report, tmp_path / "report.json")
    console = Console(file=io.StringIO(), width=80)
    terminal.render(report, console, detail="all")
    page.write(report, tmp_path / "report.html")
    assert "\x1b" not in console.file.getvalue()


@pytest.mark.parametrize(
    ("folder", "statuses"),
    [
        ("finished", {"done": 26}),
        ("half-finished", {"partly": 3, "failed": 1, "done": 3, "not_started": 19}),
        ("faulty", {"borrowed": 1, "error": 3, "failed": 1, "partly": 2, "not_started": 19}),
    ],
)
def test_examples(folder: str, statuses: dict[str, int], grade: Callable[..., Report]) -> None:
    """The examples show a newcomer every kind of result but a missing file."""
    report = grade(EXAMPLES / folder, hurry=folder == "faulty")
    assert Counter(result.status for result in report.exercises) == statuses


@pytest.mark.parametrize("file", ["ada.py", "ada.ipynb"])
def test_the_whole_course_in_one_file(
    file: str, grade: Callable[..., Report], tmp_path: Path
) -> None:
    """Of names that several exercises ask for, each definition counts for its own."""
    texts = [(EXAMPLES / "finished" / f"{name}.py").read_text(encoding="utf-8") for name in IDS]
    texts = [text.replace("from __future__ import annotations\n", "") for text in texts]
    cells = [{"cell_type": "code", "source": text} for text in texts]
    notebook = json.dumps({"nbformat": 4, "cells": cells})
    (tmp_path / file).write_text(notebook if file.endswith(".ipynb") else "\n".join(texts))
    report = grade(tmp_path / file)
    assert {result.id: result.status for result in report.exercises} == dict.fromkeys(IDS, "done")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(Path.mkdir, id="a folder"),
        pytest.param(os.mkfifo, id="a pipe"),
        pytest.param(lambda path: path.symlink_to("/etc/passwd"), id="a link out"),
        pytest.param(lambda path: path.symlink_to("softmax.py"), id="a link to itself"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), id="a link to a device"),
    ],
)
def test_no_regular_file(
    make: Callable[[Path], object], grade: Callable[[Path], Report], tmp_path: Path
) -> None:
    """What is no file of the submission's own is an error in its place; the rest is graded."""
    shutil.copy(EXAMPLES / "finished" / "sgd.py", tmp_path)
    make(tmp_path / "softmax.py")
    report = grade(tmp_path)
    softmax, sgd = _result(report, "softmax"), _result(report, "sgd")
    assert (softmax.status, softmax.points, sgd.status) == ("error", 0, "done")


def test_every_file_has_a_verdict() -> None:
    """No file is without a verdict, and no verdict without its file."""
    found = {_name(path) for path in SUBMISSIONS.glob("*/*")}
    assert found == set(VERDICTS)


@pytest.mark.parametrize("exercise", CORE)
def test_there_is_enough_of_each(exercise: str) -> None:
    """At least six right and six wrong files for each of the core exercises."""
    wrong = [n for n, v in VERDICTS.items() if n.startswith(f"{exercise}/") and v.max_share < 1]
    right = list((ALTERNATIVES / exercise).glob("*.py"))
    assert min(len(wrong), len(right)) >= 6
