"""How `train_valid_split` and `k_fold` are checked, each on its own."""

from grader.course import Exercise

exercise = Exercise("Choosing a model", stubs=["train_valid_split", "k_fold"])


SHUFFLED = {"shuffled parts": True}
"""In place of the parts, whose numbers would be other ones each time."""


def steady(function, *arguments):
    """What the function answers, or that it answers something else the next time: it shuffles."""
    copies = [a.copy() if hasattr(a, "copy") else a for a in arguments]
    answer = function(*arguments)
    return {"ordered parts": answer} if same(answer, function(*copies)) else SHUFFLED


def split(solution, X, y, fraction):
    """What train_valid_split answers, or that it shuffles: always in one order, perhaps."""
    answer = steady(solution.train_valid_split, X, y, fraction)
    match answer:
        case {"ordered parts": [_, labels, _, _]} if not in_order(labels, y):
            return SHUFFLED
    return answer


def in_order(labels, y):
    """Whether those of the labels that are in y stand in its order, where labels may repeat."""
    from mxnet import nd

    if not isinstance(labels, nd.NDArray):
        return True
    given, place = y.asnumpy().ravel().tolist(), 0
    known = set(given)
    try:
        for label in labels.asnumpy().ravel().tolist():
            place = given.index(label, place) if label in known else place
    except ValueError:
        return False
    return True


def same(one, other):
    """Whether all arrays in the two answers hold the same numbers."""
    import numpy as np
    from mxnet import nd

    if isinstance(one, list | tuple):
        return all(map(same, one, other))
    return not isinstance(one, nd.NDArray) or np.array_equal(one.asnumpy(), other.asnumpy())


def precise(case, n, a, b):
    """n images in float64 and their labels in int32, most of which float32 would round."""
    images, labels = case.normal(n, 1, a, b), case.integers(10**6, 10**7, n, 1, dtype="int32")
    return images / 3, labels * 100 + 1


def kept(parts, X, y, given):
    """The parts, and whether X and y are as they were given."""
    return {"parts": parts, "leaves X and y as they were": same([X, y], given)}


@exercise.check(
    points=3, hint="X[:n_train], y[:n_train], X[n_train:], y[n_train:], cut at the same row."
)
def split_equals_reference(solution, case):
    """train_valid_split keeps the last rows of X and y for validation."""
    n, d = case.sizes(10, 4)
    X, y = case.normal(n, d), case.normal(n)
    return [
        split(solution, X, y, 0.3 if n > 3 else 0.5),
        # As many features as examples.
        split(solution, case.normal(n, n), case.normal(n), 0.5),
    ]


@exercise.check(
    points=2, hint="round(len(X) * valid_fraction): int rounds down, math.ceil rounds up."
)
def split_rounds_to_the_nearest(solution, case):
    """train_valid_split rounds the number of rows to the nearest whole one."""
    sizes = {}
    several = [(7, 0.25), (5, 0.3), (11, 0.3), (11, 0.33), (9, 0.9), (20, 0.49), (440, 0.125)]
    several.append((31, 0.7))
    for n, fraction in several:
        parts = solution.train_valid_split(case.normal(n, 4), case.normal(n), fraction)
        sizes[f"n = {n}, valid_fraction = {fraction}"] = [len(part) for part in parts]
    return sizes


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Slices of an NDArray keep its dtype and context, whatever its number of axes.",
)
def split_keeps_type_and_place(solution, case):
    """train_valid_split works for images, int32 labels, float64 and another context.

    Images may be uint8, in which their rows cannot be numbered, and classes int64, here with more
    rows for validation than for training.
    """
    n, a, b = case.sizes(8, 3, 2)
    X, y = precise(case, n, a, b)
    given = [X.copy(), y.copy()]
    # A single row is for validation, which keeps its axes.
    parts = split(solution, X, y, 0.125 if n > 3 else 0.5)
    images = case.integers(0, 256, 300, 2, dtype="uint8")
    classes = case.integers(0, 10, 300, dtype="int64") + 10**9
    return {
        **kept(parts, X, y, given),
        "in uint8": split(solution, images, classes, 0.6),
    }


@exercise.check(
    points=3, hint="Fold i is rows i * (n // k) to (i + 1) * (n // k); nd.concat joins the others."
)
def fold_equals_reference(solution, case):
    """k_fold validates with fold i and trains on the others, in their order."""
    n, d = case.sizes(12, 5)
    return steady(solution.k_fold, 4 if n > 3 else 2, 1, case.normal(n, d), case.normal(n))


@exercise.check(
    points=2, hint="Count folds from 0, and mind the first and the last: one side is empty there."
)
def every_fold_validates_once(solution, case):
    """k_fold works for every fold, the first and the last too."""
    n, d = case.sizes(15, 2)
    k = 5 if n > 4 else 2
    X, y = case.normal(n, d), case.normal(n, 1)
    return [steady(solution.k_fold, k, i, X, y) for i in range(k)]


@exercise.check(
    points=2, hint="Folds end at row k * (n // k): what is behind that is in none of the results."
)
def leaves_the_rest_unused(solution, case):
    """k_fold leaves the rows unused that remain after k folds of n // k rows."""
    d, _ = case.sizes(3, 1)
    found = []
    # One size comes twice, for nothing may be kept; one cannot be numbered in uint8 nor float16,
    # and its labels are classes.
    for n, k in [(11, 3), (7, 4), (9, 2), (11, 3), (7, 3), (2101, 2)]:
        X = case.normal(n, d)
        y = case.normal(n) if n < 100 else case.integers(0, 10, n, dtype="int64")
        found.append([steady(solution.k_fold, k, i, X, y) for i in range(k)])
    return found


@exercise.check(points=1, hint="k may be any number from 2 to n, where each fold is one row.")
def works_for_two_folds_and_for_n(solution, case):
    """k_fold works for two folds and for as many folds as there are rows."""
    n, _ = case.sizes(12, 1)  # More than ten folds, and as many features as examples.
    X, y = case.normal(n, n), case.normal(n)
    return [steady(solution.k_fold, k, i, X, y) for k, i in [(2, 0), (2, 1), (n, 1)]]


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Slices and nd.concat keep dtype and context; make no new array on the way.",
)
def fold_keeps_type_and_place(solution, case):
    """k_fold works for images, int32 labels, float64 and another context."""
    n, a, b = case.sizes(10, 2, 4)  # A row is left over, and stays as it was, too.
    X, y = precise(case, n, a, b)
    given = [X.copy(), y.copy()]
    return kept(steady(solution.k_fold, 3 if n > 3 else 2, 0, X, y), X, y, given)
