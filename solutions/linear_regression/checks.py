"""How `linreg` and `squared_loss` are checked, each on its own."""

from contextlib import suppress

from grader.course import Exercise

exercise = Exercise("Linear regression", stubs=["linreg", "squared_loss"])


def left_alone(function, *given):
    """Whether the arrays are as they were; whether `function` takes them at all asks another
    check."""
    before = [array.asnumpy() for array in given]
    with suppress(Exception):
        function(*given)
    return all((array.asnumpy() == was).all() for array, was in zip(given, before, strict=True))


@exercise.check(points=3, hint="nd.dot(X, w) + b: b of shape (1,) is added to every row.")
def linreg_equals_reference(solution, case):
    """linreg equals the reference on random examples."""
    n, d = case.sizes(7, 4)
    return solution.linreg(case.normal(n, d), case.normal(d, 1), case.normal(1))


@exercise.check(points=1, hint="Take the sizes from X and w; the result is (n, 1), also for n = 1.")
def linreg_works_for_any_size(solution, case):
    """linreg works for one or two examples, one feature, 37 of 23, and as many of each, twice."""
    a, rows, columns = case.sizes(5, 37, 23)
    given = [
        (case.normal(n, d), case.normal(d, 1), case.normal(1))
        for n, d in [(a, a), (1, a), (2, a), (a, 1), (1, 1), (rows, columns)]
    ]
    answers = [solution.linreg(*arguments) for arguments in given]
    # The first arrays with other numbers: nothing may be kept from one call to the next.
    for array in given[0]:
        array[:] = case.normal(*array.shape)
    return [*answers, solution.linreg(*given[0])]


@exercise.check(
    points=2, hint="Use X, w and b in NDArray operations only: asnumpy and detach cut the gradient."
)
def linreg_has_the_right_gradients(solution, case):
    """linreg passes the right gradients back to X, w and b."""
    n, d = case.sizes(37, 3)

    def answer(X, w, b):
        # What it gets is computed: attach_grad() on it would cut it off from X, w and b.
        return solution.linreg(X * 1, w * 1, b * 1)

    many = case.gradient(answer, case.normal(n, d), case.normal(d, 1), case.normal(1))
    # One feature, whose weight may be taken for a number, and the bias that training starts with.
    one = case.gradient(answer, case.normal(n, 1), case.normal(1, 1), case.array([0]))
    # All weights are 0, where training may start as well.
    none = case.gradient(answer, case.normal(n, 2), case.array([[0], [0]]), case.normal(1))
    return [*many, *one, *none]


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Compute with the arguments only, and write into none of them.",
)
def linreg_keeps_type_and_place(solution, case):
    """linreg answers in float64 where X is, and leaves its arguments alone."""
    n, d = case.sizes(4, 6)
    X, w, b = case.normal(n, d), case.normal(d, 1), case.normal(1)
    result = solution.linreg(X, w, b)
    # One example, and one feature, whose weight may be taken for a number.
    few = [
        left_alone(solution.linreg, case.normal(*shape), case.normal(shape[1], 1), case.normal(1))
        for shape in [(1, d), (n, 1)]
    ]
    return {
        "result": result,
        "X": X,
        "w": w,
        "b": b,
        "leaves one example or feature as it was": all(few),
    }


@exercise.check(points=3, hint="(y_hat - y) ** 2 / 2 for each example, without a sum or a mean.")
def squared_loss_equals_reference(solution, case):
    """squared_loss equals the reference where both shapes are (n, 1)."""
    (n,) = case.sizes(8)
    return solution.squared_loss(case.normal(n, 1, scale=2), case.normal(n, 1))


@exercise.check(
    points=2, hint="(n, 1) minus (n,) becomes (n, n): use y.reshape(y_hat.shape) first."
)
def squared_loss_does_not_broadcast(solution, case):
    """squared_loss stays (n, 1) where y_hat is (n, 1) and y is (n,), and passes a gradient back."""
    (n,) = case.sizes(6)
    given = [(case.normal(k, 1), case.normal(k, scale=2)) for k in (n, 2)]
    losses = [solution.squared_loss(*arguments) for arguments in given]
    y_hat, y = given[0]

    def passes_back(labels):
        return case.passes_back(lambda p: solution.squared_loss(p, labels), y_hat)

    return {
        "losses": losses,
        # Whoever lets none through has lost another check's points.
        "a gradient only where y is (n, 1)": not passes_back(y) and passes_back(y.reshape((n, 1))),
    }


@exercise.check(
    points=1,
    hint="The result has the shape of y_hat, whatever that is; the difference has no bounds.",
)
def squared_loss_works_for_any_shape(solution, case):
    """squared_loss works for one to four axes, in several sizes, and for a large difference."""
    n, q, rows, columns = case.sizes(5, 3, 37, 23)
    shapes = [(n,), (n, q), (1, q), (1, 1), (q, q), (rows, columns), (n, 2, q), (q, 1, 2, n)]
    given = [(case.normal(*shape), case.normal(*shape)) for shape in shapes]
    answers = [solution.squared_loss(y_hat, y) for y_hat, y in given]
    # The first arrays with other numbers: nothing may be kept from one call to the next.
    for array in given[0]:
        array[:] = case.normal(n)
    zeros = case.normal(n), case.array([0, 1, 0, 2, 0][:n])  # a label of 0 counts as every other
    large = case.normal(2), case.array([1000, -700])
    return answers + [solution.squared_loss(*arguments) for arguments in (given[0], zeros, large)]


@exercise.check(
    points=2, hint="Stay with NDArray operations from y_hat to the result: asnumpy cuts it."
)
def squared_loss_has_the_right_gradient(solution, case):
    """squared_loss passes the right gradient back to y_hat."""
    (n,) = case.sizes(9)
    y, y_hat = case.normal(n, 1), case.normal(n, 1)
    y_hat[0] = y[0]  # where a root, a norm or a logarithm of the difference has no gradient
    gradients = [
        case.gradient(lambda y_hat: solution.squared_loss(y_hat * 1, y), answer)
        for answer in (y_hat, y + 1000)
    ]
    return [gradient for [gradient] in gradients]


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Compute with the arguments and plain numbers: y_hat -= y would change the caller's.",
)
def squared_loss_keeps_type_and_place(solution, case):
    """squared_loss answers in float64 where y_hat is, and leaves its arguments alone."""
    (n,) = case.sizes(4)
    y_hat, y = case.normal(n, 1), case.normal(n, 1)
    before = y_hat.asnumpy(), y.asnumpy()
    loss = solution.squared_loss(y_hat, y)
    shapes = [((n, 1), (n,)), ((1, 1), (1, 1)), ((2, 1, n), (2, 1, n))]
    others = [tuple(case.normal(*shape) for shape in pair) for pair in shapes]
    # No numbers: whatever is written into them, it is the same mistake.
    return {
        "loss": loss,
        "leaves y_hat as it was": bool((y_hat.asnumpy() == before[0]).all()),
        "leaves y as it was": bool((y.asnumpy() == before[1]).all()),
        "leaves both as they were in other shapes": all(
            left_alone(solution.squared_loss, *pair) for pair in others
        ),
    }
