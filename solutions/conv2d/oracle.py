"""What `corr2d` and `Conv2D` should answer, from the formula, in float64."""

WITHOUT = {"layer_names_its_parameters": "it asks for names and shapes, not for numbers"}


def corr2d(xp, X, K):
    """Each number of the result on its own, as the formula says."""
    kh, kw = K.shape
    h, w = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    numbers = [(X[i : i + kh, j : j + kw] * K).sum() for i in range(h) for j in range(w)]
    return xp.stack(numbers).reshape(h, w)


def equals_reference(xp, inputs):
    X, K = inputs
    return corr2d(xp, X, K)


keeps_float64 = stays_on_its_context = equals_reference


def works_for_any_size(xp, inputs):
    *pairs, row, black, edges, means, nothing, X, K = inputs
    pairs = [
        *zip(pairs[::2], pairs[1::2], strict=True),
        *((row * black, kernel) for kernel in (edges, means, nothing)),
        (X, K),
    ]
    return [corr2d(xp, X, K) for X, K in pairs]


def leaves_its_inputs_unchanged(xp, inputs):
    X, K, *_ = inputs
    return {"changed": "nothing", "shape of the result": corr2d(xp, X, K).shape}


def layer_equals_reference(xp, inputs):
    images, (weight, bias), others = inputs[:4], inputs[4:6], inputs[6:14]
    answers = [corr2d(xp, x, weight) - abs(bias) for x in images]
    for kernel, number, x in zip(others[::2], others[1::2], inputs[14:], strict=True):
        # Where the kernel has one number, the bias has the same.
        answers.append(corr2d(xp, x, kernel) + (kernel[0] if kernel.size == 1 else abs(number)))
    answers.append(corr2d(xp, -images[0], weight) - abs(bias))
    return {"answers": answers, "changed": "nothing"}


def layer_works_in_a_sequential(xp, inputs):
    first, one, second, two, X = inputs
    return corr2d(xp, corr2d(xp, X, first) + abs(one), second) - abs(two)
