"""The screen fits the terminal, whatever its size."""

from __future__ import annotations

import io
from datetime import datetime, timezone

import pytest
from msgspec.structs import replace
from rich.console import Console

from grader.course.loading import Course
from grader.report.again import Again
from grader.report.record import PRACTICE_SEED, ExerciseResult
from grader.submission import Source
from grader.watching.board import Board, Content, Verdict
from grader.watching.screen import Screen
from tests.report import samples

AGAIN = Again("grader", "exercises", PRACTICE_SEED)
AT = datetime(2026, 3, 1, 12, 30, 5, tzinfo=timezone.utc)


def content(exercise: str) -> Content:
    return Content(Source(f"{exercise}.py", text="pass\n"), {})


@pytest.fixture
def board(course: Course) -> Board:
    """The sample of a softmax that overflows as `square`'s verdict; `two` is still to be graded."""
    board = Board(course, "exercises", current="square")
    board.contents = {"square": content("square"), "two": content("two")}
    board.grading = {"two": 0.0}
    give(board, samples.softmax())
    return board


def give(board: Board, result: ExerciseResult) -> None:
    verdict = Verdict(replace(result, id="square"), content("square"), AT, 0.041)
    board.verdicts["square"] = verdict


def rows(board: Board, width: int, height: int, *keys: str) -> list[str]:
    """What the terminal shows after these keys, blanks at the ends of rows left out."""
    console = Console(
        file=io.StringIO(), width=width, height=height, force_terminal=True, _environ={}
    )
    screen = Screen(console, AGAIN)
    screen._fitted(board)
    for key in keys:
        screen.key(key)
    lines = screen._fitted(board)
    assert all(line.cell_len <= width for line in lines)
    assert len(lines) <= height
    return [line.plain.rstrip() for line in lines]


@pytest.mark.parametrize("height", [1, 2, 3, 4, 5, 12, 24, 40])
@pytest.mark.parametrize("width", [1, 8, 20, 40, 80, 140])
def test_any_size(board: Board, width: int, height: int) -> None:
    """No row is too long and none too many, at the beginning and at the end."""
    assert len(rows(board, width, height)) == height
    assert len(rows(board, width, height, "end")) == height


def test_a_very_small_terminal(board: Board) -> None:
    """The course, what failed, whether it is up to date, how to quit."""
    assert rows(board, 20, 5) == [
        "1/2 graded",
        "square: Stays finite",
        "for logits near 1000",
        "square.py: graded...",
        "q quit",
    ]


def test_what_does_not_fit_can_be_scrolled_to(board: Board) -> None:
    """The rows move, head and foot stay, and it ends at the last line."""
    top, one_down, end = (rows(board, 80, 14, *keys) for keys in ([], ["down"], ["end"]))
    assert one_down[2:10] == top[3:11]
    assert (top[0], top[-2]) == (end[0], end[-2])
    assert top[-1].endswith("more: arrows")
    assert end[-1].endswith("arrows")
    assert not end[-1].endswith("more: arrows")
    assert rows(board, 80, 14, "end", "top") == [*top]


def test_a_version_that_is_being_graded(board: Board) -> None:
    """The old verdict is not shown as if it were of the new one."""
    board.grading = {"square": 3.2}
    assert rows(board, 80, 24)[-2] == "Grading square for 3 s; above: the version before"
    board.grading = {}
    assert rows(board, 80, 24)[-2] == "square.py: graded at 12:30:05 in 41 ms"


def test_done(board: Board) -> None:
    """Then there is no hint, and the reference may be looked at."""
    done = replace(samples.softmax(), status="done", checks=[])
    give(board, done)
    shown = rows(board, 80, 24)
    assert shown[0].startswith("1 of 2 exercises graded  \u2501")
    assert "c compare" in shown[-1]
    assert "h hint" not in shown[-1]
    board.comparing = True
    assert any("the reference" in line for line in rows(board, 80, 24))


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours(board: Board, environment: dict[str, str], *, coloured: bool) -> None:
    """None where NO_COLOR says so."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=80,
        height=24,
        force_terminal=True,
        _environ=environment | {"TERM": "xterm"},
    )
    with Screen(console, AGAIN) as screen:
        screen.show(board)
    assert ("\x1b[31m" in file.getvalue() or ";31m" in file.getvalue()) is coloured
    assert file.getvalue().count("\x1b[?1049h") == file.getvalue().count("\x1b[?1049l") == 1
