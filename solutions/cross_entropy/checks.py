"""How `binary_cross_entropy` and `cross_entropy` are checked, each on its own.

No other class ever has probability 0: log(y_hat) before picking, or times one-hot labels, is right
too, and would meet 0 times infinity there.  float64 is checked to float32's precision, so that
log(y_hat + 1e-12) is right in it too.  Small probabilities are so large that 1e-8 does not show in
float32, where many add it, and 1e-7 does.
"""

from grader.course import Exercise

exercise = Exercise(
    "Cross entropy",
    stubs=["binary_cross_entropy", "cross_entropy"],
    own_work=[
        "softmax_cross_entropy",
        "mxnet.gluon.loss.SoftmaxCrossEntropyLoss.hybrid_forward",
        "mxnet.gluon.loss.SigmoidBinaryCrossEntropyLoss.hybrid_forward",
        "mxnet.gluon.loss.LogisticLoss.hybrid_forward",
        "mxnet.gluon.loss.KLDivLoss.hybrid_forward",
        "mxnet.gluon.loss.PoissonNLLLoss.hybrid_forward",
    ],
)


def two_classes(case, n):
    """Probabilities of class 1, and labels of both kinds."""
    return case.uniform(0.05, 0.95, n), case.array([0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0][:n])


def many_classes(case, n, q, low=0.1, labels="float32"):
    """Rows of probabilities that sum to 1, and labels."""
    import numpy as np

    weights = case.uniform(low, 1, n, q).asnumpy().astype(np.float64)
    rows = weights / weights.sum(axis=1, keepdims=True)
    return case.array(rows), case.integers(0, q, n, dtype=labels)


@exercise.check(points=3, hint="-y * log(y_hat) - (1 - y) * log(1 - y_hat), one loss per example.")
def binary_equals_reference(solution, case):
    """binary_cross_entropy equals the reference on random probabilities."""
    return solution.binary_cross_entropy(*two_classes(case, *case.sizes(9)))


@exercise.check(
    points=1, hint="Stay with NDArray operations from y_hat to the result: asnumpy cuts it."
)
def binary_has_the_right_gradient(solution, case):
    """binary_cross_entropy passes the right gradient back to y_hat."""
    y_hat, y = two_classes(case, *case.sizes(7))
    return case.gradient(lambda p: solution.binary_cross_entropy(p, y), y_hat)


@exercise.check(
    points=1, hint="Take the logarithm of y_hat itself, with nothing added to it and no clipping."
)
def binary_knows_small_probabilities(solution, case):
    """binary_cross_entropy is right where the true class got a few ten thousandths."""
    (n,) = case.sizes(5)
    return solution.binary_cross_entropy(case.uniform(2e-4, 4e-4, n), case.array([1] * n))


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Compute with the arguments and plain numbers, and write into neither argument.",
)
def binary_keeps_type_and_place(solution, case):
    """binary_cross_entropy answers in float64 where y_hat is, and leaves its arguments alone."""
    y_hat, y = (array.astype("float64") for array in two_classes(case, *case.sizes(6)))
    return {"loss": solution.binary_cross_entropy(y_hat, y), "y_hat": y_hat, "y": y}


@exercise.check(points=3, hint="-nd.log(nd.pick(y_hat, y)): one loss per example, shape (n,).")
def equals_reference(solution, case):
    """cross_entropy equals the reference on random probabilities."""
    n, q = case.sizes(8, 5)
    return [
        solution.cross_entropy(*many_classes(case, n, q)),
        solution.cross_entropy(*many_classes(case, n, q)),
        solution.cross_entropy(*many_classes(case, q, q)),
        solution.cross_entropy(*many_classes(case, 1, q)),
    ]


@exercise.check(
    points=2, hint="Stay with NDArray operations from y_hat to the result: asnumpy cuts it."
)
def has_the_right_gradient(solution, case):
    """cross_entropy passes the right gradient back to y_hat."""
    y_hat, y = many_classes(case, *case.sizes(6, 4))
    return case.gradient(lambda p: solution.cross_entropy(p, y), y_hat)


@exercise.check(
    points=1,
    hint="MXNet does not compare float32 with int32 or int64: y.astype(...), or nd.pick.",
)
def takes_whole_number_labels(solution, case):
    """cross_entropy takes labels in int32 and int64 too, a few or 300 at once."""
    few, many, q = case.sizes(7, 300, 6)
    # More examples than int8 and uint8 can number, and more classes than one digit can.
    return [
        solution.cross_entropy(*many_classes(case, few, q, labels="int32")),
        solution.cross_entropy(*many_classes(case, many, 2 * q, labels="int64")),
    ]


@exercise.check(
    points=1, hint="Take the logarithm of y_hat itself, with nothing added to it and no clipping."
)
def knows_small_probabilities(solution, case):
    """cross_entropy is right where the true class got a few ten thousandths."""
    n, q = case.sizes(4, 3)
    y_hat, y = case.uniform(0.2, 0.4, n, q).asnumpy(), case.integers(0, q, n, dtype="float32")
    y_hat[range(n), y.asnumpy().astype(int)] = case.uniform(2e-4, 4e-4, n).asnumpy()
    return solution.cross_entropy(case.array(y_hat), y)


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Create helper arrays with ctx=y_hat.context, dtype=y_hat.dtype; write into no argument.",
)
def keeps_type_and_place(solution, case):
    """cross_entropy answers in float64 where y_hat is, and leaves its arguments alone."""
    y_hat, y = many_classes(case, *case.sizes(5, 3))
    y_hat = y_hat.astype("float64")
    return {"loss": solution.cross_entropy(y_hat, y), "y_hat": y_hat, "y": y}
