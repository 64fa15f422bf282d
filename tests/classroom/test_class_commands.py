"""`grader class` as a teacher calls it, and what a teacher may get wrong."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from grader import cli, sandbox
from grader.classroom import grading, intake, store
from grader.classroom.conclusion import conclude
from grader.classroom.intake import Attempt
from grader.classroom.records import Change
from grader.course.loading import load
from grader.releasing.release import release
from grader.submission import Submission, Wanted
from grader.worker.pool import Pool
from tests.classroom.database import PostgreSQL
from tests.conftest import MINIATURE, RIGHT

Command = Callable[..., Any]
NAMES = ["ada", "Bob O'Brien", 'the "great" one', "\u5f20\u4f1f", "two\nlines", "b\udce9b"]
"""As file systems allow them."""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments: CliRunner().invoke(cli.app, ["class", *map(str, arguments)])


def run(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The same as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "grader", "class", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=120,
        env={**os.environ, "COLUMNS": "100"},
    )


def hand_in(folder: Path) -> Path:
    made = folder / "class"
    for number, name in enumerate(NAMES):
        (made / name).mkdir(parents=True)
        for exercise, text in list(RIGHT.items())[: 1 + number % 2]:
            (made / name / f"{exercise}.py").write_text(text)
    return made


def test_a_students_copy_grades_no_class(command: Command, tmp_path: Path, pool: Pool) -> None:
    """The references are not in it; the sentence says so, and blames no file."""
    release(load(MINIATURE), tmp_path / "copy", pool)
    (tmp_path / "class" / "ada").mkdir(parents=True)
    done = command("grade", "class", "--course", "copy/course")
    assert done.exit_code == 2
    assert "this is a student's copy, in which no references are" in done.stderr


def test_from_a_folder_to_published_points(tmp_path: Path):
    """Grade, look, export, publish; any name that a file system allows."""
    folder = hand_in(tmp_path)
    graded = run(tmp_path, "grade", folder, "--course", MINIATURE)
    assert (graded.returncode, graded.stdout) == (0, "6 graded, 0 unchanged of 6 submissions\n")
    again = run(tmp_path, "grade", folder, "--course", MINIATURE)
    assert (again.returncode, again.stdout) == (0, "0 graded, 6 unchanged of 6 submissions\n")
    for arguments in (
        ["report"],
        ["export", "--format", "csv"],
        ["show", NAMES[1]],
    ):
        done = run(tmp_path, *arguments, "--course", MINIATURE)
        assert (done.returncode, done.stderr) == (0, "")
    assert "11 of 11 points" in done.stdout
    assert (tmp_path / "report" / "class.html").stat().st_size > 1000
    published = run(tmp_path, "publish")
    assert published.stdout.startswith("Published: run 1, seed ")
    assert "what is handed in from now on is graded with another" in published.stdout
    assert run(tmp_path, "publish").stdout.startswith("Published already: run 1, seed ")


def test_who_counts_without_being_in_the_folder_is_said(tmp_path: Path):
    """Another class, or an entry that was taken away: how many there are, and what to do."""
    folder = hand_in(tmp_path)
    run(tmp_path, "grade", folder, "--course", MINIATURE)
    (tmp_path / "other").mkdir()
    (folder / "ada").rename(tmp_path / "other" / "ada")
    told = [
        run(tmp_path, "grade", place, "--course", MINIATURE).stdout.splitlines()[0]
        for place in (folder, "other")
    ]
    assert told == [
        f"{who} in class.sqlite {is_not} in this folder and {counts} too; --store FILE for another "
        "class"
        for who, is_not, counts in (
            ("1 student", "is not", "counts"),
            ("5 students", "are not", "count"),
        )
    ]


def test_notes_are_broken_between_words(tmp_path: Path):
    """On a terminal; the store that is not there ends the command before anybody is graded."""
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "ada.py").write_text(RIGHT["square"])
    (tmp_path / "class" / "the best grades of all the world.xlsx").touch()
    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "grader", "class", "grade", "class", "--store", "no/where.sqlite"],
        cwd=tmp_path,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=120,
        env={**os.environ, "COLUMNS": "50", "TERM": "xterm"},
    )
    os.close(slave)
    assert os.read(master, 10_000).decode().splitlines() == [
        "the best grades of all the world.xlsx is no",
        "submission: neither a folder nor a .py, .ipynb,",
        ".zip or .tar.gz.",
    ]
    os.close(master)


def test_whose_points_changed_stands_in_the_order_of_names(capsys: pytest.CaptureFixture[str]):
    """Whoever was graded first."""
    changes = [Change(name, f"{name}.py", "square", 0, 7) for name in ("cy", "ada", "bob")]
    conclude(grading.Outcome(changes=changes), whole=True, rechecked=True)
    said = capsys.readouterr().out.splitlines()[:-1]
    assert said == [
        f"{name} ({name}.py), square: 0 points before, 7 now" for name in ("ada", "bob", "cy")
    ]


def test_without_the_sandbox_no_class_is_graded(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The package to install is named; seccomp is asked for as well."""
    here = sandbox.find_isolation()
    no_bubblewrap = sandbox.Unavailable("bubblewrap is not installed: apt-get install bubblewrap")
    no_seccomp = sandbox.Unavailable("seccomp filters are not there")
    for bare, says in (
        (sandbox.Isolation(no_bubblewrap, here.seccomp), "apt-get install bubblewrap"),
        (sandbox.Isolation(here.bubblewrap, no_seccomp), "seccomp filters are not there"),
    ):
        monkeypatch.setattr(sandbox.isolation, "find", lambda found=bare: found)
        done = command("grade", hand_in(tmp_path / says[:3]))
        assert done.exit_code == 2
        assert says in done.stderr
        assert "--isolation=limits" in done.stderr
        assert not (tmp_path / "class.sqlite").exists()


