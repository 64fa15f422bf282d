"""`grader hint` and `grader reset`: a ladder of hints, and a way back that loses nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from grader import cli
from grader.hinting import commands, progress
from grader.report import jsonfile
from grader.worker.pool import Pool
from tests.conftest import MINIATURE, RIGHT

Command = Callable[..., Any]

STUB = "    raise NotImplementedError\n"
CUBE = "def square(X):\n    return X * X * X\n"
TWICE = "def square(X):\n    return X + X\n"


@pytest.fixture
def command(pool: Pool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs a command beside the miniature course and its stubs, on the warm workers."""

    @contextmanager
    def warm(*_: object) -> Iterator[Pool]:
        yield pool

    for module in (cli, commands):
        monkeypatch.setattr(module, "Pool", warm)
        monkeypatch.setattr(module, "hide_memory", lambda: None)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIATURE, tmp_path / "solutions")

    def run(*arguments: object) -> Any:
        return CliRunner().invoke(cli.app, [str(a) for a in arguments])

    assert run("course", "stubs").exit_code == 0
    return run


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Where the student writes `square`."""
    return tmp_path / "exercises" / "square.py"


def numbered(said: str) -> list[str]:
    """The lines that begin with a hint's number."""
    return [line for line in said.splitlines() if line.startswith("Hint ")]


def hint_in_report(tmp_path: Path) -> str:
    report = jsonfile.read(tmp_path / "report" / "report.json")
    return report.exercises[0].checks[0].hint


def test_one_hint_after_the_other(command: Command, work: Path) -> None:
    """The author's, questions about mistakes that fail alike, the numbers; then all again."""
    work.write_text(CUBE)
    first, second, third, fourth = (command("hint", "square").stdout for _ in range(4))
    assert first == (
        "square: Equals the reference on random numbers\n"
        "Hint 1 of 3: Multiply X by itself.\n"
        "2 hints are left: the same command gives the next.\n"
    )
    assert numbered(second) == [
        "Hint 2 of 3: Could it be this? X + X is twice X: multiply instead."
    ]
    assert second.endswith("\n1 hint is left: the same command gives the next.\n")
    assert re.search(r"debug square:equals_reference --simpler \d", numbered(third)[0])
    assert third.endswith("\nNo hint is left.\n")
    assert numbered(fourth) == [line for said in (first, second, third) for line in numbered(said)]
    assert fourth.endswith("\nThat was all: no hint is left.\n")


def test_a_known_cause_needs_no_questions(command: Command, work: Path) -> None:
    """The report has said what was done."""
    work.write_text(TWICE)
    said = [command("hint", "square").stdout for _ in range(2)]
    assert numbered(said[0]) == ["Hint 1 of 2: Multiply X by itself."]
    assert "debug square:equals_reference" in numbered(said[1])[0]


def test_an_author_may_give_several(command: Command, work: Path, tmp_path: Path) -> None:
    """From general to specific; a report shows the first, and more only once they were given."""
    checks = tmp_path / "solutions" / "square" / "checks.py"
    ladder = 'hint=["What is a square?", "Multiply.", "X * X."]'
    checks.write_text(checks.read_text().replace('hint="Multiply X by itself."', ladder))
    work.write_text(TWICE)
    command("grade", "--exercise", "square")
    assert hint_in_report(tmp_path) == "What is a square?"
    command("hint", "square")
    command("grade", "--exercise", "square")
    assert hint_in_report(tmp_path) == "What is a square?"
    assert numbered(command("hint", "square").stdout) == ["Hint 2 of 4: Multiply."]
    done = command("grade", "--exercise", "square")
    assert hint_in_report(tmp_path) == "What is a square?\nMultiply."
    assert "X * X." not in done.stdout
    assert "X * X." not in (tmp_path / "report" / "report.html").read_text("utf-8")
    assert "Multiply." in (tmp_path / "report" / "report.html").read_text("utf-8")


def test_of_a_stub_the_checks_in_turn(command: Command) -> None:
    """Each with what it asks for; checks without a hint are left out."""
    said = [command("hint", "square").stdout for _ in range(2)]
    assert numbered(said[0]) == [
        "Hint 1 of 2: Equals the reference on random numbers. Multiply X by itself."
    ]
    assert numbered(said[1]) == [
        "Hint 2 of 2: Passes the right gradient back to X. Stay with NDArray operations."
    ]


def test_hints_on_a_stub_are_none_on_what_fails_later(
    command: Command, work: Path, tmp_path: Path
) -> None:
    """They told what each check asks for."""
    command("hint", "square")
    work.write_text(TWICE)
    command("grade", "--exercise", "square")
    assert hint_in_report(tmp_path) == "Multiply X by itself."
    assert numbered(command("hint", "square").stdout) == ["Hint 1 of 2: Multiply X by itself."]


def test_another_failing_check_has_hints_of_its_own(command: Command, work: Path) -> None:
    """What was given on the first does not count for the next."""
    work.write_text(CUBE)
    command("hint", "square")
    work.write_text("def square(X):\n    return (X * X).astype('float32')\n")
    said = command("hint", "square").stdout
    assert said.startswith("square: Answers in float64 for float64 numbers\nHint 1 of ")


def test_nothing_is_wrong(command: Command, work: Path) -> None:
    work.write_text(RIGHT["square"])
    done = command("hint", "square")
    assert (done.exit_code, done.stdout) == (
        0,
        "square: every check passed, so there is nothing to hint at.\n",
    )


