"""How far a class's grading has come, in words where there is no terminal."""

from __future__ import annotations

import time

import pytest

from grader.classroom.grading import Outcome
from grader.classroom.progress import Progress


@pytest.mark.parametrize(
    ("seconds", "outcome", "says"),
    [
        (30.0, Outcome(total=200), "0 of 200 done"),
        (40.0, Outcome(total=200, graded=20), "20 of 200 done, 30 a minute, about 6 min left"),
        (20.0, Outcome(total=200, graded=150), "150 of 200 done, 7.5 a second, about 1 min left"),
        (20.0, Outcome(total=200, graded=20, unchanged=180), "200 of 200 done"),
    ],
)
def test_a_line_now_and_then(
    seconds: float, outcome: Outcome, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the time that is left, as far as it is known."""
    with Progress() as progress:
        progress.show(outcome)
        assert capsys.readouterr().err == ""
        progress._began = progress._spoke = time.monotonic() - seconds
        progress.show(outcome)
        progress.show(outcome)
    assert capsys.readouterr().err == f"{says}\n"