def test_limits_alone_are_said_in_every_report(tmp_path: Path):
    folder = hand_in(tmp_path)
    run(tmp_path, "grade", folder, "--course", MINIATURE, "--isolation", "limits")
    shown = run(tmp_path, "show", "ada", "--course", MINIATURE)
    assert "bubblewrap was not asked for" in " ".join(shown.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade", "nowhere"], "nowhere: No such file or directory; give the folder that holds"),
        (["grade", "empty"], "empty: no submission lies here; put in one folder, file or archive"),
        (["grade", "class", "--exercise", "cube"], "there is no exercise 'cube'; there are: "),
        (["grade", "class", "--recheck", "cube"], "there is no exercise 'cube'; there are: "),
        (["grade", "class", "--scheduler", "tcp://a:1", "--workers", "2"], "workers of its own"),
        (["grade", "class", "--store", "no/where.sqlite"], "its folder must be there and writable"),
        (["report"], "nothing has been graded yet"),
        (["publish"], "nothing has been graded yet"),
        (["show", "ada"], "nothing has been graded yet"),
        (["export", "--format", "word"], "Invalid value for '--format'"),
    ],
)
def test_a_wrong_request_is_one_sentence(
    command: Command, tmp_path: Path, arguments: list[str], says: str
):
    """Exit status 2, and no traceback."""
    hand_in(tmp_path)
    (tmp_path / "empty").mkdir()
    done = command(*arguments)
    text = " ".join(done.stderr.replace("\u2502", " ").split())
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert says in text
    assert not list(tmp_path.glob("*.sqlite")) or arguments[0] == "grade"


