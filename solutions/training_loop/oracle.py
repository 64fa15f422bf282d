"""What `train_epoch` and `train` should lead to, from the formulas of one step, in float64."""

from grader.course.formulas import one_hot, single, softmax


def loss(w, b, X, y):
    """The mean of (X w + b - y)² / 2."""
    return float((((X @ w + b).reshape(-1) - y) ** 2).sum() / (2 * len(y)))


def gradients(w, b, X, y, weights=None):
    """Of the summed loss, in which an example may have a weight."""
    error = X @ w + b - y.reshape(-1, 1)
    if weights is not None:
        error = error * weights.reshape(-1, 1)
    return [X.T @ error, error.sum(axis=0)]


def lopsided_weights(w, b, X, y):
    """2 where the answer is too small, else 1, one for each example."""
    return 1 + ((X @ w + b).reshape(-1) < y)


def pass_over(w, b, batches, lr, weights=None):
    """The parameters after one pass, and the gradients on the way."""
    met = []
    for X, y in batches:
        each = None if weights is None else weights(w, b, X, y)
        dw, db = gradients(w, b, X, y, each)
        met.append([dw, db])
        w, b = w - lr * dw / len(X), b - lr * db / len(X)
    return w, b, met


def pairs(arrays):
    return list(zip(arrays[::2], arrays[1::2], strict=True))


def updates_once_for_each_minibatch(xp, inputs):
    w, b, *data = inputs
    return [*pass_over(w, b, pairs(data), 0.2)[:2]]


def hands_over_the_gradient_of_the_sum(xp, inputs):
    w, b, *data = inputs
    *data, w_line, b_line, X, y, other, z = data
    batches = [(X.mean(axis=1), y) for X, y in pairs(data)]
    line = [(X.reshape(-1, 1), y), (other.reshape(-1, 1), z)]
    return pass_over(w, b, batches, 0.1)[2] + pass_over(w_line, b_line, line, 0.1)[2]


def tells_the_size_of_each_minibatch(xp, inputs):
    w, b, *data = inputs[:28]
    batches = [(X, y.mean(axis=1)) for X, y in pairs(data)]
    sizes = [len(X) for X, _ in batches]
    return {
        "sizes": sizes,
        "parameters": [*pass_over(w, b, batches, 0.05)[:2]],
        "sizes where the losses are nan": sizes[:4],
        "sizes where the losses are 0": sizes[:4],
        "leaves the minibatches as they were": True,
    }


def trains_another_net(xp, inputs):
    W, b, *data = inputs
    gamma, beta = xp.ones(W.shape[1]), xp.zeros(W.shape[1])
    for X, y in pairs(data):
        scaled = (X - X.mean(axis=0)) / (X.var(axis=0) + 1e-5) ** 0.5
        hidden = gamma * scaled + beta
        error = 2 * (softmax(xp, 2 * (hidden @ W.T + b)) - one_hot(xp, y, len(b)))
        back, rate = error @ W, single(0.3) * single(1 / len(X))
        gamma, beta = gamma - rate * (back * scaled).sum(axis=0), beta - rate * back.sum(axis=0)
        W, b = W - rate * (error.T @ hidden), b - rate * error.sum(axis=0)
    return [gamma, beta, W, b]


def returns_the_mean_losses(xp, inputs):
    w, b, X, y = inputs
    losses = []
    for _ in range(8):
        w, b, _ = pass_over(w, b, [(X, y)], 3)
        losses.append(loss(w, b, X, y))
    return {
        "a growing loss": losses,
        "a loss that stays": losses[-1:] * 4,
        "a loss of 0": [0.0] * 3,
        "no epochs": [],
        "losses where they are nan": 2,
    }


def measures_all_of_the_data(xp, inputs):
    w, b, X, y = inputs
    n, y = 5, y.mean(axis=1)
    batches = [(X[k : k + n], y[k : k + n]) for k in (1, n + 1)]
    losses = []
    for _ in range(4):
        # Trained with the answer 2 (X w + b), so along twice the error: X, w and b count double.
        w, b, _ = pass_over(2 * w, 2 * b, batches, 0.4, lopsided_weights)
        w, b = w / 2, b / 2
        each = ((X @ w + b).reshape(-1) - y) ** 2 * lopsided_weights(w, b, X, y) / 2
        losses.append(each)
    first, second, third, last = losses
    return [
        [float(each.mean()) for each in (first, second)],
        [float(third.mean())],
        [float(last[0])],
    ]


def makes_new_minibatches_each_epoch(xp, inputs):
    w, b, *data = inputs
    batches = pairs(data[:-2])
    w, b, _ = pass_over(w, b, batches, 0.15)
    return {
        "calls of make_batches": 4,
        "losses": 4,
        "parameters": [w, b],
        "updates before each call of make_batches": [0, 3, 6, 9],
        "sizes that update is told": [len(X) for X, _ in batches],
    }


def trains_in_any_type_and_place(xp, inputs):
    w, b, X, y = inputs
    X, losses = X.mean(axis=1), []
    for _ in range(2):
        w, b, _ = pass_over(w, b, [(X, y)], 0.25)
        losses.append(loss(w, b, X, y))
    return {"losses": losses, "parameters": [w, b]}
