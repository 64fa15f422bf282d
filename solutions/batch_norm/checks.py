"""How `batch_norm` and `BatchNorm` are checked.

The layer is judged by its answers alone: the shapes of gamma and beta, and how and from which
numbers the running averages start, are the solution's own business.  Its inputs vary so much that
a smaller eps than 1e-5, as in other editions of the book, makes no difference; 1e-3 makes one.
"""

from grader.course import Exercise

exercise = Exercise(
    "Batch normalisation",
    stubs=["batch_norm", "BatchNorm"],
    own_work=["*BatchNorm*", "InstanceNorm", "LayerNorm", "GroupNorm", "L2Normalization"],
)


def arguments(case, *shape):
    """Random X of this shape, gamma, beta, moving mean and moving variance (positive).

    Most of gamma is negative, which shows who takes it for positive.
    """
    features = (1, shape[1]) + (1,) * (len(shape) - 2)
    return [
        case.normal(*shape, mean=1.5, scale=2),
        case.normal(*features, mean=-1),
        case.normal(*features),
        case.normal(*features),
        case.uniform(0.5, 3, *features),
    ]


def what_changes(solution, case, mode):
    """The names of the arrays that batch_norm writes into, and the shapes of its results."""
    names = ("X", "gamma", "beta", "moving_mean", "moving_var")
    n, d, h, w = case.sizes(4, 6, 3, 2)
    changed, shapes = set(), []
    for shape in [(n, d), (n, d, h, w)]:
        inputs = dict(zip(names, arguments(case, *shape), strict=True))
        before = {name: array.asnumpy() for name, array in inputs.items()}
        with mode:
            Y, mean, var = solution.batch_norm(*inputs.values(), 1e-5, 0.6)
        changed |= {name for name in names if (inputs[name].asnumpy() != before[name]).any()}
        shapes.append([Y.shape, mean.shape, var.shape])
    return " and ".join(name for name in names if name in changed) or "nothing", shapes


def named(block):
    """The block's parameters by the last part of their names."""
    return {name.rpartition("_")[2]: p for name, p in block.collect_params().items()}


def gamma_and_beta(block):
    """Both parameters, where there are such, by their names or else by what they start from: a
    wrong name loses the check of the names alone."""
    found = {name: p for name, p in named(block).items() if name in ("gamma", "beta")}
    for parameter in block.collect_params().values():
        if parameter.grad_req != "null" and parameter not in found.values():
            start = parameter.list_data()[0].mean().asscalar()
            found.setdefault("gamma" if start == 1 else "beta", parameter)
    return found


def layer(solution, case, num_features, num_dims):
    """A BatchNorm with known gamma and beta, and these two."""
    block = solution.BatchNorm(num_features, num_dims)
    block.initialize(ctx=case.ctx)
    if case.dtype != "float32":
        block.cast(case.dtype)
    values = {"gamma": case.normal(num_features, mean=1), "beta": case.normal(num_features)}
    parameters = gamma_and_beta(block)
    for kind, parameter in parameters.items():
        parameter.set_data(values[kind].reshape(parameter.shape))
    return block, parameters


def after_training(solution, case, shape, predicted):
    """What a layer answers to arrays of the shapes `predicted` after training on five batches.

    The numbers of the first are of the size of 1, the later ones' a billion times as large.  So
    the running averages keep nothing that shows of what they started from: zeros, ones, or the
    first batch's own mean and variance.  Neither another layer that trains beside it, nor a
    prediction between two epochs, nor a batch of another size, of one example too, changes
    anything.  New numbers in gamma and beta do, without any training after the last prediction.
    """
    from mxnet import autograd

    block, parameters = layer(solution, case, shape[1], len(shape))
    small = case.normal(*shape)
    large = case.normal(shape[0] + 1, *shape[1:], mean=4e8, scale=1e9)
    larger = case.normal(shape[0] + 1, *shape[1:], mean=-5e8, scale=2e9)
    other, _ = layer(solution, case, shape[1], len(shape))
    train, again = [small, large], [larger, larger[: shape[0]], larger[:1]]
    for mode, epoch in [(autograd.record, train), (autograd.train_mode, again)]:
        with mode():
            for X in epoch:
                block(X)
        block(small)
    with autograd.record():
        other(large)
    for parameter in parameters.values():
        parameter.set_data(-parameter.data(case.ctx))
    return [block(case.normal(*size, scale=1e9)) for size in predicted]


