"""What `binary_cross_entropy` and `cross_entropy` should answer, from their formulas, in float64.

`many_classes` hands out weights, then rows of probabilities made of them, then labels.
"""

from grader.course.formulas import one_hot


def binary(xp, y_hat, y):
    return -xp.log(xp.where(y == 1, y_hat, 1 - y_hat))


def loss(xp, y_hat, y):
    return -xp.log((y_hat * one_hot(xp, y, y_hat.shape[1])).sum(axis=1))


def binary_equals_reference(xp, inputs):
    y_hat, y, other, none, *more = inputs
    others = (y_hat, y), (other, y), (other, none), *zip(more[::2], more[1::2], strict=True)
    return [binary(xp, *arguments) for arguments in others]


def binary_knows_small_probabilities(xp, inputs):
    small, ones, tiny, others = inputs
    return [binary(xp, small, ones), binary(xp, tiny, others).round()]


def binary_has_the_right_gradient(xp, inputs):
    y_hat, y, head = inputs
    return [head * xp.where(y == 1, -1 / y_hat, 1 / (1 - y_hat))]


def binary_keeps_type_and_place(xp, inputs):
    y_hat, y = inputs
    return {"loss": binary(xp, y_hat, y), "y_hat": y_hat, "y": y}


def losses(xp, inputs):
    return [loss(xp, y_hat, y) for y_hat, y in zip(inputs[1::3], inputs[2::3], strict=True)]


def equals_reference(xp, inputs):
    return {
        "losses": losses(xp, inputs[:-3]),
        "losses of one class, rounded": [0.0] * len(inputs[-1]),
    }


def takes_whole_number_labels(xp, inputs):
    return {
        "losses": losses(xp, inputs),
        "leaves the labels as they were": True,
        "a gradient for labels in float32 only": False,
    }


def has_the_right_gradient(xp, inputs):
    return [
        -head.reshape(-1, 1) * one_hot(xp, y, y_hat.shape[1]) / y_hat
        for y_hat, y, head in zip(inputs[1::4], inputs[2::4], inputs[3::4], strict=True)
    ]


def knows_small_probabilities(xp, inputs):
    _, y, _, y_hat, rows, classes = inputs
    return [loss(xp, y_hat, y), loss(xp, rows, classes).round()]


def keeps_type_and_place(xp, inputs):
    _, y_hat, y, _, _ = inputs
    kept = {"y_hat": y_hat, "y": y, "leaves y_hat of 0 and 1 as it was": True}
    return {"loss": loss(xp, y_hat, y), **kept, "a gradient in float32 only": False}
