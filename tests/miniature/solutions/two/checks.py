"""How `two` is checked."""

from grader.course import Exercise
from grader.judge.laws import uniform

exercise = Exercise("Two stubs", stubs=["Shift", "draws"])


@exercise.check(points=2)
def shifts(solution, case):
    """Adds the number to each element."""
    return solution.Shift(case.number(1, 9))(case.normal(2, 3))


@exercise.check(points=2, judge=uniform(0, 1))
def draws_evenly(solution, case):
    """Draws evenly from 0 to 1."""
    return solution.draws(1000)
