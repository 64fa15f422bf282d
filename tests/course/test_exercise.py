"""What an author may write in `checks.py`, and what is refused."""

from __future__ import annotations

import re

import pytest

from grader.course import Check, Exercise
from grader.judge.laws import uniform


def probe(solution, case):
    """Is right.

    More about it.
    """


def untitled(solution, case):
    pass


def test_a_check_is_registered_with_the_first_line_of_its_docstring():
    """The decorator leaves the probe as it is and keeps everything that was said about it."""
    exercise = Exercise("Any", stubs=["f"])
    law = uniform(0, 1)
    decorated = exercise.check(points=2, hint="Think.", judge=law, dtype="float64", device="cpu:1")
    assert decorated(probe) is probe
    expected = Check("probe", "Is right.", 2, probe, ("Think.",), law, "float64", "cpu:1")
    assert exercise.checks == [expected]


def test_points_add_up():
    """An exercise is worth the sum of its checks."""
    exercise = Exercise("Any", stubs=["f"])
    exercise.check(points=2)(probe)
    assert (exercise.points, exercise.named("probe").points) == (2, 2)


def test_a_check_without_a_docstring_is_refused():
    """Its docstring is its name in every report."""
    with pytest.raises(ValueError, match="untitled: a check needs a docstring; it is its title"):
        Exercise("Any", stubs=["f"]).check(points=1)(untitled)


@pytest.mark.parametrize(
    "options",
    [
        *({"points": points} for points in ("4", -4, 0, True, None, float("nan"), float("inf"))),
        {"hint": 3},
        {"hint": ["a", 3]},
        {"judge": probe},
        {"judge": "uniform"},
        {"dtype": "float23"},
        {"device": "tpu"},
        {"device": "cpu1"},
        {"device": "gpu"},
        {"device": None},
    ],
)
def test_options_that_mean_nothing_are_refused(options):
    """The sentence names the check, the option and what to give."""
    [(name, given)] = options.items()
    with pytest.raises(ValueError, match=f"probe: {name}={re.escape(repr(given))}: give "):
        Exercise("Any", stubs=["f"]).check(**{"points": 1, **options})(probe)


@pytest.mark.parametrize(
    "lists", [{"stubs": "relu"}, {"stubs": [3]}, {"stubs": ["f"], "own_work": "relu"}]
)
def test_a_text_is_no_list(lists):
    """It would be one of letters."""
    with pytest.raises(ValueError, match="give a list of names"):
        Exercise("Any", **lists)


def test_two_checks_of_one_name_are_refused():
    """The second would hide the first."""
    exercise = Exercise("Any", stubs=["f"])
    exercise.check(points=1)(probe)
    with pytest.raises(ValueError, match="probe: two checks have this name"):
        exercise.check(points=1)(probe)


def test_an_unknown_check_is_a_key_error():
    """`named` never answers with another check."""
    with pytest.raises(KeyError, match="nothing"):
        Exercise("Any", stubs=["f"]).named("nothing")
