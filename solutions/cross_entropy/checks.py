"""How `binary_cross_entropy` and `cross_entropy` are checked, each on its own.

No other class ever has probability 0: log(y_hat) before picking, or times one-hot labels, is right
too, and would meet 0 times infinity there.  float64 is checked to float32's precision, so that
log(y_hat + 1e-12) is right in it too.  Small probabilities are so large that 1e-8 does not show in
float32, where many add it, and 1e-7 does; of smaller ones the losses are rounded, see `whole`.
"""

from grader.course import Exercise

exercise = Exercise(
    "Cross entropy",
    stubs=["binary_cross_entropy", "cross_entropy"],
    own_work=[
        "softmax_cross_entropy",
        "CTCLoss",
        *(
            f"mxnet.gluon.loss.{name}.{method}"
            for name in (
                "SoftmaxCrossEntropyLoss",
                "SigmoidBinaryCrossEntropyLoss",
                "LogisticLoss",
                "KLDivLoss",
                "PoissonNLLLoss",
            )
            # Once a loss is hybridised, only `forward` is entered.
            for method in ("forward", "hybrid_forward")
        ),
        *(
            f"mxnet.metric.{name}.update"
            for name in ("CrossEntropy", "NegativeLogLikelihood", "Perplexity", "Loss")
        ),
    ],
)


def two_classes(case, n):
    """Probabilities of class 1, and labels of both kinds."""
    labels = [0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0] * 4
    return case.uniform(0.05, 0.95, n), case.array(labels[:n])


def many_classes(case, n, q, first=0, labels="float32"):
    """Rows of probabilities that sum to 1, and labels from `first` on."""
    import numpy as np

    weights = case.uniform(0.1, 1, n, q).asnumpy().astype(np.float64)
    rows = weights / weights.sum(axis=1, keepdims=True)
    return case.array(rows), case.integers(first, q, n, dtype=labels)


ROUNDED = 5.055e-7
"""As 1 - (1 - p) or p - 1 it is rounded to 4.77e-7 in float32, and its loss from 14 to 15."""


def whole(loss):
    """The losses to the nearest whole number, where 1e-8 beside a probability does not show."""
    return loss.round() if hasattr(loss, "round") else loss


@exercise.check(points=3, hint="-y * log(y_hat) - (1 - y) * log(1 - y_hat), one loss per example.")
def binary_equals_reference(solution, case):
    """binary_cross_entropy equals the reference on random probabilities."""
    n, many = case.sizes(9, 37)
    y_hat, y = two_classes(case, n)
    first = solution.binary_cross_entropy(y_hat, y)
    # The same arrays with other numbers: nothing may be kept from one call to the next.
    y_hat[:] = case.uniform(0.05, 0.95, n)
    none = case.array([0] * n)  # of class 1
    others = [(y_hat, y), (y_hat, none), two_classes(case, 1), two_classes(case, many)]
    # No example is left out: neither one that is nearly certain nor one that is not at all.
    sure = [0.5, 0.5, 0.97, 0.03, 0.995, 0.005, 0.97, 0.03]
    others.append((case.array(sure), case.array([1, 0, 1, 0, 1, 0, 0, 1])))
    others.append((case.uniform(0.05, 0.95, 2), case.array([1, 0])))
    return [first, *(solution.binary_cross_entropy(*arguments) for arguments in others)]


@exercise.check(
    points=1, hint="Stay with NDArray operations from y_hat to the result: asnumpy cuts it."
)
def binary_has_the_right_gradient(solution, case):
    """binary_cross_entropy passes the right gradient back to y_hat."""
    y_hat, y = two_classes(case, *case.sizes(7))
    # What it gets is computed, as by a net: attach_grad() on it would cut it off from y_hat.
    return case.gradient(lambda p: solution.binary_cross_entropy(p * 1, y), y_hat)


@exercise.check(
    points=1, hint="Take the logarithm of y_hat itself, with nothing added to it and no clipping."
)
def binary_knows_small_probabilities(solution, case):
    """binary_cross_entropy is right where the true class got ten thousandths, or millionths."""
    (n,) = case.sizes(5)
    small = solution.binary_cross_entropy(case.uniform(2e-4, 4e-4, n), case.array([1] * n))
    y_hat = case.array([3e-7, 3e-6, 3e-5, 0.3, ROUNDED])
    return [small, whole(solution.binary_cross_entropy(y_hat, case.array([1] * 5)))]


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
    n, q, rows, columns = case.sizes(8, 5, 37, 23)
    shapes = [(n, q), (q, q), (1, q), (rows, columns), (n, 2)]
    given = [many_classes(case, *shape) for shape in shapes]
    given.append(many_classes(case, 2, 2, first=1))
    answers = [solution.cross_entropy(*arguments) for arguments in given]
    # The first arrays with other numbers: nothing may be kept from one call to the next.
    y_hat, y = given[0]
    y_hat[:], y[:] = many_classes(case, n, q)
    answers.append(solution.cross_entropy(y_hat, y))
    # Of one class the loss is 0, or the 1e-7 of who keeps probabilities that far below 1.  No
    # operator rounds it: one of MXNet's would count as the solution's.
    alone = solution.cross_entropy(*many_classes(case, q, 1))
    rounded = alone.asnumpy().round().tolist() if hasattr(alone, "asnumpy") else alone
    return {"losses": answers, "losses of one class, rounded": rounded}


