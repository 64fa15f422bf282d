"""What `batch_norm` and `BatchNorm` should answer, from the formulas, in float64."""


def moments(X, shape):
    """Mean and variance of each column or channel, in the shape of gamma."""
    axes = (0, *range(2, X.ndim))
    count = X.size / X.shape[1]
    mean = X.sum(axis=axes, keepdims=True) / count
    variance = ((X - mean) ** 2).sum(axis=axes, keepdims=True) / count
    return mean.reshape(shape), variance.reshape(shape)


def normalised(xp, X, mean, var, eps):
    return (X - mean) / xp.sqrt(var + eps)


def trained(xp, X, gamma, beta, moving_mean, moving_var, eps, momentum):
    mean, var = moments(X, gamma.shape)
    return (
        gamma * normalised(xp, X, mean, var, eps) + beta,
        momentum * moving_mean + (1 - momentum) * mean,
        momentum * moving_var + (1 - momentum) * var,
    )


def predicted(xp, X, gamma, beta, moving_mean, moving_var, eps):
    return gamma * normalised(xp, X, moving_mean, moving_var, eps) + beta, moving_mean, moving_var


def gradients(xp, X, gamma, head, eps):
    """Of X, gamma and beta.  With Z = (X - mean) / s and means over the same axes,
    dX = gamma / s · (head - mean(head) - Z · mean(head · Z))."""
    axes = (0, *range(2, X.ndim))
    mean, var = moments(X, gamma.shape)
    Z = normalised(xp, X, mean, var, eps)
    count = X.size / X.shape[1]
    along_gamma = (head * Z).sum(axis=axes, keepdims=True)
    along_beta = head.sum(axis=axes, keepdims=True)
    dX = gamma / xp.sqrt(var + eps) * (head - along_beta / count - Z * along_gamma / count)
    return dX, along_gamma, along_beta


def by_features(X, vector):
    """A vector of one number for each column or channel, in a shape that fits X."""
    return vector.reshape((1, -1) + (1,) * (X.ndim - 2))


def normalises_columns(xp, inputs):
    return [trained(xp, *inputs[start : start + 5], 1e-5, 0.9) for start in (0, 5)]


def normalises_channels(xp, inputs):
    return [trained(xp, *inputs[start : start + 5], 1e-5, 0.9) for start in (0, 5, 10, 15)]


def predicts_with_moving_averages(xp, inputs):
    answers = []
    for first in (0, 10):
        X, *others = inputs[first : first + 5]
        answers += [predicted(xp, Z, *others, 1e-5) for Z in (X, X * 100)]
        answers.append(predicted(xp, *inputs[first + 5 : first + 10], 1e-5))
    return [*answers, *(predicted(xp, *inputs[first : first + 5], 1e-5) for first in (20, 25))]


def follows_its_arguments(xp, inputs):
    answers = []
    settings = [(True, 0.1, 0.3), (True, 2, 1), (False, 0.7, 0.5), (True, 0.4, 0)]
    for first in (0, 27, 54):
        factors, *drawn = inputs[first : first + 27]
        for start, (training, eps, momentum) in zip((0, 5, 10, 15), settings, strict=True):
            X, *others = drawn[start : start + 5]
            factors = by_features(X, factors)
            if training:
                answers.append(trained(xp, X * factors, *others, eps, momentum))
            else:
                *others, moving_var = others
                answers.append(predicted(xp, X * factors, *others, moving_var * factors, eps))
        X, gamma, beta, mean, var, close = drawn[20:]
        answers.append(predicted(xp, X, gamma, beta, mean, var / 3e4, 0))
        zeros = xp.zeros(gamma.shape)
        answers += [trained(xp, close, gamma, beta, zeros, zeros + k, 0, 0.8) for k in (0, 1)]
    return answers


