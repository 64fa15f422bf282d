"""How `corr2d` and `Conv2D` are checked: by their values.

Neither images nor kernels are square, but where it is the question: a square hides which side was
taken for which.  One check has a square kernel alone: who takes every kernel for square gets that
one right, and so is told apart from who goes beyond the image.
"""

import math

from grader.course import Exercise

exercise = Exercise(
    "Two-dimensional convolution",
    stubs=["corr2d", "Conv2D"],
    # A symbol's executor gives a convolution in float32 on the CPU to MKL-DNN, under its name.
    own_work=["*Convolution*", "conv", "Correlation"],
)


def started(case, net):
    """`net`, initialised where the case is and in its dtype."""
    net.initialize(ctx=case.ctx)
    if case.dtype != "float32":
        net.cast(case.dtype)
    return net


def is_turned(layer, kernel_size):
    """Whether the layer's weight, which is not square, is the wrong way round."""
    kh, kw = kernel_size
    return kh != kw and any(tuple(p.shape) == (kw, kh) for p in layer.collect_params().values())


def filled(case, layer, kernel_size, sign, *, turned=False):
    """`layer` with a known kernel, and a known bias of this sign.

    They are told apart by their shapes: under another name, turned or with more axes, a parameter
    gets the right numbers and loses only the check of names and shapes.  Where the kernel is
    square, `turned` says whether it is the wrong way round; where it has one number, the bias gets
    the same.
    """
    kernel, bias = case.normal(*kernel_size), sign * case.normal(1).abs()
    for parameter in layer.collect_params().values():
        shape = tuple(parameter.shape)
        if shape == kernel.shape[::-1] and (turned or shape != kernel.shape):
            parameter.set_data(kernel.T)
        elif math.prod(shape) == kernel.size:
            parameter.set_data(kernel.reshape(shape))
        elif math.prod(shape) == 1:
            parameter.set_data(bias.reshape(shape))
    return layer


@exercise.check(
    points=4, hint="Y[i, j] = (X[i : i + kh, j : j + kw] * K).sum(), for all i and j where K fits."
)
def equals_reference(solution, case):
    """corr2d equals the reference on an image and a kernel that are not square."""
    kh, kw, down, right = case.sizes(2, 3, 3, 5)
    return solution.corr2d(case.normal(kh + down, kw + right), case.normal(kh, kw))


@exercise.check(
    points=2, hint="The result has h - kh + 1 rows and w - kw + 1 columns, for any sizes."
)
def works_for_any_size(solution, case):
    """corr2d works for any shape of kernel, up to X's, for large numbers too, call after call."""
    a, b, c, long = case.sizes(6, 4, 3, 14)
    sizes = [
        ((a, b), (c, 1)),
        ((b, a), (1, c)),
        ((a, c), (1, 1)),
        ((c, b), (c, b)),
        ((a, a), (2, 2)),
        ((c, b), (c, b)),
        ((c, a), (c, 2)),  # one row of results
        ((a, a), (c, 2)),  # a square hides that a kernel is turned
        ((a, b), (a, 1)),  # as high as the image
    ]
    pairs = [(case.normal(*image), case.normal(*kernel)) for image, kernel in sizes]
    # Pixels may end at 255, what is computed from them does not.
    pairs.append((case.normal(b, a, scale=1000), case.normal(c, 2)))
    # Whole numbers find edges and smooth, in an image of one row too, which is black in places.
    row = case.normal(1, long) * case.array([[float(j % 8 < 4) for j in range(long)]])
    pairs += [(row, case.array([numbers])) for numbers in ([1, -1], [4, 7], [0, 0])]
    high, wide = case.sizes(22, 70)
    pairs.append((case.normal(high, wide), case.normal(1, wide)))  # as wide as the image
    return [solution.corr2d(X, K) for X, K in pairs]


@exercise.check(
    points=1, dtype="float64", hint="nd.zeros makes float32 unless it is told dtype=X.dtype."
)
def keeps_float64(solution, case):
    """corr2d answers in float64 for float64 numbers."""
    kh, kw, down, right = case.sizes(2, 4, 1, 2)
    return solution.corr2d(case.normal(kh + down, kw + right), case.normal(kh, kw))


@exercise.check(
    points=1, device="cpu:1", hint="nd.zeros is on the CPU's first context unless it is told ctx."
)
def stays_on_its_context(solution, case):
    """corr2d computes where X and K are."""
    k, down, right = case.sizes(2, 2, 3)
    return solution.corr2d(case.normal(k + down, k + right), case.normal(k, k))