def finite(answer):
    """Whether all of its numbers are."""
    import numpy as np

    return bool(np.isfinite(answer.asnumpy()).all())


def comparison(answer, other):
    """Whether both are the same, in words, but for rounding."""
    import numpy as np

    answer, other = answer.asnumpy(), other.asnumpy()
    bound = 1e-3 * abs(other[np.isfinite(other)]).max(initial=0)
    same = np.allclose(answer, other, rtol=0, atol=bound, equal_nan=True)
    return "the same answer" if same else "another answer"


def after_a_long_training(solution, case, n, d):
    """What a layer answers after 12 minibatches, to the next of them and in prediction.

    The first is 0 and the others are so large that what the averages started from shows no more.
    """
    from mxnet import autograd

    block, _ = layer(solution, case, d, 2)
    X = case.normal(n, d, scale=1e9)
    with autograd.train_mode():
        for step in range(12):
            block(X * step)
        last = -X
        answer = block(last)
    return [answer, block(last)]  # the very array is no sign of training


@exercise.check(
    points=3,
    hint="axis=0; Y = gamma * X_hat + beta; moving = momentum * moving + (1 - momentum) * mean.",
)
def normalises_columns(solution, case):
    """batch_norm normalises columns in training, one or many, and updates the moving averages."""
    from mxnet import autograd

    n, d, few = case.sizes(8, 5, 6)
    batches = [arguments(case, *shape) for shape in [(n, d), (few, 1)]]
    with autograd.record():
        return [solution.batch_norm(*inputs, 1e-5, 0.9) for inputs in batches]


@exercise.check(
    points=2, hint="For images, mean and variance of each channel: axis=(0, 2, 3), keepdims=True."
)
def normalises_channels(solution, case):
    """batch_norm normalises each channel of images in training, of one pixel or channel too."""
    from mxnet import autograd

    n, c, h, w, many = case.sizes(4, 3, 6, 5, 70)
    # Of the last, the width is no sign of where the channels are.
    shapes = (n, c, h, w), (many, c, 1, 1), (n, 1, w, h), (n, c, h, c)
    batches = [arguments(case, *shape) for shape in shapes]
    with autograd.record():
        return [solution.batch_norm(*inputs, 1e-5, 0.9) for inputs in batches]


@exercise.check(
    points=2,
    hint="Unless autograd.is_training(): moving_mean and moving_var, which are returned unchanged.",
)
def predicts_with_moving_averages(solution, case):
    """batch_norm uses the moving averages in prediction, also under record(train_mode=False)."""
    from mxnet import autograd

    n, d, h, w, many = case.sizes(3, 4, 2, 5, 70)
    answers = []
    for shape in [(many, d), (n, d, h, w)]:
        X, *others = arguments(case, *shape)
        # Nothing bounds Y where X is far from the averages.
        answers += [solution.batch_norm(Z, *others, 1e-5, 0.9) for Z in (X, X * 100)]
        with autograd.record(train_mode=False):
            answers.append(solution.batch_norm(*arguments(case, *shape), 1e-5, 0.9))
    for shape in [(n, 1), (n, 1, h, w)]:
        answers.append(solution.batch_norm(*arguments(case, *shape), 1e-5, 0.9))
    return answers