def has_the_right_gradients(xp, inputs):
    answers = []
    for start in (0, 6):
        X, gamma, _, _, _, head = inputs[start : start + 6]
        found = gradients(xp, X, gamma, head, 1e-3)
        answers.append(dict(zip(("X", "gamma", "beta"), found, strict=True)))
    for start in (12, 18):
        X, gamma, _, mean, var, head = inputs[start : start + 6]
        axes = (0, *range(2, X.ndim))
        Z = normalised(xp, X, mean, var, 1e-3)
        answers.append(
            {
                "X": gamma / xp.sqrt(var + 1e-3) * head,
                "gamma": (head * Z).sum(axis=axes, keepdims=True),
                "beta": head.sum(axis=axes, keepdims=True),
            }
        )
    return answers


def keeps_type_and_place(xp, inputs):
    answers = []
    for start in (0, 10):
        answers.append(trained(xp, *inputs[start : start + 5], 1e-5, 0.8))
        answers.append(predicted(xp, *inputs[start + 5 : start + 10], 1e-5))
    return answers


def leaves_its_inputs_unchanged(xp, inputs):
    pairs = inputs[:2], inputs[5:7]
    return {
        "changed in training": "nothing",
        "changed in prediction": "nothing",
        "shapes of the results": [[X.shape, gamma.shape, gamma.shape] for X, gamma in pairs],
    }


def layer_normalises_in_training(xp, inputs):
    answers = []
    for start in (0, 4):
        gamma, beta, X, head = inputs[start : start + 4]
        gamma, beta = by_features(X, gamma), by_features(X, beta)
        mean, var = moments(X, gamma.shape)
        dX, along_gamma, along_beta = gradients(xp, X, gamma, head, 1e-5)
        answers.append(
            {
                "answer": gamma * normalised(xp, X, mean, var, 1e-5) + beta,
                "gradients": {
                    "x": dX,
                    "gamma": along_gamma.reshape(-1),
                    "beta": along_beta.reshape(-1),
                },
                "answer where nothing varies": X * 0 + beta,
            }
        )
    return answers


def after_training(xp, gamma, beta, small, large, larger, *predicted_on):
    gamma, beta = -by_features(small, gamma), -by_features(small, beta)  # as in the end
    mean, var = xp.zeros(gamma.shape), xp.zeros(gamma.shape)
    for X in (small, large, larger, larger[: len(small)], larger[:1]):
        new_mean, new_var = moments(X, gamma.shape)
        mean, var = 0.9 * mean + 0.1 * new_mean, 0.9 * var + 0.1 * new_var
    return [gamma * normalised(xp, X, mean, var, 1e-5) + beta for X in predicted_on]


def after_a_long_training(xp, gamma, beta, X):
    gamma, beta = by_features(X, gamma), by_features(X, beta)
    own_mean, own_var = moments(X, gamma.shape)
    # Minibatch number `step` is step · X; the last is -X.
    shares = [(0.1 * 0.9 ** (12 - step), step) for step in range(12)] + [(0.1, -1)]
    mean = sum(share * factor for share, factor in shares) * own_mean
    var = sum(share * factor**2 for share, factor in shares) * own_var
    return [
        gamma * normalised(xp, -X, -own_mean, own_var, 1e-5) + beta,
        gamma * normalised(xp, -X, mean, var, 1e-5) + beta,
    ]


def layer_predicts_after_training(xp, inputs):
    # Numbers 5 and 6 are gamma and beta of the layer that trains beside it.
    columns, images, long = inputs[:9], inputs[9:18], inputs[18:]
    answers = [after_training(xp, *part[:5], *part[7:]) for part in (columns, images)]
    return [*answers, after_a_long_training(xp, *long)]


def layer_works_on_any_context(xp, inputs):
    columns, images = inputs[:8], inputs[8:]
    return [after_training(xp, *part[:5], *part[7:]) for part in (columns, images)]


def layer_starts_with_ones_and_zeros(xp, inputs):
    return [
        {
            "parameters to train": {"beta": xp.zeros(X.shape[1]), "gamma": xp.ones(X.shape[1])},
            "shape of an answer": X.shape,
            "numbers of an answer": "all finite",
            "the first example alone": "the same answer",
            "the same examples again": "the same answer",
            "gamma and beta": "taken",
        }
        for X in inputs
    ]
