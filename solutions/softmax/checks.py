"""How `softmax` is checked."""

from contextlib import suppress

from grader.course import Exercise

exercise = Exercise(
    "Softmax",
    stubs=["softmax"],
    own_work=["softmax*", "log_softmax*", "softmin", "CTCLoss"],  # a step of CTC: its logarithm
)


@exercise.check(
    points=4,
    hint="Divide each element by the sum of its own row: axis=1, keepdims=True. Use the argument, "
    "by its name in the `def` line.",
)
def equals_reference(solution, case):
    """Equals the reference on random logits."""
    return solution.softmax(case.normal(*case.sizes(4, 10), scale=2))


@exercise.check(points=1, hint="Take the sizes from X, not from the example.")
def works_for_any_shape(solution, case):
    """Works for one row, one column, two classes, two small squares and one of 37 rows."""
    n, q, many = case.sizes(6, 5, 37)
    scores = [case.normal(*shape) for shape in [(1, q), (n, 1), (2, 2), (many, many), (q, q)]]
    answers = [solution.softmax(X) for X in scores]
    # The square again, with other numbers in it: nothing may be kept from one call to the next.
    scores[-1][:] = case.normal(q, q)
    return [*answers, solution.softmax(scores[-1])]


@exercise.check(
    points=2,
    hint="Use NDArray operations that make new arrays: asnumpy cuts the gradient, and writing into "
    "an array, out[i] = ..., is not recorded.",
)
def has_the_right_gradient(solution, case):
    """Passes the right gradient back to X."""

    def answer(X):
        # What it gets is computed, as a net's scores are: attach_grad() on it would cut it off.
        result = solution.softmax(X * 1)
        solution.softmax(X * 2)  # which must not take from the first what its gradient needs
        return result

    return case.gradient(answer, case.normal(*case.sizes(3, 7)))


def has_no_numbers(solution, X):
    """Whether the gradient at X is nan or infinite; whether there is one asks the check above."""
    import numpy as np
    from mxnet import autograd
    from mxnet.base import MXNetError

    X.attach_grad()
    with suppress(AttributeError, MXNetError):
        with autograd.record():
            answer = solution.softmax(X)
        answer.backward()
    return not np.isfinite(X.grad.asnumpy()).all()


@exercise.check(points=2, hint="exp overflows float32 above 88: subtract each row's maximum first.")
def survives_large_logits(solution, case):
    """Stays finite for logits near 1000 and -1000."""
    from mxnet import nd

    X = case.normal(*case.sizes(5, 6))
    rows = case.array([[1000.0], [-1000.0], [0.0], [500.0], [-90.0]][: X.shape[0]])
    # Far apart within a row: shifts by the row's mean or minimum overflow here, by 2000 in float64
    # as well.  One large score only, so that x - log(sum of exps) rounds no worse than the
    # quotient.
    # The first row is not the largest: its maximum does not shift the others well either.
    # The first and the last column each hold a large score: no column may be left out.
    mixed = case.array([[0, 1, 2], [1000, -1000, -1000], [-1000, 0, 1], [0, 1, 1000]])
    # Alone, without a large score, low ones underflow where only large ones are shifted, and six of
    # 87 overflow in their sum, although exp of each fits float32.
    low, one_row, many = X + -500, mixed[1:2].copy(), X * 0 + 87
    wide = nd.concat(0 * mixed.tile((1, 7)), mixed, dim=1)  # what counts is beyond ten classes
    given = X + rows, mixed, low, one_row, many, wide
    answers = [solution.softmax(scores) for scores in given]
    # It is nan if an exp overflows anywhere, even in a quotient that nd.where leaves out.
    return [*answers, {"a gradient that is nan or infinite": has_no_numbers(solution, mixed)}]


@exercise.check(
    points=1,
    dtype="float64",
    hint="Do not convert to float32 on the way, and add no small number to the sum.",
)
def keeps_float64(solution, case):
    """Answers in float64 for float64 logits."""
    X = case.normal(*case.sizes(3, 4))
    # Down to probabilities of about 1e-10, which a bound on the answer would show.  How many digits
    # of these are right is not asked: whoever takes expm1(x) + 1 for exp(x) rounds them to 1e-16.
    return solution.softmax(X + case.array([[0.0, -8.0, -16.0, -24.0][: X.shape[1]]]))


@exercise.check(
    points=1, device="cpu:1", hint="Create helper arrays on X's context: ctx=X.context."
)
def stays_on_its_context(solution, case):
    """Computes where X is."""
    return solution.softmax(case.normal(*case.sizes(2, 5)))


@exercise.check(points=1, hint="X -= ... and X[:] = ... change the caller's array: make a new one.")
def leaves_its_input_unchanged(solution, case):
    """Leaves X as it was."""
    from mxnet import autograd

    X = case.normal(*case.sizes(3, 5))
    X.attach_grad()
    X.grad[:] = 1
    # These overflow, so that even who shifts only where it is needed does so here.
    large = case.array([[0, 1000, 2], [-1000, -999, 1]])
    with autograd.pause():
        result = solution.softmax(X)
        solution.softmax(large)
        off = not (autograd.is_recording() or autograd.is_training())
    with autograd.record():
        solution.softmax(large)
        on = autograd.is_recording() and autograd.is_training()
    return {
        "X": X,
        "shape of the result": result.shape,
        "X of large scores": large,
        "leaves X.grad as it was": bool((X.grad.asnumpy() == 1).all()),
        "leaves autograd's modes as they were": off and on,
    }