@exercise.check(points=1, hint="Use the arguments: eps is added to the variance, inside the root.")
def follows_its_arguments(solution, case):
    """batch_norm follows eps and momentum, 0 too, where a variance is 0 or small or n is 1."""
    from mxnet import autograd

    n, d, h, w = case.sizes(6, 3, 4, 2)
    answers = []
    # As many examples as columns, too.
    settings = [(True, n, 0.1, 0.3), (True, d, 2, 1), (False, n, 0.7, 0.5), (True, 1, 0.4, 0)]
    for pixels in [(), (h, w), (1, 1)]:
        features = (1, d) + (1,) * len(pixels)
        factors = case.array([0.0] + [1.0] * (d - 1)).reshape(features)
        for training, examples, eps, momentum in settings:
            X, *others = arguments(case, examples, d, *pixels)
            X = X * factors
            if not training:
                others[-1] = others[-1] * factors
            with autograd.train_mode() if training else autograd.predict_mode():
                answers.append(solution.batch_norm(X, *others, eps, momentum))
        X, gamma, beta, mean, var = arguments(case, n, d, *pixels)
        # Without eps the moving variance is taken as it is, small or not.
        answers.append(solution.batch_norm(X, gamma, beta, mean, var / 3e4, 0, 1))
        # The variance is far smaller than the squares, whose mean loses it.
        close = case.uniform(0.001, 0.001002, n, d, *pixels)
        with autograd.train_mode():
            for number in (0, 1):  # averages of 0 and 1 are no sign of a beginning
                moving = mean * 0, var * 0 + number
                answers.append(solution.batch_norm(close, gamma, beta, *moving, 0, 0.8))
    return answers


@exercise.check(
    points=2,
    hint="The mean and the variance depend on X too: asnumpy and detach cut that part off.",
)
def has_the_right_gradients(solution, case):
    """batch_norm passes the right gradients to X, gamma and beta, in prediction too."""
    from mxnet import autograd

    answers = []
    train, predict = autograd.train_mode, autograd.predict_mode
    sizes = [case.sizes(*shape) for shape in [(7, 4), (3, 2, 4, 5), (5, 3), (2, 3, 5, 4)]]
    for shape, mode in zip(sizes, (train, train, predict, predict), strict=True):
        X, gamma, beta, *moving = arguments(case, *shape)

        def output(X, gamma, beta, moving=moving, mode=mode):
            with mode():
                return solution.batch_norm(X, gamma, beta, *moving, 1e-3, 0.9)[0]

        answers.append(
            dict(zip(("X", "gamma", "beta"), case.gradient(output, X, gamma, beta), strict=True))
        )
    return answers


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Create helper arrays with ctx=X.context and dtype=X.dtype, or none.",
)
def keeps_type_and_place(solution, case):
    """batch_norm answers in X's dtype, where X is."""
    from mxnet import autograd

    n, d, h, w = case.sizes(5, 2, 3, 4)
    answers = []
    for shape in [(n, d), (n, d, h, w)]:
        with autograd.train_mode():
            answers.append(solution.batch_norm(*arguments(case, *shape), 1e-5, 0.8))
        answers.append(solution.batch_norm(*arguments(case, *shape), 1e-5, 0.8))
    return answers


@exercise.check(
    points=1, hint="X -= ..., moving_mean *= ... and [:] = ... write into the caller's arrays."
)
def leaves_its_inputs_unchanged(solution, case):
    """batch_norm leaves the arrays alone that it is given, in training and in prediction."""
    from mxnet import autograd

    in_training, shapes = what_changes(solution, case, autograd.train_mode())
    in_prediction, _ = what_changes(solution, case, autograd.predict_mode())
    return {
        "changed in training": in_training,
        "changed in prediction": in_prediction,
        "shapes of the results": shapes,
    }


