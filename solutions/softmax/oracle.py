"""What `softmax` should answer, from its formula, in float64."""

from grader.course.formulas import softmax


def equals_reference(xp, inputs):
    [X] = inputs
    return softmax(xp, X)


stays_on_its_context = equals_reference


def keeps_float64(xp, inputs):
    X, spread = inputs
    return softmax(xp, X + spread)


def works_for_any_shape(xp, inputs):
    return [softmax(xp, X) for X in inputs]


def has_the_right_gradient(xp, inputs):
    X, head = inputs
    S = softmax(xp, X)
    return [S * (head - (S * head).sum(axis=1, keepdims=True))]


def survives_large_logits(xp, inputs):
    X, rows, mixed = inputs
    wide = xp.concatenate([0 * mixed] * 7 + [mixed], axis=1)
    given = X + rows, mixed, X - 500, mixed[1:2], 0 * X + 87, wide
    answers = [softmax(xp, scores) for scores in given]
    return [*answers, {"a gradient that is nan or infinite": False}]


def leaves_its_input_unchanged(xp, inputs):
    X, large = inputs
    return {
        "X": X,
        "shape of the result": X.shape,
        "X of large scores": large,
        "leaves X.grad as it was": True,
        "leaves autograd's modes as they were": True,
    }
