"""What `linreg` and `squared_loss` should answer, from their formulas, in float64."""


def loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


def linreg_equals_reference(xp, inputs):
    X, w, b = inputs
    return X @ w + b


def linreg_works_for_any_size(xp, inputs):
    triples = zip(inputs[::3], inputs[1::3], inputs[2::3], strict=True)
    return [X @ w + b for X, w, b in triples]


def linreg_has_the_right_gradients(xp, inputs):
    gradients = []
    for X, w, _, head in (inputs[:4], inputs[4:8], inputs[8:]):
        gradients += [head @ w.T, X.T @ head, head.sum(axis=0)]
    return gradients


def linreg_keeps_type_and_place(xp, inputs):
    X, w, b = inputs[:3]
    return {
        "result": X @ w + b,
        "X": X,
        "w": w,
        "b": b,
        "leaves one example or feature as it was": True,
    }


def squared_loss_equals_reference(xp, inputs):
    y_hat, y = inputs
    return loss(y_hat, y)


def squared_loss_works_for_any_shape(xp, inputs):
    return [loss(y_hat, y) for y_hat, y in zip(inputs[::2], inputs[1::2], strict=True)]


def squared_loss_does_not_broadcast(xp, inputs):
    return {
        "losses": squared_loss_works_for_any_shape(xp, inputs),
        "a gradient only where y is (n, 1)": False,
    }


def squared_loss_has_the_right_gradient(xp, inputs):
    y, y_hat, head, other = inputs
    gradient = head * (y_hat - y)
    gradient[0] = 0  # y_hat[0] is y[0]
    return [gradient, 1000 * other]


def squared_loss_keeps_type_and_place(xp, inputs):
    y_hat, y = inputs[:2]
    return {
        "loss": loss(y_hat, y),
        "leaves y_hat as it was": True,
        "leaves y as it was": True,
        "leaves both as they were in other shapes": True,
    }
