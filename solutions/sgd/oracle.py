"""What `sgd` should leave in the parameters, from its formula, in float64."""


def stepped(params, gradients, lr, batch_size):
    return [p - float(lr) * g / batch_size for p, g in zip(params, gradients, strict=True)]


def moves_against_the_gradient(xp, inputs):
    *arrays, lr = inputs
    return stepped(arrays[:2], arrays[2:], lr, 16)


def updates_every_parameter(xp, inputs):
    *arrays, balanced, lr = inputs
    params, gradients = arrays[:11], arrays[11:]
    for i in (1, 3, 5, 7, 8):
        params[i] = 0 * params[i]
    gradients[5], gradients[7] = balanced, 0 * gradients[7]
    return {
        "parameters": stepped(params, gradients, lr, 3),
        "left in the list": 11,
        "of them the caller's own": 11,
    }


def follows_its_arguments(xp, inputs):
    first, last, *arrays = inputs
    *arrays, _, _, faint, slight, tiny, _, gradient, _ = arrays
    settings = [(first, 1), (1, 7), (last, 256)]
    pairs = zip(arrays[::2], arrays[1::2], settings, strict=True)
    answers = [stepped([p], [g], lr, size) for p, g, (lr, size) in pairs]
    slight[0] = 0
    [faint], [tiny] = stepped([faint], [slight], 1e6, 1000), stepped([tiny], [gradient], 0.1, 1)
    return [*answers, {"lr = 0": "stays"}, faint, tiny, [True, False]]


def trains_a_regression(xp, inputs):
    w, b, *data = inputs
    for X, y in zip(data[::2], data[1::2], strict=True):
        w = w / 2
        error = X @ w + b - y
        w, b = stepped([w, b], [X.T @ error, error.sum(axis=0)], 0.3, len(X))
    return [w, b]


def keeps_float64(xp, inputs):
    param, gradient = inputs
    return stepped([param], [gradient / 3], 0.25, 16)


def stays_on_its_context(xp, inputs):
    param, gradient = inputs
    return stepped([param], [gradient], 0.75, 5)