@exercise.check(points=1, hint="Write into an array of your own, not into X or K.")
def leaves_its_inputs_unchanged(solution, case):
    """corr2d leaves X and K as they were."""
    a, b = case.sizes(5, 7)
    changed, shapes = set(), []
    # Slices of whole rows, or of one row, share their memory with X.
    for kernel in [case.sizes(2, 2), (2, 1), (a, 2), (1, b), (2, b)]:
        arrays = {"X": case.normal(a, b), "K": case.normal(*kernel)}
        before = {name: array.asnumpy() for name, array in arrays.items()}
        shapes.append(solution.corr2d(arrays["X"], arrays["K"]).shape)
        changed |= {name for name in arrays if (arrays[name].asnumpy() != before[name]).any()}
    return {
        "changed": " and ".join(sorted(changed, reverse=True)) or "nothing",
        "shape of the result": shapes[0],
    }


@exercise.check(points=3, hint="return corr2d(x, self.weight.data()) + self.bias.data()")
def layer_equals_reference(solution, case):
    """Conv2D with known weight and bias equals the reference for any kernel, in training too."""
    from mxnet import autograd

    kh, kw, down, right = case.sizes(3, 2, 2, 4)
    images = [case.normal(kh + more, kw + right) for more in (down, down + 1, down)]
    images.append(case.normal(kh, kw))  # a single place where the kernel fits
    case.reseed()
    layer = started(case, solution.Conv2D((kh, kw)))
    layer(images[0])  # with numbers that must not stay, nor the arrays that hold them
    layer.initialize(ctx=case.ctx, force_reinit=True)
    filled(case, layer, (kh, kw), -1)
    turned = is_turned(layer, (kh, kw))
    # Beside it are others, one of them with a kernel of the same size.
    kernels = [(kh, kw), (2, 2), (1, 1), (1, 3)]
    others = [
        filled(case, started(case, solution.Conv2D(size)), size, 1, turned=turned)
        for size in kernels
    ]
    images += [case.normal(h + down, w + right) for h, w in kernels]
    blocks = [layer] * 4 + others
    watched = {"x": images, "a parameter": [p.data() for p in layer.collect_params().values()]}
    before = {name: [array.asnumpy() for array in arrays] for name, arrays in watched.items()}
    answers = [block(x) for block, x in zip(blocks, images, strict=True)]
    with autograd.train_mode():
        answers.append(layer(-images[0]))
    changed = [
        name
        for name, arrays in watched.items()
        if any((a.asnumpy() != b).any() for a, b in zip(arrays, before[name], strict=True))
    ]
    return {"answers": answers, "changed": " and ".join(changed) or "nothing"}


@exercise.check(
    points=2,
    hint="self.params.get('weight', shape=kernel_size) and self.params.get('bias', shape=(1,))",
)
def layer_names_its_parameters(solution, case):
    """Conv2D learns `weight`, for initialize() to fill, in the kernel's size, and `bias` (1,)."""
    layers = [solution.Conv2D(size) for size in [(4, 7), (1, 3), (4, 7)]]
    owned = [p for layer in layers for p in layer.collect_params().values()]
    frozen = any(p.grad_req == "null" or p.lr_mult == 0 for p in owned)
    kernels = [p for p in owned if sorted(p.shape) in ([4, 7], [1, 3]) and "bias" not in p.name]
    for parameter in kernels:
        parameter.initialize(ctx=case.ctx)  # with random numbers
    values = [parameter.list_data()[0].asnumpy() for parameter in kernels]
    equal = any((numbers == numbers[0, 0]).all() for numbers in values)
    return {
        "parameters": [case.parameters(layer) for layer in layers[:2]],
        "a trainer can change": "not all" if frozen else "all",
        "a weight's numbers after initialize()": "all equal" if equal else "not all equal",
        "shared with another layer": len(owned) - len({id(p) for p in owned}),
    }


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint=[
        "A Sequential calls forward(x) and collects what self.params holds.",
        "The layer computes where x is and in x's dtype, without astype and without moving x.",
    ],
)
def layer_works_in_a_sequential(solution, case):
    """Two layers work one behind the other in nn.Sequential, in x's dtype and where x is."""
    from mxnet.gluon import nn

    kh, kw = case.sizes(2, 4)
    case.reseed()
    net = nn.Sequential()
    kernels = (kh, 1), (3, kw)
    for kernel_size in kernels:
        net.add(solution.Conv2D(kernel_size))
    for layer, kernel_size, sign in zip(started(case, net), kernels, (1, -1), strict=True):
        filled(case, layer, kernel_size, sign)
    return net(case.normal(kh + 5, kw + 2))