def test_who_handed_in_nothing_that_can_be_graded_is_named(tmp_path: Path):
    """By every run, also where nothing has changed; the command that shows it can be copied, and
    takes the name that stands there."""
    folder = hand_in(tmp_path)
    (folder / "zoe").mkdir()
    (folder / "zoe" / "homework.docx").write_bytes(b"PK")
    with zipfile.ZipFile(folder / "wu.zip", "w") as archive:
        archive.writestr("homework.docx", b"PK")
    (folder / "yan.rar").write_bytes(b"Rar")
    (folder / "xu.py").symlink_to(folder / "ada" / "square.py")
    (folder / "vi").mkdir()
    (folder / "vi" / "work.zip").touch()
    for counted in ("11 graded, 0 unchanged", "0 graded, 11 unchanged"):
        done = run(tmp_path, "grade", folder, "--course", MINIATURE)
        assert done.stdout.splitlines() == [
            f"{counted} of 11 submissions",
            ("None of the exercises was found in: wu (wu.zip), zoe. See what they hold instead."),
            "No points for vi: work.zip is empty.",
            "No points: xu.py is a link. Hand in the folder or the file itself.",
            (
                "No points: yan.rar: archives of the kind .rar are not read; make it a .zip or a "
                ".tar.gz."
            ),
        ], done.stderr


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Nothing is graded; what was to be graded anew is noted."""
    noted: list[list[str]] = []

    def grade(*_: object, recheck: list[str], **__: object) -> grading.Outcome:
        noted.append(recheck)
        return grading.Outcome()

    monkeypatch.setattr(grading.ClassGrading, "grade", grade)
    return noted


def test_an_exercise_may_be_named_by_its_file(
    command: Command, tmp_path: Path, asked: list[list[str]]
):
    """As it may be where a single submission is graded."""
    named = ["--exercise", "two.py", "--recheck", "Two.ipynb"]
    done = command("grade", hand_in(tmp_path), "--course", MINIATURE, *named)
    assert (done.exit_code, asked) == (0, [["two"]]), done.output


@pytest.mark.parametrize("only", [[], ["--exercise", "two"]])
def test_nothing_is_graded_anew_that_is_not_named(
    command: Command, tmp_path: Path, asked: list[list[str]], only: list[str]
):
    """It would be the whole class."""
    done = command("grade", hand_in(tmp_path), "--course", MINIATURE, *only)
    assert (done.exit_code, asked) == (0, [[]]), done.output


@pytest.mark.usefixtures("asked")
def test_which_attempt_counts_is_remembered(command: Command, tmp_path: Path):
    """And said where it changes."""
    folder = hand_in(tmp_path)
    told = []
    for arguments in (["--counting=best"], [], ["--counting=latest"], ["--counting=latest"]):
        done = command("grade", folder, "--course", MINIATURE, *arguments)
        told.append(done.stdout.splitlines()[:-1])
    assert told == [[], [], ["Which attempt counts has changed: latest now, best before."], []]


@pytest.mark.usefixtures("asked")
def test_nothing_is_published_while_it_is_graded(command: Command, tmp_path: Path):
    command("grade", hand_in(tmp_path), "--course", MINIATURE)
    with store.Store("class.sqlite") as kept:
        with kept.exclusively():
            done = command("publish")
        assert (done.exit_code, kept.run().published) == (2, None)
    assert "another command is grading into this store; wait until it has ended" in done.stderr


def test_the_command_that_grades_first_can_be_copied(
    command: Command, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store, "program_name", lambda: ".venv/bin/grader")
    assert command("report").stderr == (
        "grader: class.sqlite: nothing has been graded yet: .venv/bin/grader class grade FOLDER\n"
    )


def test_who_lacks_the_exercises_that_were_asked_for_is_named_so(tmp_path: Path):
    folder = hand_in(tmp_path)
    done = run(tmp_path, "grade", folder, "--course", MINIATURE, "--exercise", list(RIGHT)[1])
    assert "None of the exercises asked for was found in: ada, the " in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["grade", "similar"])
def test_a_single_submission_is_no_class(command: Command, tmp_path: Path, name: str):
    for file in ("square.py", "two.ipynb", "helper.py"):
        (tmp_path / file).write_text(RIGHT["square"])
    done = command(name, tmp_path, "--course", MINIATURE)
    assert done.exit_code == 2
    assert "what lies here is named after exercises, as one student's work is; give" in done.stderr


@pytest.mark.parametrize(("name", "says"), [("grade", "not graded"), ("similar", "not compared")])
def test_what_cannot_be_read_by_the_graders_own_fault_costs_nobody_else_anything(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str
):
    """Whose it is, and the exit status, tell that; there is no traceback."""
    folder = hand_in(tmp_path)
    read = intake.submission

    def faulty(attempt: Attempt, wanted: Sequence[Wanted]) -> Submission:
        if attempt.student == "two\nlines":
            raise RuntimeError("one\ntwo")
        return read(attempt, wanted)

    for module in (intake, grading):
        monkeypatch.setattr(module, "submission", faulty)
    done = command(name, folder, "--course", MINIATURE)
    assert done.exit_code == 3, done.output
    assert done.stderr.splitlines()[-2:] == [
        f"grader: {says}: two\\nlines: RuntimeError: one\\ntwo",
        "This is not the submissions' fault; the same command tries again.",
    ]
    assert ("5 graded" if name == "grade" else "5 students") in done.stdout


def test_two_entries_of_one_student_are_told(tmp_path: Path):
    """The later one counts, whatever its kind; and what is lost by it is named."""
    folder = hand_in(tmp_path)
    (folder / "ada" / "two.py").write_text(RIGHT["two"])
    (folder / "ada.py").write_text(RIGHT["square"])
    done = run(tmp_path, "grade", folder, "--course", MINIATURE)
    assert done.returncode == 0
    assert "ada has 2 entries (ada/, ada.py): the latest, ada.py, counts." in done.stdout
    assert "ada.py counts for ada, without two, which ada/ holds." in done.stdout
    assert "6 graded, 0 unchanged of 6 submissions" in done.stdout


def test_a_store_in_postgresql(postgresql: PostgreSQL, tmp_path: Path):
    """The address may come from the environment, which a process list does not show."""
    postgresql.empty()
    folder = hand_in(tmp_path)
    os.environ["GRADER_STORE"] = postgresql.address
    try:
        done = run(tmp_path, "grade", folder, "--course", MINIATURE)
        assert done.stdout == "6 graded, 0 unchanged of 6 submissions\n", done.stderr
        assert run(tmp_path, "report", "--course", MINIATURE).returncode == 0
    finally:
        del os.environ["GRADER_STORE"]
    assert not (tmp_path / "class.sqlite").exists()


def test_who_lacks_one_exercise_has_not_handed_in_nothing(tmp_path: Path):
    """Although it is the only one that is graded again; and who has other points is nobody."""
    folder = hand_in(tmp_path)
    run(tmp_path, "grade", folder, "--course", MINIATURE)
    graded = run(tmp_path, "grade", folder, "--course", MINIATURE, "--recheck", list(RIGHT)[1])
    assert graded.stdout.splitlines() == [
        "Nobody's points changed.",
        "6 graded, 0 unchanged of 6 submissions",
    ], graded.stderr
