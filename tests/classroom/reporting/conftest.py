"""Real reports of three exercises, graded once for all tests of what a class is given."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.loading import load
from grader.grading import Grader, JobCache
from grader.report.record import Report
from grader.submission import read
from grader.worker.pool import Pool

ROOT = Path(__file__).resolve().parents[3]
EXERCISES = ["softmax", "sgd", "xavier"]
WRONG = [
    "softmax/naive_without_shift.py",
    "softmax/half_precision.py",
    "softmax/borrows_softmax.py",
    "softmax/syntax_error.py",
    "softmax/exception_with_escapes.py",
    "softmax/detached.py",
    "sgd/no_batch_size.py",
    "sgd/ascends.py",
    "sgd/rebinds_the_name.py",
    "xavier/forgets_the_root.py",
    "xavier/normal_draws.py",
]


@pytest.fixture(scope="session")
def reports(pool: Pool, cache: JobCache, tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    """Two examples and some wrong submissions, each wrong in one exercise and else untouched."""
    grader = Grader(load(ROOT / "solutions").only(EXERCISES), pool, cache=cache)
    folders = [ROOT / "examples" / "submissions" / name for name in ("finished", "half-finished")]
    for name in WRONG:
        folder = tmp_path_factory.mktemp("wrong")
        for exercise in EXERCISES:
            shutil.copy(ROOT / "exercises" / f"{exercise}.py", folder)
        wrong = ROOT / "tests" / "submissions" / name
        shutil.copy(wrong, folder / f"{wrong.parent.name}.py")
        folders.append(folder)
    return [grader.grade(read(folder, EXERCISES)) for folder in folders]
