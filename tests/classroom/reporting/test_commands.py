"""`grader class report`, `export` and `show`, as they are typed."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from grader.classroom.intake import Attempt
from grader.classroom.store import Store
from grader.report import jsonfile
from tests.classroom.reporting.test_analysis import NOW
from tests.conftest import MINIATURE, RIGHT

DOUBLED = "def square(X):\n    return X + X\n"


def grader(
    folder: Path, *arguments: str, course: Path = MINIATURE
) -> subprocess.CompletedProcess[str]:
    """Run `grader class` in `folder`."""
    command = [sys.executable, "-m", "grader", "class", *arguments, "--course", str(course)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a class of two was graded."""
    made = tmp_path_factory.mktemp("term")
    for student, square in {"ada": RIGHT["square"], "<b>bob": DOUBLED}.items():
        own = made / "class" / student
        own.mkdir(parents=True)
        (own / "square.py").write_text(square)
        (own / "two.py").write_text(RIGHT["two"])
    done = grader(made, "grade", "class", "--workers", "2")
    assert done.returncode == 0, done.stderr
    return made


def test_report(folder: Path) -> None:
    """The table is printed, the page and the students' own reports are written."""
    done = grader(folder, "report", "--students", "own")
    assert done.returncode == 0, done.stderr
    assert "A miniature course: 2 students, 2 exercises, 11 points." in done.stdout
    assert "once: X + X is twice X: multiply instead." in done.stdout
    page = (folder / "report" / "class.html").read_text("utf-8")
    assert "&lt;b&gt;bob" in page
    assert jsonfile.read(folder / "own" / "ada" / "report.json").points == 11


def test_a_report_that_cannot_be_drawn(folder: Path, tmp_path: Path) -> None:
    """It is said whose, the others get theirs, and the status is the grader's own failure."""
    shutil.copy(folder / "class.sqlite", tmp_path)
    picture = '{"kind":"histogram","law":"","edges":[],"shares":[],"expected":[],"draws":0}'
    with closing(sqlite3.connect(tmp_path / "class.sqlite")) as store, store:
        changed = store.execute(
            "UPDATE results SET record = json_set(record, '$.checks[0].picture', json(?))"
            " WHERE exercise = 'square' AND points = 0",
            [picture],
        )
        assert changed.rowcount == 1
    done = grader(tmp_path, "report", "--students", "own")
    assert done.returncode == 3
    assert "no report: <b>bob: " in done.stderr
    assert "This is not the submissions' fault" in done.stderr
    assert "Reports of 1 students: own" in done.stdout
    assert jsonfile.read(tmp_path / "own" / "ada" / "report.json").points == 11


def test_export(folder: Path) -> None:
    """Where each file is, is said."""
    done = grader(folder, "export", "--format", "csv")
    assert done.stdout == "report/export/grades.csv\n"
    text = (folder / "report" / "export" / "grades.csv").read_text("utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[3:] for row in rows] == [
        ["points", "max_points", "square", "two"],
        ["4", "11", "0", "4"],
        ["11", "11", "7", "4"],
    ]
    done = grader(folder, "export", "--format", "gradescope", "--folder", "scope")
    assert done.stdout == "2 files written to scope\n"
    assert len(list((folder / "scope").rglob("results.json"))) == 2


def test_somebody_is_still_to_be_graded(folder: Path, tmp_path: Path) -> None:
    """After a grading that was stopped, it is said how to go on."""
    shutil.copy(folder / "class.sqlite", tmp_path)
    with Store(str(tmp_path / "class.sqlite")) as store:
        store.register(Attempt("cy", "cy.zip", Path("cy.zip"), NOW), "digest", [])
    for arguments in (["report"], ["export", "--format", "csv"]):
        done = grader(tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (
            0,
            (
                "Not everybody is graded yet: the last grading was stopped, or failed. "
                f"It goes on with: {sys.executable} -m grader class grade FOLDER\n"
            ),
        )


@pytest.mark.parametrize("arguments", [["report"], ["export", "--format", "csv"], ["show", "ada"]])
def test_another_course(folder: Path, tmp_path: Path, arguments: list[str]) -> None:
    """Nobody was graded in it: that is a wrong request, and nothing is written."""
    shutil.copytree(MINIATURE, tmp_path / "other")
    (tmp_path / "other" / "square").rename(tmp_path / "other" / "cube")
    (tmp_path / "other" / "course.toml").write_text(
        'title = "Other"\n[[units]]\nname = "All"\nexercises = [{ id = "cube", section = "1" }]\n'
    )
    shutil.rmtree(tmp_path / "other" / "two")
    shutil.copy(folder / "class.sqlite", tmp_path)
    done = grader(tmp_path, *arguments, course=tmp_path / "other")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        (
            "grader: class.sqlite: nobody in it has been graded in the course Other; give another "
            "with --store or --course, or grade the class first: "
            f"{sys.executable} -m grader class grade FOLDER\n"
        ),
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class.sqlite", "other"]


def test_show(folder: Path) -> None:
    """All of one student's report; a name that is not there is the request's fault."""
    done = grader(folder, "show", "<b>bob")
    assert done.stdout.startswith("<b>bob: <b>bob, received ")
    assert "4 of 11 points." in done.stdout
    commands = " ".join(done.stdout.replace("\\\n", " ").split())  # whatever the width
    assert " -m grader debug square:" in commands
    assert "--submission 'FOLDER/<b>bob'" in done.stdout
    done = grader(folder, "show", "bob")
    assert done.returncode == 2
    assert done.stderr == ("grader: nobody in this class is called bob; did you mean <b>bob?\n")
