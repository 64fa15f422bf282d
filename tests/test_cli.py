"""The commands: exit statuses, where records go, and never a traceback for a bad request."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from grader import cli, sandbox
from grader.__main__ import main
from grader.grading import grader as grading
from grader.program import program_name
from grader.report import jsonfile
from grader.report.record import Report
from grader.worker.client import WorkerFailed
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

Command = Callable[..., Any]


@pytest.fixture
def command(pool: Pool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs a command in an empty folder, on the warm workers, with the miniature course."""

    @contextmanager
    def warm(*_: object) -> Iterator[Pool]:
        yield pool

    monkeypatch.setattr(cli, "Pool", warm)
    monkeypatch.setattr(cli, "hide_memory", lambda: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    return lambda *arguments: CliRunner().invoke(cli.app, [str(a) for a in arguments])


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A finished submission."""
    folder = tmp_path / "work"
    folder.mkdir()
    for name, text in RIGHT.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def record(tmp_path: Path) -> Report:
    return jsonfile.read(tmp_path / "report" / "report.json")


def test_a_graded_submission_is_success(command: Command, work: Path, tmp_path: Path):
    """The score is on the first line, the record in report/report.json."""
    done = command("grade", work)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (
        0,
        "11 of 11 points. Everything is done",
    )
    report = record(tmp_path)
    found = (report.points, report.max_points, report.submission, report.seed, report.devices)
    assert found == (11, 11, str(work), grading.PRACTICE_SEED, ["cpu"])


def test_a_bad_score_is_success_too(command: Command, work: Path):
    """Whatever the score, it was graded."""
    for name in RIGHT:
        (work / f"{name}.py").write_text("1/0\n")
    done = command("grade", work)
    assert (done.exit_code, done.stdout[:17]) == (0, "0 of 11 points. N")


@pytest.mark.parametrize(("under", "status"), [("0", 0), ("36.36", 0), ("36.37", 1), ("100", 1)])
def test_fail_under(command: Command, work: Path, under: str, status: int):
    """The status is 1 below the percentage, and the report is there all the same."""
    (work / "square.py").unlink()  # 4 of 11 points are left: 36.3636... per cent
    done = command("grade", work, "--fail-under", under)
    assert (done.exit_code, done.stdout[:16]) == (status, "4 of 11 points. ")


def test_one_exercise_only(command: Command, work: Path, tmp_path: Path):
    """By --exercise, or by the path of one file."""
    for arguments in ([work, "--exercise", "two"], [work / "two.py"]):
        assert command("grade", *arguments).exit_code == 0
        assert [exercise.id for exercise in record(tmp_path).exercises] == ["two"]


def test_another_exercises_file_does_not_count(command: Command, work: Path, tmp_path: Path):
    """Whichever exercise is asked about."""
    (work / "square.py").rename(work / "two.py")
    assert command("grade", work, "--exercise", "square").exit_code == 0
    assert [exercise.status for exercise in record(tmp_path).exercises] == ["missing"]


@pytest.mark.parametrize("name", ["Two", "two.py", "exercises/two.ipynb"])
def test_an_exercise_may_be_named_as_its_file(command: Command, work: Path, name: str):
    """As a shell completes it, in any case of letters."""
    done = command("grade", work, "--exercise", name)
    assert (done.exit_code, done.stdout[:15]) == (0, "4 of 4 points. ")


def test_ctrl_c_is_quiet_from_the_first_import_on(monkeypatch: pytest.MonkeyPatch):
    """With the status that it has later."""

    class Interrupted(MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "grader.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "grader.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


def test_the_record_goes_where_it_is_asked_to(command: Command, work: Path, tmp_path: Path):
    """Folders are made; nothing else is written."""
    assert command("grade", work, "--json", tmp_path / "a" / "b.json").exit_code == 0
    assert jsonfile.read(tmp_path / "a" / "b.json").points == 11
    assert not (tmp_path / "report").exists()


def test_a_report_that_cannot_be_written_is_shown(command: Command, work: Path, tmp_path: Path):
    """A full disk or a folder of that name does not lose the result."""
    done = command("grade", work, "--json", tmp_path)
    assert (done.exit_code, done.stdout[:16]) == (2, "11 of 11 points.")
    assert done.stderr.endswith(f"grader: {tmp_path} could not be written: Is a directory.\n")


@pytest.mark.parametrize(("detail", "shown"), [("none", 0), ("first", 1), ("all", 4)])
def test_detail(command: Command, work: Path, detail: str, shown: int):
    """How many failing checks of an exercise are shown in full."""
    (work / "square.py").write_text("def square(X):\n    return X + X\n")
    done = command("grade", work, "--exercise", "square", "--detail", detail)
    assert (done.exit_code, done.stdout.count("  Reproduce")) == (0, shown)


def test_a_failed_check_is_reproduced_as_it_failed(command: Command, work: Path, tmp_path: Path):
    """On its device, with a course that the command would not find by itself."""
    (work / "square.py").write_text("def square(X):\n    return X + X\n")
    (tmp_path / "solutions").rename(tmp_path / "another")
    found = command("grade", "work", "--device", "cpu:1", "--course", "another").stdout
    told = " ".join(found.replace("\\\n", "").split())
    again = "debug square:equals_reference --device cpu:1 --submission work --course another"
    assert again in told
    done = command(*again.split())
    assert (done.exit_code, "(cpu:1, float32)" in done.stdout) == (0, True)


def test_the_seed_is_told_and_used(command: Command, work: Path, tmp_path: Path):
    """The largest that a message can hold among them."""
    for seed in (7, 2**63 - 1):
        assert command("grade", work, "--seed", seed, "--exercise", "square").exit_code == 0
        assert record(tmp_path).seed == seed


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade", "nowhere"], "grader: nowhere: no such file or folder; give a folder or one"),
        (["grade"], "grader: exercises: no such file or folder"),
        (["grade", "work/notes.py"], "not an exercise's file; it must be named after one, such"),
        (["grade", "work/notes.md"], "not an exercise's file; give a folder, one <id>.py or"),
        (["grade", "work", "--exercise", "cube"], "there is no exercise 'cube'; there are: square"),
        (["grade", "work", "--exercise", "sqare"], "no exercise 'sqare'; did you mean square?"),
        (["grade", "work", "--json", "x", "--html", "./x"], "--json and --html both name x: name"),
        (["grade", "work", "--json", "x.html"], "--json and --html both name x.html: name two"),
        (
            ["grade", "work", "--course", "nowhere"],
            "nowhere/course.toml: No such file or directory",
        ),
        (["grade", "work", "--seed", "-1"], "--seed"),
        (["grade", "work", "--seed", str(2**63)], "--seed"),
        (["grade", "work", "--seed", "x"], "--seed"),
        (["grade", "work", "--seconds", "nan"], "--seconds"),
        (["grade", "work", "--seconds", "inf"], "--seconds"),
        (["grade", "work", "--seconds", "0"], "--seconds"),
        (["grade", "work", "--memory", str(2**60)], "--memory"),
        (["grade", "work", "--fail-under", "101"], "--fail-under"),
        (["grade", "work", "--detail", "some"], "--detail"),
        (["grade", "work", "--isolation", "none"], "--isolation"),
        (["grade", "work", "more"], "more"),
        (["debug", "square"], "name a check, as in square:equals_reference. square has: equals_"),
        (["debug", "cube:x"], "there is no exercise 'cube'"),
        (["debug", "square:x", "--submission", "nowhere"], "nowhere: no such file or folder"),
        (["course", "stubs", "--course", "nowhere"], "nowhere/course.toml: No such file"),
        (["nonsense"], "nonsense"),
    ],
)
def test_a_wrong_request_is_one_sentence(
    command: Command, work: Path, arguments: list[str], says: str
):
    """Exit status 2, and no traceback."""
    (work / "notes.py").write_text("x = 1\n")
    (work / "notes.md").write_text("# Notes\n")
    (work.parent / "exercises").mkdir() if arguments[0] == "debug" else None
    done = command(*arguments)
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert says in " ".join(done.stderr.replace("\u2502", " ").split())


def test_bubblewrap_may_be_demanded(command: Command, work: Path, monkeypatch: pytest.MonkeyPatch):
    """A class is not graded without it."""
    missing = sandbox.Unavailable("bubblewrap is not installed: apt-get install bubblewrap")
    bare = sandbox.Isolation(missing, sandbox.find_seccomp())
    monkeypatch.setattr(sandbox.isolation, "find", lambda: bare)
    done = command("grade", work, "--isolation", "bubblewrap")
    says = (
        "grader: the sandbox is not whole: bubblewrap is not installed: apt-get install "
        "bubblewrap. --isolation=limits does without it\n"
    )
    assert (done.exit_code, done.stderr) == (2, says)


def test_a_broken_reference_is_the_courses_fault(command: Command, work: Path, tmp_path: Path):
    """Exit status 3, and no score."""
    (tmp_path / "solutions" / "square" / "reference.py").write_text(
        "def square(X):\n    return Y\n"
    )
    done = command("grade", work)
    assert (done.exit_code, done.stdout, "Traceback" in done.output) == (3, "", False)
    assert "square/reference.py fails equals_reference on cpu: There is no Y here" in done.stderr
    assert done.stderr.rstrip().endswith("This is not the submission's fault.")


def test_so_is_a_broken_file_of_the_course(command: Command, work: Path, tmp_path: Path):
    (tmp_path / "solutions" / "square" / "checks.py").write_text("def\n")
    done = command("grade", work)
    assert (done.exit_code, done.stdout, "Traceback" in done.output) == (3, "", False)
    assert "square/checks.py: SyntaxError" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["course", "lint"],
        ["course", "selfcheck"],
        ["course", "stubs"],
        ["course", "catalogs"],
        ["course", "release", "students"],
        ["gradescope-zip", "autograder.zip"],
    ],
)
def test_where_nothing_was_handed_in_no_submission_is_spoken_of(
    command: Command, tmp_path: Path, arguments: list[str]
):
    (tmp_path / "solutions" / "square" / "checks.py").write_text("def\n")
    done = command(*arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (3, 1)
    assert "square/checks.py: SyntaxError" in done.stderr


@pytest.mark.parametrize(
    ("error", "traceback"),
    [(WorkerFailed("the worker did not start: no memory"), False), (ZeroDivisionError("x"), True)],
)
def test_the_graders_own_failure(
    command: Command, work: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, traceback: bool
):
    """Exit status 3, never 1, which would be a low score; a bug shows where it is."""

    def fail(*_: object) -> Report:
        raise error

    monkeypatch.setattr(grading.Grader, "grade", fail)
    done = command("grade", work)
    assert (done.exit_code, "Traceback" in done.stderr) == (3, traceback)
    assert ("this is a fault of the grader. Please report it." in done.stderr) is traceback
    assert done.stderr.endswith("This is not the submission's fault.\n")


def test_stubs_are_written_and_work_is_kept(command: Command, tmp_path: Path):
    """What was kept is named, with the option that overwrites it."""
    first = command("course", "stubs")
    (tmp_path / "exercises" / "two.py").write_text("mine = 1\n")
    again, forced = command("course", "stubs"), command("course", "stubs", "--force")
    names = ["square.py", "two.py", "square.ipynb", "two.ipynb"]
    kept = "Kept as they are, for they were edited: two.py (--force overwrites them)\n"
    assert [(done.exit_code, done.stdout, done.stderr) for done in (first, again, forced)] == [
        (0, "".join(f"exercises/{name}: created\n" for name in names), ""),
        (0, "exercises/two.py: kept\n", kept),
        (0, "exercises/two.py: updated\n", ""),
    ]


def test_fresh_stubs_are_not_started(command: Command, tmp_path: Path):
    """Zero points, exit status 0, and `grade` finds ./exercises by itself."""
    assert command("course", "stubs").exit_code == 0
    assert command("grade").exit_code == 0
    assert [(e.status, e.points) for e in record(tmp_path).exercises] == [("not_started", 0.0)] * 2


# -- the command as a process ---------------------------------------------------------------------


def process(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment | more
    )


def test_without_bubblewrap_the_report_says_so(work: Path, tmp_path: Path):
    """On the terminal and in the record; the whole command, run as a program into a pipe."""
    path = tmp_path / "r.json"
    arguments = [work, "--course", MINIATURE, "--json", path, "--isolation", "limits"]
    done = process("grade", *arguments, "--workers", "1", COLUMNS="200")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        "11 of 11 points. Everything is done",
    )
    isolation = jsonfile.read(path).isolation
    assert isolation.endswith("rlimits (bubblewrap was not asked for)")
    assert f"isolation {isolation}" in done.stdout
    assert ("\x1b" in done.stdout, done.stdout.isascii()) == (False, True)


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path):
    """`make grade | head -1`: the record is whole, and the status is the grading's."""
    submission, path = tmp_path / "work", tmp_path / "r.json"
    submission.mkdir()
    line = (
        f"{sys.executable} -m grader grade {submission} --course {MINIATURE} --json {path}"
        " | head -1 >/dev/null; echo ${PIPESTATUS[0]}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert (done.stdout, jsonfile.read(path).points) == ("0\n", 0)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("colour", [{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}])
def test_no_color_is_respected(tmp_path: Path, colour: dict[str, str]):
    """Also where colour is forced."""
    done = process("grade", tmp_path, "--course", MINIATURE, "--json", tmp_path / "r", **colour)
    assert (done.returncode, "\x1b[3" in done.stdout) == (0, "NO_COLOR" not in colour)


def test_the_module_is_the_command():
    """`python -m grader` and `grader` are one."""
    assert "Grades deep-learning exercises" in process("--help").stdout


def test_a_page_is_written_beside_the_record(command: Command, work: Path, tmp_path: Path):
    """Or where --html says; none where the record goes to a pipe."""
    assert command("grade", work).stdout.endswith("with pictures: report/report.html\n")
    assert "<strong>11</strong> of 11 points" in (tmp_path / "report/report.html").read_text()
    assert command("grade", work, "--json", "a/b.json").exit_code == 0
    assert (tmp_path / "a" / "b.html").is_file()
    assert command("grade", work, "--json", "c.json", "--html", "d/e.html").exit_code == 0
    assert (tmp_path / "d" / "e.html").is_file()
    assert not (tmp_path / "c.html").exists()
    assert command("grade", work, "--json", "/dev/null").exit_code == 0
    assert not Path("/dev/null.html").exists()


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("-c", "grader"),
        ("somewhere/grader", "grader"),
        ("venv/grader", "venv/grader"),
        ("her venv/grader", "'her venv/grader'"),
        ("grader/__main__.py", "venv/python -m grader"),
    ],
    ids=["in Python", "by its name", "by its path", "by a path with a space", "as a module"],
)
def test_the_program_is_named_as_it_was_called(
    called: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In what a report says to type.  Without a file, as by `python -c`, it has its name alone."""
    for folder in ("somewhere", "venv", "her venv"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "grader").touch(mode=0o755)
    (tmp_path / "grader").mkdir()
    (tmp_path / "grader" / "__main__.py").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "somewhere"))
    monkeypatch.setattr(sys, "argv", [called])
    assert program_name() == name


def test_a_program_far_away_is_named_by_the_shorter_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deep = tmp_path.joinpath(*"abcdefgh")
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    monkeypatch.setattr(sys, "argv", ["/bin/sh"])
    assert program_name() == "/bin/sh"