def test_what_cannot_be_run_is_mended_first(command: Command, work: Path) -> None:
    work.write_text("def square(X:\n")
    done = command("hint", "square")
    assert done.exit_code == 0
    assert done.stdout.startswith("square: square.py, line 1: SyntaxError")
    assert done.stdout.endswith(" Mend this first.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["hint", "cube"], "grader: there is no exercise 'cube'; there are: square, two"),
        (["reset", "cube"], "grader: there is no exercise 'cube'; there are: square, two"),
        (["hint", "square", "--submission", "nowhere"], "grader: nowhere: no such file or folder"),
        (["reset", "square", "nowhere"], "grader: there is no folder nowhere"),
    ],
)
def test_bad_requests(command: Command, arguments: list[str], says: str) -> None:
    """One sentence and the status 2."""
    done = command(*arguments)
    assert (done.exit_code, done.stderr[: len(says)]) == (2, says)
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("work")
def test_an_exercise_may_be_named_as_its_file(command: Command) -> None:
    """As a shell completes it."""
    for name in ("square.py", "exercises/square.py", "Square"):
        assert command("hint", name).stdout.startswith("square: ")
        assert command("reset", name).stdout.startswith("exercises/square.py is the stub")


def test_no_file_no_hint(command: Command, work: Path) -> None:
    """The sentence says how to get one."""
    work.unlink()
    work.with_suffix(".ipynb").unlink()
    done = command("hint", "square")
    assert (done.exit_code, done.stderr) == (
        2,
        "grader: there is no square.py in exercises; grader reset square writes its stub\n",
    )


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"[]",
        b'{"square": 1}',
        b'{"square": {"check": "equals_reference", "hints": [7]}}',
        b"\xff\xfe",
        b'{"square": {"check": "equals_reference", "hints": ["' + b"x" * 5000 + b'"]}}',
        b" " * 2**20,
        b'{"square": {"more": ' + b"[" * 99999,
    ],
    ids=["empty", "list", "number", "numbers", "binary", "long", "large", "nested"],
)
def test_a_spoilt_ledger_counts_as_empty(command: Command, work: Path, found: bytes) -> None:
    """It lies where anybody may write; the first hint is given, and the ledger written anew."""
    work.write_text(CUBE)
    ledger = work.parent / progress.NAME
    ledger.write_bytes(found)
    assert numbered(command("hint", "square").stdout) == ["Hint 1 of 3: Multiply X by itself."]
    assert json.loads(ledger.read_bytes()) == {
        "square": {"check": "equals_reference", "hints": ["Multiply X by itself."]}
    }


def test_two_hints_at_once_are_both_kept(tmp_path: Path) -> None:
    """As in `grader watch`, which gives them while it grades."""

    def give(number: int) -> None:
        given = progress.Given("equals_reference", ["Multiply X by itself."])
        progress.give(tmp_path, f"exercise{number}", lambda _: given)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(give, range(40)))
    assert len(progress.read(tmp_path)) == 40
    assert [path.name for path in tmp_path.iterdir()] == [progress.NAME]


def test_a_pipe_for_a_ledger_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / progress.NAME)
    assert progress.read(tmp_path) == {}


def test_reset_keeps_what_was_there(command: Command, work: Path) -> None:
    """Under the first number that is free; the stub is the course's."""
    assert command("reset", "square").stdout == "exercises/square.py is the stub already.\n"
    stub = work.read_text()
    assert STUB in stub
    for number, text in enumerate((CUBE, TWICE), 1):
        work.write_text(text)
        done = command("reset", "square")
        kept = f"exercises/square.py.{number}"
        assert done.stdout == (
            "exercises/square.py is the stub again; "
            f"your work is kept in {kept}, which is never graded.\n"
        )
        assert (work.read_text(), Path(kept).read_text()) == (stub, text)


def test_reset_stub_is_updated_with_the_course(
    command: Command, work: Path, tmp_path: Path
) -> None:
    """It counts as unedited afterwards."""
    work.write_text(CUBE)
    command("reset", "square")
    reference = tmp_path / "solutions" / "square" / "reference.py"
    reference.write_text(reference.read_text().replace("Square: every", "Square: each"))
    assert "exercises/square.py: updated\n" in command("course", "stubs").stdout


def test_reset_writes_what_is_missing(command: Command, work: Path) -> None:
    work.unlink()
    assert command("reset", "square").stdout == "exercises/square.py is the stub again.\n"
    assert work.is_file()


def test_reset_moves_a_link_and_not_its_target(
    command: Command, work: Path, tmp_path: Path
) -> None:
    """A file elsewhere is never written."""
    elsewhere = tmp_path / "mine.py"
    elsewhere.write_text(CUBE)
    work.unlink()
    work.symlink_to(elsewhere)
    command("reset", "square")
    assert (work.is_symlink(), elsewhere.read_text()) == (False, CUBE)
    assert Path(f"{work}.1").is_symlink()


def test_reset_leaves_a_folder_alone(command: Command, work: Path) -> None:
    work.unlink()
    work.mkdir()
    done = command("reset", "square")
    assert (done.exit_code, work.is_dir()) == (2, True)
    assert "move it away" in done.stderr


def test_kept_work_is_not_graded(command: Command, work: Path, tmp_path: Path) -> None:
    """Nor taken for a misspelt file, nor importable."""
    work.write_text("from square import *\n" + CUBE)
    command("reset", "square")
    command("grade", "--exercise", "square")
    report = jsonfile.read(tmp_path / "report" / "report.json")
    assert (report.exercises[0].status, report.notes) == ("not_started", [])


def test_a_notebook_is_not_reset_in_silence(command: Command, work: Path) -> None:
    """It may hold work as well, and then it is what counts."""
    notebook = work.with_suffix(".ipynb")
    notebook.write_text("{}")
    work.write_text(CUBE)
    said = command("reset", "square").stdout
    assert said.endswith(" exercises/square.ipynb stays as it is, and may count instead.\n")
    assert notebook.read_text() == "{}"
