"""How `sgd` is checked."""

from contextlib import suppress

from grader.course import Exercise
from grader.judge.laws import part, unchanged_or_zero

exercise = Exercise("Minibatch SGD", stubs=["sgd"])


def with_gradients(case, *shapes, scale=3):
    """A parameter of each shape with a gradient, as after `backward`."""
    params = [case.normal(*shape) for shape in shapes]
    for param in params:
        param.attach_grad()
        param.grad[:] = case.normal(*param.shape, scale=scale)
    return params


@exercise.check(
    points=4,
    hint="param - lr * param.grad / batch_size, written into the array: param[:] = ...",
)
def moves_against_the_gradient(solution, case):
    """Moves weights and bias by lr · gradient / batch_size, in place."""
    d, _ = case.sizes(5, 1)
    params = with_gradients(case, (d, 1), (1,))
    solution.sgd(list(params), case.number(0.02, 0.9), 16)
    return params


@exercise.check(
    points=2, hint="The loop goes over all of params; nothing in it may depend on one shape."
)
def updates_every_parameter(solution, case):
    """Updates every parameter, whatever its shape and however many there are."""
    a, b, rows, columns = case.sizes(4, 3, 37, 31)
    shapes = [(a, b), (b,), (b, 2, 1, a), (1,), (2, b, a), (b,), (b, 1), (a,), (1,)]
    shapes += [(b, b), (rows, columns)]
    params = with_gradients(case, *shapes)
    for i in (1, 3, 5, 7, 8):
        params[i][:] = 0  # as biases begin: two of one shape are equal, and are still two
    params[7].grad[:] = 0  # which says nothing of those that come after
    params[5].grad[:] = case.array([4, -4, 0][:b])  # whose sum is 0
    given = list(params)
    solution.sgd(given, case.number(0.1, 2), 3)
    # The caller's list still holds the very arrays, for their gradients are theirs alone.
    own = sum(any(array is param for param in params) for array in given)
    return {"parameters": params, "left in the list": len(given), "of them the caller's own": own}


@exercise.check(
    points=2, hint="Use the arguments lr and batch_size, not numbers or globals of the notebook."
)
def follows_its_arguments(solution, case):
    """Follows lr and batch_size, for a batch of one and for a large one, whatever the gradient."""
    import numpy as np

    answers = []
    for lr, batch_size in [(case.number(1.2, 1.9), 1), (1, 7), (case.number(20, 90), 256)]:
        params = with_gradients(case, case.sizes(2, 3), scale=200)
        solution.sgd(list(params), lr, batch_size)
        answers.append(params)
    [still] = with_gradients(case, case.sizes(2, 3), scale=200)
    before = still.asnumpy()
    with suppress(ValueError, AssertionError):  # who refuses to stand still may
        solution.sgd([still], 0, 4)
    # No numbers: whatever moves it, it is the same mistake.
    answers.append({"lr = 0": "moves" if (still.asnumpy() != before).any() else "stays"})
    # Gradients that are small and one that is 0, for a still larger batch.
    [faint] = with_gradients(case, (4,), scale=1e-4)
    faint.grad[0] = 0
    solution.sgd([faint], 1e6, 1000)
    # A tiny step of a tiny parameter, and one that is no number.
    tiny, spoilt = with_gradients(case, (3,), (2,))
    tiny *= 1e-8
    spoilt.grad[0] = float("nan")
    solution.sgd([tiny], 1e-9, 1)
    solution.sgd([spoilt], 0.5, 2)
    return [*answers, faint, tiny * 1e8, np.isnan(spoilt.asnumpy()).tolist()]


@exercise.check(
    points=1, hint="The arrays that autograd watches must be the ones that change: write in place."
)
def trains_a_regression(solution, case):
    """Takes three steps of a linear regression, each with its own gradients."""
    from mxnet import autograd, nd

    n, d = case.sizes(8, 3)
    w, b = case.normal(d, 1), case.normal(1)
    for param in (w, b):
        param.attach_grad()
    for _ in range(3):
        # The caller may change a parameter, too: nothing is kept of it from one call to the next.
        w[:] = w / 2
        X, y = case.normal(n, d), case.normal(n, 1)
        with autograd.record():
            loss = (nd.dot(X, w) + b - y) ** 2 / 2
        loss.backward()
        solution.sgd([w, b], 0.3, n)
    return [w, b]


@exercise.check(
    points=1,
    judge=part("gradients", unchanged_or_zero()),
    hint="Compute the step in a new array and change the parameter: param.grad is only read.",
)
def leaves_the_gradients_alone(solution, case):
    """Leaves the gradients as they were (or clears them to zero after the step)."""
    params = with_gradients(case, case.sizes(3, 2), (1,))
    old = [param.asnumpy() for param in params]
    grads = [param.grad for param in params]
    before = [grad.copy() for grad in grads]
    solution.sgd(list(params), 0.5, 20)
    moved = any((param.asnumpy() != was).any() for param, was in zip(params, old, strict=True))
    after = [param.grad.copy() for param in params]
    cleared = all((grad == 0).min().asscalar() for grad in after)
    # The caller goes on with the arrays that were the gradients, as `backward` does.
    for grad in grads:
        grad[:] = case.normal(*grad.shape)
    before += grads
    after += [param.grad for param in params]
    unmoved = "no new values, of gradients of 0" if cleared else "no new values"
    return {
        "gradients": {"before": before, "after": after},
        "new values" if moved else unmoved: moved,  # whoever does nothing earns nothing
    }


@exercise.check(
    points=1, dtype="float64", hint="Compute with param, param.grad and plain numbers only."
)
def keeps_float64(solution, case):
    """Updates float64 parameters, and leaves them float64."""
    params = with_gradients(case, case.sizes(3, 4), scale=300)
    params[0].grad[:] = params[0].grad / 3  # of more digits than float32 has
    # nd.sgd_update and optimizer.SGD keep lr / batch_size in float32, which is exact here.
    solution.sgd(list(params), 0.25, 16)
    return params


@exercise.check(
    points=1, device="cpu:1", hint="lr is a number and needs no array of its own: lr * param.grad."
)
def stays_on_its_context(solution, case):
    """Updates parameters where they are."""
    params = with_gradients(case, case.sizes(2, 5))
    solution.sgd(list(params), 0.75, 5)
    return params