@exercise.check(
    points=2, hint="Stay with NDArray operations from y_hat to the result: asnumpy cuts it."
)
def has_the_right_gradient(solution, case):
    """cross_entropy passes the right gradient back to y_hat."""
    n, q = case.sizes(6, 4)

    def gradient(classes):
        y_hat, y = many_classes(case, n, classes)
        return case.gradient(lambda p: solution.cross_entropy(p * 1, y), y_hat)  # as above

    return [*gradient(q), *gradient(2)]


@exercise.check(
    points=1,
    hint="MXNet does not compare float32 with int32 or int64: y.astype(...), or nd.pick. Do not "
    "write into y.",
)
def takes_whole_number_labels(solution, case):
    """cross_entropy takes labels in int32 and int64 too, of 300 examples or 300 classes."""
    few, many, q = case.sizes(7, 300, 6)
    # More examples and classes than int8 and uint8 can number, and more classes than one digit can.
    given = [
        many_classes(case, few, q, labels="int32"),
        many_classes(case, many, 2 * q, labels="int64"),
        many_classes(case, few, many, first=many - few, labels="int32"),
    ]
    before = [y.asnumpy() for _, y in given]
    losses = [solution.cross_entropy(*arguments) for arguments in given]
    kept = all((y.asnumpy() == was).all() for (_, y), was in zip(given, before, strict=True))
    y_hat, y = given[0]

    def passes_back(labels):
        return case.passes_back(lambda p: solution.cross_entropy(p, labels), y_hat)

    passed = [passes_back(y.astype(dtype)) for dtype in ("int32", "int64")]
    # Whoever lets none through has lost another check's points.
    cut = not all(passed) and passes_back(y.astype("float32"))
    return {
        "losses": losses,
        "leaves the labels as they were": kept,
        "a gradient for labels in float32 only": cut,
    }


@exercise.check(
    points=1, hint="Take the logarithm of y_hat itself, with nothing added to it and no clipping."
)
def knows_small_probabilities(solution, case):
    """cross_entropy is right where the true class got ten thousandths, or millionths."""
    n, q = case.sizes(4, 3)
    y_hat, y = case.uniform(0.2, 0.4, n, q).asnumpy(), case.integers(0, q, n, dtype="float32")
    true = y.asnumpy().astype(int)
    y_hat[range(n), true] = case.uniform(2e-4, 4e-4, n).asnumpy()
    y_hat[range(n), true - 1] += 1 - y_hat.sum(axis=1)  # Another class gets the rest of the row.
    small = solution.cross_entropy(case.array(y_hat), y)
    rows = [[3e-7, 0.5, 0.4999997], [0.4, 3e-6, 0.599997], [0.8, 0.19997, 3e-5]]
    rows = case.array([*rows, [0.3, 0.7 - ROUNDED, ROUNDED]])
    return [small, whole(solution.cross_entropy(rows, case.array([0, 1, 2, 2])))]


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Create helper arrays with ctx=y_hat.context, dtype=y_hat.dtype; write into no argument.",
)
def keeps_type_and_place(solution, case):
    """cross_entropy answers in float64 where y_hat is, and leaves its arguments alone."""
    y_hat, y = many_classes(case, *case.sizes(5, 3))
    y_hat = y_hat.astype("float64")
    loss = solution.cross_entropy(y_hat, y)
    # Of these the loss may be nan, see above, but they are not to be refused or bounded in place.
    certain = case.array([[1, 0], [0, 1]])
    solution.cross_entropy(certain, case.array([0, 1]))
    kept = certain.asnumpy().tolist() == [[1, 0], [0, 1]]

    def passes_back(array):
        return case.passes_back(lambda p: solution.cross_entropy(p, y), array)

    return {
        "loss": loss,
        "y_hat": y_hat,
        "y": y,
        "leaves y_hat of 0 and 1 as it was": kept,
        "a gradient in float32 only": not passes_back(y_hat)
        and passes_back(y_hat.astype("float32")),
    }