@exercise.check(points=2, hint="return batch_norm(x, self.gamma.data(), self.beta.data(), ...)[0]")
def layer_normalises_in_training(solution, case):
    """BatchNorm normalises with its gamma and beta in training, and passes gradients to both."""
    from mxnet import autograd

    n, d, h, w = case.sizes(12, 4, 3, 5)
    answers = []
    for shape in [(n, d), (n, d, h, w)]:
        block, parameters = layer(solution, case, d, len(shape))
        X = case.normal(*shape, mean=-2, scale=4)
        with autograd.train_mode():  # unrecorded: what is kept of it gets no gradient
            block(X)
            constant = block(X * 0)  # any eps but 0 leaves beta
        outputs = []

        def output(X, block=block, outputs=outputs):
            outputs.append(block(1 * X))  # behind another step, to which the gradient goes on
            return outputs[0]

        [gradient] = case.gradient(output, X)
        gradients = {kind: p.grad(case.ctx).reshape((-1,)) for kind, p in parameters.items()}
        answers.append(
            {
                "answer": outputs[0],
                "gradients": {"x": gradient, **gradients},
                "answer where nothing varies": constant,
            }
        )
    return answers


@exercise.check(
    points=3,
    hint="Keep what batch_norm returns: Y, self.moving_mean, self.moving_var = batch_norm(...).",
)
def layer_predicts_after_training(solution, case):
    """BatchNorm predicts with its running averages, for columns and for channels."""
    n, d, h, w = case.sizes(5, 3, 4, 2)
    return [
        after_training(solution, case, (n, d), [(n, d), (1, d)]),
        after_training(solution, case, (n, d, h, w), [(2, d, w, h), (1, d, 1, h)]),
        after_a_long_training(solution, case, n, d),
    ]


@exercise.check(
    points=1,
    hint=[
        "self.params.get: gamma with init=init.One(), beta with init=init.Zero(), no others.",
        "Prediction, recorded or not, takes the running averages as they are, untrained ones too.",
    ],
)
def layer_starts_with_ones_and_zeros(solution, case):
    """BatchNorm learns and uses `gamma`, first 1, `beta`, first 0; each prediction stands alone."""
    from mxnet import autograd

    c, h, w = case.sizes(6, 4, 3)
    found = []
    modes = autograd.predict_mode(), autograd.record(train_mode=False)
    for shape, mode in zip([(5, c), (2, w, h, c)], modes, strict=True):
        block = solution.BatchNorm(shape[1], len(shape))
        block.initialize(ctx=case.ctx)
        learnt = {name: p for name, p in named(block).items() if p.grad_req != "null"}
        values = {name: p.data(case.ctx).copy().reshape(-1) for name, p in sorted(learnt.items())}
        X = case.normal(*shape).astype("float32")
        with mode:
            answer, again, alone = block(X), block(X), block(X[:1])
        for kind, parameter in gamma_and_beta(block).items():
            parameter.set_data(parameter.data(case.ctx) * 0 + (kind == "beta"))
        with mode:
            shifted = block(X).asnumpy()
        # Beta alone is left, whatever the averages; infinite numbers are told as such.
        taken = not (abs(shifted - 1) > 1e-3).any()
        found.append(
            {
                "parameters to train": values,
                "shape of an answer": answer.shape,
                "numbers of an answer": "all finite" if finite(answer) else "not all finite",
                "the first example alone": comparison(alone[0], answer[0]),
                "the same examples again": comparison(again, answer),
                "gamma and beta": "taken" if taken else "not taken",
            }
        )
    return found


@exercise.check(
    points=1,
    device="cpu:1",
    hint="The running averages move to x: self.moving_mean.as_in_context(x.context).",
)
def layer_works_on_any_context(solution, case):
    """BatchNorm trains and predicts where x is."""
    n, d, h, w = case.sizes(4, 2, 3, 5)
    sizes = [(n, d), (3, d)], [(n, d, h, w), (3, d, w, h)]
    return [after_training(solution, case, shape, [predicted]) for shape, predicted in sizes]
