"""In a student's copy there is no reference to stand beside one's own code."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from msgspec.structs import replace as changed
from rich.console import Console

from grader.course.loading import Course
from grader.report.again import Again
from grader.report.record import PRACTICE_SEED
from grader.submission import Source
from grader.watching.board import Board, Content, Verdict
from grader.watching.screen import Screen
from tests.report import samples


def shown(course: Course) -> str:
    """The screen after an exercise is done, while the reference was asked for."""
    source = Content(Source("square.py", text="pass\n"), {})
    board = Board(course, "exercises", current="square")
    board.contents = {"square": source}
    result = changed(samples.softmax(), id="square", status="done", checks=[])
    board.verdicts["square"] = Verdict(result, source, datetime.now(timezone.utc), 0.04)
    board.comparing = True
    console = Console(file=io.StringIO(), width=120, height=40, force_terminal=True, _environ={})
    again = Again("grader", "exercises", PRACTICE_SEED)
    return "\n".join(line.plain for line in Screen(console, again)._fitted(board))


@pytest.mark.parametrize("released", [False, True])
def test_a_copy_offers_no_comparison(course: Course, *, released: bool) -> None:
    entries = tuple(replace(entry, released=released) for entry in course.entries)
    text = shown(replace(course, entries=entries))
    assert "graded at" in text
    assert ("the reference" in text) is not released
    assert ("c compare" in text) is not released
