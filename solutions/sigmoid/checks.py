"""How `sigmoid` is checked."""

from grader.course import Exercise

exercise = Exercise(
    "Sigmoid",
    stubs=["sigmoid"],
    own_work=[
        "sigmoid",
        "hard_sigmoid",
        "softmax*",
        "log_softmax*",
        "softmin",
        "Activation",
        "LeakyReLU",
        "LogisticRegressionOutput",
        "CTCLoss",  # of two classes, one step: its logarithm
        "RNN",  # an LSTM's gates are sigmoids
    ],
)


@exercise.check(points=4, hint="1 / (1 + nd.exp(-x)), element by element.")
def equals_reference(solution, case):
    """Equals the reference on random scores."""
    x = case.normal(*case.sizes(4, 6), scale=2).asnumpy()
    # Two columns around 8 and -8, so that a bound at a few units shows with any seed.
    return solution.sigmoid(case.array(x + [0, 0, 8, -8, 0, 0][: x.shape[1]]))


@exercise.check(
    points=1,
    hint="No line may depend on the number of axes of x, or leave out x = 0, where it is 1/2.",
)
def works_for_any_shape(solution, case):
    """Works for one to five axes, for a square, for a single element, and for 0."""
    a, b, c = case.sizes(7, 3, 2)
    shapes = [(a,), (1,), (1, b), (b, 1), (b, b), (c, a, b), (b, 1, c, a), (c, 1, b, 1, c)]
    scores = [case.normal(*shape) for shape in shapes]
    answers = [solution.sigmoid(x) for x in [*scores, case.array([0, -2, 1])]]
    # The first again, with other numbers in it: nothing may be kept from one call to the next.
    scores[0][:] = case.normal(a)
    return [*answers, solution.sigmoid(scores[0])]


@exercise.check(
    points=2, hint="Stay with NDArray operations from x to the result: asnumpy cuts the gradient."
)
def has_the_right_gradient(solution, case):
    """Passes the right gradient back to x, of two axes, one axis or one element."""

    def answer(x):
        # What it gets is computed, as a net's scores are: attach_grad() on it would cut it off.
        result = solution.sigmoid(x * 1)
        solution.sigmoid(x * 2)  # which must not take from the first what its gradient needs
        return result

    a, b = case.sizes(5, 3)
    # Two columns where the sigmoid is nearly flat, but not yet.
    far = case.array(case.normal(a, b).asnumpy() + [0, 7, -7][:b])
    scores = [far, *(case.normal(*shape) for shape in [(b,), (1,)])]
    return [gradient for x in scores for gradient in case.gradient(answer, x)]


def far_out(case, rows, columns):
    """Scores near 1000, -1000, 0, -95 and 300, a row each; all of the first two beyond 1000."""
    x = case.normal(*case.sizes(rows, columns)).asnumpy()
    return case.array(x + [[far] for far in (1010, -1010, 0, -95, 300)[: len(x)]])


@exercise.check(
    points=1,
    hint="exp(x) / (1 + exp(x)) is inf / inf for large x, 1 / (1 + exp(-x)) is not; if you clip x, "
    "then at about 50, and do not clip the answer.",
)
def survives_large_scores(solution, case):
    """Is 0 or 1, not nan, for scores near -1000 and 1000."""
    from mxnet import autograd

    x = far_out(case, 5, 4)
    with autograd.record():  # as while a net is trained
        recorded = solution.sigmoid(x)
    # The last holds a large score although its sum is negative: one `if` for all is not enough.
    mixed = case.array([[100, -500], [-30, -60]])
    return [recorded, solution.sigmoid(x), solution.sigmoid(mixed)]


@exercise.check(
    points=2,
    hint="exp(-x) is infinite for x below -88, and 0 times infinity is nan: limit x with nd.clip "
    "before exp, or write the sigmoid with nd.tanh.",
)
def has_finite_gradients_far_out(solution, case):
    """Has finite gradients for scores near 1000 and -1000."""
    return case.gradient(solution.sigmoid, far_out(case, 5, 7))


@exercise.check(
    points=1,
    dtype="float64",
    hint="Do not convert to float32 on the way; if you clip x, then at about 50.",
)
def keeps_float64(solution, case):
    """Answers in float64 for float64 scores."""
    x = case.normal(*case.sizes(3, 5))
    # A bound at 15 shows in float64 only: in float32 1 + tanh(x / 2) is right, and as coarse.
    return [solution.sigmoid(x), solution.sigmoid(case.array([[-18, -16, 16, 18]]))]


@exercise.check(
    points=1, device="cpu:1", hint="Create helper arrays on x's context: ctx=x.context."
)
def stays_on_its_context(solution, case):
    """Computes where x is."""
    return solution.sigmoid(case.normal(*case.sizes(2, 6)))


@exercise.check(points=1, hint="x *= ... and x[:] = ... change the caller's array: make a new one.")
def leaves_its_input_unchanged(solution, case):
    """Leaves x as it was."""
    from mxnet import autograd

    x = far_out(case, 5, 2)
    x.attach_grad()
    x.grad[:] = 1
    before = x.asnumpy()
    with autograd.pause():
        result = solution.sigmoid(x)
        off = not (autograd.is_recording() or autograd.is_training())
    with autograd.record():
        solution.sigmoid(case.array([[1, 0, -2]]))
        on = autograd.is_recording() and autograd.is_training()
    others = [case.normal(*shape) for shape in [(1,), (2, 1, 3), (1, 2, 1, 3)]]
    given = [other.copy() for other in others]
    for other in others:
        solution.sigmoid(other)
    kept = all((a == b).min().asscalar() for a, b in zip(others, given, strict=True))
    # No numbers: whatever is written into x, it is the same mistake.
    return {
        "leaves x as it was": kept and bool((x.asnumpy() == before).all()),
        "elements": result.size,
        "leaves x.grad as it was": bool((x.grad.asnumpy() == 1).all()),
        "leaves autograd's modes as they were": off and on,
    }
