"""What `l2_penalty` should answer and what the trainers' steps should do, in float64."""

from grader.course.formulas import layers, one_hot, perceptron, perceptron_gradients, single


def penalty_equals_reference(xp, inputs):
    return [(w * w).sum().reshape(1) / 2 for w in inputs]


def penalty_keeps_type_and_place(xp, inputs):
    return {"penalties": penalty_equals_reference(xp, inputs), "leaves w as it was": True}


def penalty_has_the_right_gradient(xp, inputs):
    w, head, factor, other_head, *others = inputs
    return [
        [head * w],
        [other_head * (3 * factor**2 + 4 * factor)],
        *([head * w] for w, head in zip(others[::2], others[1::2], strict=True)),
    ]


def stepped(parameters, gradients, examples, lr, wd, which=(0, 1)):
    """Weights and biases in turn; weights move if 0 is in `which`, biases if 1 is."""
    decays = [single(wd), 0.0]
    return [
        p - single(lr) * (g * single(1 / examples) + decays[i % 2] * p) if i % 2 in which else p
        for i, (p, g) in enumerate(zip(parameters, gradients, strict=True))
    ]


def trained(xp, X, parameters, heads, lr, wd, which=(0, 1)):
    """The parameters after a step for each of `heads`, down Σ head · net(X)²."""
    activations = ["tanh"] * (len(parameters) // 2 - 1) + [""]
    for head in heads:
        net = layers(parameters, *activations)
        slopes = 2 * perceptron(xp, X, net) * head
        _, *gradients = perceptron_gradients(xp, X, net, slopes)
        parameters = stepped(parameters, gradients, len(X), lr, wd, which)
    return parameters


def decays_the_weight(xp, inputs):
    X, W, b, *heads = inputs
    return trained(xp, X, [W, b], heads, 0.1, 3, which=(0,))


def leaves_the_bias_undecayed(xp, inputs):
    X, W, b, *heads = inputs
    return trained(xp, X, [W, b], heads, 0.2, 2, which=(1,))


def reaches_every_layer(xp, inputs):
    X, *parameters = inputs[:7]
    deep = trained(xp, X, parameters, inputs[7:9], 0.05, 1.5)
    return [deep, of_words(xp, inputs[9:16]), of_a_moment(xp, inputs[16:])]


def of_words(xp, inputs):
    """An embedding, a convolution of one place over the words, and a dense layer."""
    words, E, K, c, W, b, head = inputs
    n, filters = len(words), K[:, :, 0]
    found = one_hot(xp, words.reshape(-1), len(E)).reshape(*words.shape, -1)
    hidden = xp.einsum("kc,ncw,wq->nkq", filters, found, E) + c.reshape(-1, 1)
    output = [(W, b, "")]
    slopes = 2 * perceptron(xp, hidden.reshape(n, -1), output) * head
    back, dW, db = perceptron_gradients(xp, hidden.reshape(n, -1), output, slopes)
    back = back.reshape(hidden.shape)
    dE = xp.einsum("kc,ncw,nkq->wq", filters, found, back)
    dK = xp.einsum("ncw,wq,nkq->kc", found, E, back).reshape(K.shape)
    [E] = stepped([E], [dE], n, 0.05, 1.5)
    steps = [dK, back.sum(axis=(0, 2)), dW, db]
    return [E, *stepped([K, c, W, b], steps, n, 0.05, 1.5)]


def of_a_moment(xp, inputs):
    """A recurrent layer from a state of zeros, for one moment, and a dense layer."""
    X, Wx, Wh, bx, bh, W, b, head = inputs
    rows, recurrent = X[0], [(Wx, bx + bh, "tanh")]
    hidden = perceptron(xp, rows, recurrent).reshape(1, -1)
    output = [(W, b, "")]
    slopes = 2 * perceptron(xp, hidden, output) * head
    back, dW, db = perceptron_gradients(xp, hidden, output, slopes)
    _, dWx, dbx = perceptron_gradients(xp, rows, recurrent, back.reshape(len(rows), -1))
    parameters, steps = [Wx, bx, Wh, bh, W, b], [dWx, dbx, 0 * Wh, dbx, dW, db]
    Wx, bx, Wh, bh, W, b = stepped(parameters, steps, 1, 0.05, 1.5)
    return [Wx, Wh, bx, bh, W, b]


def follows_its_arguments(xp, inputs):
    other_lr, wd, lr, *arrays = inputs
    answers = []
    for start, settings in enumerate([(lr, 0), (0.01, 50), (other_lr, wd), (other_lr, wd)]):
        X, W, b, head = arrays[4 * start : 4 * start + 4]
        answers.append(trained(xp, X, [W, b], [head], *settings))
    return answers


def accepts_open_input_sizes(xp, inputs):
    """A convolution with a kernel of two rows is a dense layer on each pair of rows."""
    _, X, K, c, V, W, b, head = inputs
    given = [xp.full(p.shape, 0.75 if p.ndim > 1 else 0) for p in (K, c, V, W, b)]
    n, _, h, w = X.shape
    top, bottom = X[:, 0, : h - 1].reshape(-1, 1), X[:, 0, 1:].reshape(-1, 1)
    pairs = xp.concatenate([top, bottom], axis=1)
    at_places = [(K.reshape(len(K), 2), c, "relu")]

    def by_image(values):
        """(places of all images, channels) as one row for each image, channels first."""
        return values.reshape(n, (h - 1) * w, len(K)).transpose(0, 2, 1).reshape(n, -1)

    hidden = by_image(perceptron(xp, pairs, at_places))
    output = [(V, 0, ""), (W, b, "")]
    answer = perceptron(xp, hidden, output)
    back, dV, _, dW, db = perceptron_gradients(xp, hidden, output, 2 * answer * head)
    back = back.reshape(n, len(K), (h - 1) * w).transpose(0, 2, 1).reshape(-1, len(K))
    _, dK, dc = perceptron_gradients(xp, pairs, at_places, back)
    [V] = stepped([V], [dV], n, 0.5, 0.25)
    K, c, W, b = stepped([K, c, W, b], [dK.reshape(K.shape), dc, dW, db], n, 0.5, 0.25)
    return {"as it was initialised": given, "after a step": [K, c, V, W, b]}
