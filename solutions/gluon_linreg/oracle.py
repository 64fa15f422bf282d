"""What `make_net`'s net should answer and where `train` should lead, in float64."""

from grader.course.formulas import layers, perceptron, perceptron_gradients, single

WITHOUT = {
    "finds_the_true_parameters": "it asks whether training arrives, not for numbers",
    "leaves_the_data_alone": "it asks whether the data are the same, not for numbers",
}


def stepped(W, b, X, y, lr):
    """One step down the mean of (X W' + b - y)² / 2."""
    error = X @ W.T + b - y.reshape(-1, 1)
    rate = single(lr) * single(1 / len(X))
    return W - rate * (error.T @ X), b - rate * error.sum(axis=0)


def is_one_dense_layer(xp, inputs):
    X, W, b = inputs
    return {
        "layers in the Sequential": 1,
        "net[0] has the weight": True,
        "parameters": {"weight": W.shape, "bias": b.shape},
        "how they learn": "grad_req write with lr_mult 1",
        "answer": [X @ W.T + b, -X @ W.T + b],
    }


def leaves_the_input_size_open(xp, inputs):
    *three, _again = inputs
    shapes = [[(len(X), 1), (1, X.shape[1])] for X in three]
    return {"shapes": shapes, "draws other weights each time": True}


def descends_the_gradient(xp, inputs):
    W, b, X, y = inputs
    for _ in range(3):
        W, b = stepped(W, b, X, y, 0.2)
    return {"weight": W, "bias": b}


def returns_the_mean_losses(xp, inputs):
    X, y, *layers = inputs[:8]

    def losses(W, b, lr, epochs, times=1):
        """`times`: the net in training answers so many times as much."""
        found = []
        for _ in range(epochs):
            W, b = (p / times for p in stepped(times * W, times * b, X, y, times**2 * lr))
            found.append(float((((X @ W.T + b).reshape(-1) - y) ** 2).sum() / (2 * len(y))))
        return found

    return {
        "all in one minibatch": losses(*layers[:2], 0.1, 6, times=2),
        "with a tiny rate": losses(*layers[2:4], 1e-9, 5),
        "with a large rate": losses(*layers[4:], 3, 3),
        "with a large rate: the last is that of the net": [True],
        "no epochs": [],
        "in minibatches of 50: the loss of the net": [True],
    }


def goes_through_all_minibatches(xp, inputs):
    n = len(inputs[0])
    return {
        "sizes in each epoch": [[4, 4, n - 8]] * 2,
        "different examples in each epoch": [n, n],
        "sizes in a large data set": [1050] * 2,
        "all of a large data set": True,
        "all where batch_size is larger": True,
        "order of the second epoch": "a new one",
    }


def steps_once_for_each_minibatch(xp, inputs):
    *two, V, c, x, y, W, b = inputs[:10]
    X, y = xp.concatenate([x] * 4), xp.concatenate([y] * 4)
    for lr, more in [(0.05, 0)] * 4 + [(0.02, 3)] * 2:
        net = layers(two, "", "")
        error = perceptron(xp, X, net) - y.reshape(-1, 1) - more
        _, *gradients = perceptron_gradients(xp, X, net, error)
        rate = single(lr) * single(1 / len(X))
        two = [p - rate * g for p, g in zip(two, gradients, strict=True)]
    for _ in range(13):
        W, b = stepped(W, b, x, y[:1], 0.03)
    V, c = 0 * V, 0 * c
    X, y = xp.concatenate([x] * 72), xp.concatenate([y[:1]] * 72)
    for _ in range(2):
        V, c = stepped(V, c, X, y + 1000, 0.04)
    return {
        "a net of two layers": two,
        "a net that begins at 0": {"weight": V, "bias": c},
        "a single example": {"weight": W, "bias": b},
        "the step on 3 examples, batch_size 4": "lr * gradient / 3, or / 4",
    }
