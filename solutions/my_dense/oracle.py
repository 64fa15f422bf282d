"""What `MyDense` should answer, from its formula, in float64.

`known` fills each parameter twice: the second values count, biases before weights.  `redraw` fills
them once.
"""

WITHOUT = {"names_its_parameters": "it asks for names and shapes, not for numbers"}


def layer(xp, X, W, b):
    return xp.maximum(X @ W + b, 0)


def keeps_float64(xp, inputs):
    _, _, b, W, X = inputs
    return layer(xp, X, W, b)


def equals_reference(xp, inputs):
    _, _, b, W, _, _, b_small, W_small, X = inputs
    return [layer(xp, X, W, b), layer(xp, X, W_small, b_small) / 10000]


def stays_on_its_context(xp, inputs):
    b, W, X = inputs
    return layer(xp, X, W, b)


def multiplies_and_adds(xp, inputs):
    _, _, b, W, _, _, b_small, W_small, *_ = inputs
    *batches, X_small, X = inputs[12:]
    answers = [X @ abs(W) + abs(b) for X in batches]
    return [*answers, (X_small @ abs(W_small) + abs(b_small)) / 10000, 0 * (X @ W)]


def works_for_any_size(xp, inputs):
    answers = []
    for start in range(0, len(inputs), 6):
        _, _, b, W, x, more = inputs[start : start + 6]
        answer, another = layer(xp, x, W, b), layer(xp, more, W, b)
        answers.append({"result": answer, "of one example more": another, "x": x})
    return answers


def has_the_right_gradients(xp, inputs):
    answers = []
    for start in (2, 6, 12):
        b, W, X, head = inputs[start : start + 4]
        through = head * (X @ W + b > 0)
        answers += [through @ W.T, through.sum(axis=0), X.T @ through]
    return {"gradients": answers, "a trainer changes": "all"}


def works_in_a_sequential(xp, inputs):
    x, others, *parameters = inputs
    answers = []
    for start, X in ((4, x), (8, x), (8, others)):
        b_second, b_first, W_first, W_second = parameters[start : start + 4]
        answers.append(layer(xp, layer(xp, X, W_first, b_first), W_second, b_second))
    return answers
