"""How `square` is checked."""

from grader.course import Exercise

exercise = Exercise("Square", stubs=["square"], own_work=["square", "mxnet.image.imresize"])


@exercise.check(points=3, hint="Multiply X by itself.")
def equals_reference(solution, case):
    """Equals the reference on random numbers."""
    return solution.square(case.normal(*case.sizes(4, 5)))


@exercise.check(points=2, hint="Stay with NDArray operations.")
def has_the_right_gradient(solution, case):
    """Passes the right gradient back to X."""
    return case.gradient(solution.square, case.normal(*case.sizes(3, 2)))


@exercise.check(points=1, dtype="float64")
def keeps_float64(solution, case):
    """Answers in float64 for float64 numbers."""
    return solution.square(case.normal(2, 3))


@exercise.check(points=1, device="cpu:1")
def stays_on_its_context(solution, case):
    """Computes where X is."""
    return solution.square(case.normal(6))
