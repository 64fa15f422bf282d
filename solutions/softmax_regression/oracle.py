"""What `make_net`'s net answers, and what accuracy and training come to, in float64.

`batches` hands out, for each minibatch: draws, ranked rows X, guesses, labels y.  `far_apart` hands
out a dense layer's first weight and bias, which it then replaces by two others.
"""

from grader.course.formulas import one_hot, single, softmax


def right(X, y):
    """How many rows have their largest number at the place that y names."""
    return sum(max(range(len(x)), key=x.__getitem__) == k for x, k in zip(X, y, strict=True))


def minibatches(arrays):
    return list(zip(arrays[1::4], arrays[3::4], strict=True))


def accuracy(arrays):
    batches = minibatches(arrays)
    return sum(right(X, y) for X, y in batches) / sum(len(y) for _, y in batches)


def epoch(xp, W, b, batches, lr, batch_size, momentum=0.0, decay=0.0):
    """The parameters after one pass, the mean loss, and the accuracy on the way.

    decay: how much of itself each parameter loses in a step, the trainer's lr · wd.
    """
    rate = single(lr) * single(1 / batch_size)
    losses, hits, count = 0.0, 0, 0
    W_step, b_step = 0 * W, 0 * b
    for X, y in batches:
        scores = X @ W.T + b
        truth = one_hot(xp, y, len(b))
        P = softmax(xp, scores)
        losses -= float((xp.log(P) * truth).sum())
        hits += right(scores, y)
        count += len(y)
        error = P - truth
        W_step = momentum * W_step - rate * (error.T @ X) - decay * W
        b_step = momentum * b_step - rate * error.sum(axis=0) - decay * b
        W, b = W + W_step, b + b_step
    return W, b, (losses / count, hits / count)


def is_one_dense_layer(xp, inputs):
    X, W, b = inputs
    return {
        "parameters": [f"bias {b.shape}", f"weight {W.shape}"],
        "how they learn": "grad_req write with lr_mult 1",
        "where data are": True,
        "answer": X.reshape(len(X), -1) @ W.T + b,
    }


def counts_what_is_right(xp, inputs):
    turned = [(-X, y) for X, y in minibatches(inputs[:12])]
    some = accuracy(inputs[:12])
    after = sum(right(X, y) for X, y in turned) / sum(len(y) for _, y in turned)
    return [
        some,
        accuracy(inputs[12:16]),
        1.0,
        1.0,
        5 / 6,
        1.0,
        1 / 2,
        25 / 26,
        0.0,
        1.0,
        some,
        after,
    ]


def weighs_a_short_batch_by_its_size(xp, inputs):
    n = len(inputs[1])
    return {"all minibatches": (n - n // 2 + 1) / (n + 1), "takes an iterator": True}


def takes_whole_number_labels(xp, inputs):
    return {
        "accuracy": accuracy(inputs),
        "training mode as before": True,
        "accuracy on images": accuracy(inputs[:4]),
        "images as before": True,
    }


def trains(xp, inputs):
    W, b, *data = inputs[:10]
    V, c, X, y = inputs[10:14]
    U, a, x, z = inputs[14:18]
    rows = [X[:, ::-1].reshape(len(X), -1) for X in data[::2]]
    batches = list(zip(rows, data[1::2], strict=True))
    decay = single(0.8) * single(0.1)
    W, b, _ = epoch(xp, W, b, batches, 0.25 * 0.8, len(data[0]), momentum=0.5, decay=decay)
    V, c, _ = epoch(xp, V, c, [(X, y)], 0.6, len(X))
    U, a, _ = epoch(xp, U, a, [(x, z)], 0.3, 1)
    return {
        "weight": W,
        "bias": b,
        "after one large minibatch": {"weight": V, "bias": c},
        "after one example": {"weight": U, "bias": a},
        "the step on 5 examples, batch_size 8": "divided by 5, or by 8",
    }


def returns_loss_and_accuracy(xp, inputs):
    first, second, third = inputs[2:4], inputs[6:8], inputs[10:12]
    data, [_, X, _, _, *fourth, y] = inputs[12:24], inputs[24:]
    batches = minibatches(data)
    n, q = X.shape
    wrong = (X.argmax(axis=1) + 1) % q
    return [
        epoch(xp, *first, batches, 0.2, n)[2],
        epoch(xp, *second, [(X, wrong)], 99, n + 1)[2],
        epoch(xp, *third, [(X / 6, X.argmax(axis=1))] * 2, 0.4, n)[2],
        {"trains on a short one": True},
        epoch(xp, *fourth, [(one_hot(xp, y, 12), y)], 0.2, 3)[2],
        {"takes an iterator": True},
    ]


def trains_with_whole_number_labels(xp, inputs):
    q = len(inputs[3])
    batches = [(X, (y + 1) % q) for X, y in minibatches(inputs[4:])]
    W, b, found = epoch(xp, *inputs[2:4], batches, 0.3, len(batches[0][0]))
    return {
        "loss and accuracy": found,
        "weight": W,
        "bias": b,
        "leaves the labels": True,
        "leaves the learning rate": True,
        "how the parameters learn": "grad_req write with lr_mult 1",
        "training mode goes on": False,
        "a minibatch twice in training mode": False,
    }


def works_on_another_context(xp, inputs):
    batches = minibatches(inputs[4:])
    return {
        "evaluate_accuracy": accuracy(inputs[4:]),
        "train_epoch": epoch(xp, *inputs[2:4], batches, 0.15, len(batches[0][0]))[2],
    }
