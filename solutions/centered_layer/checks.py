"""How `CenteredLayer` is checked."""

from grader.course import Exercise

exercise = Exercise("A layer without parameters", stubs=["CenteredLayer"])


@exercise.check(
    points=4,
    hint="x - x.mean(), x being forward's argument: mean() without an axis is over all elements.",
)
def equals_reference(solution, case):
    """Equals the reference on a random matrix."""
    return solution.CenteredLayer()(case.normal(*case.sizes(4, 7), mean=2))


# It initialises what there is, so that whoever has a parameter is told of that: the other checks
# only find that it has no value yet.
@exercise.check(points=1, hint="This layer learns nothing: leave self.params alone.")
def has_no_parameters(solution, case):
    """Has no parameters, before and after a call."""
    layer = solution.CenteredLayer()
    before = len(case.parameters(layer))
    layer.initialize(ctx=case.ctx)
    layer(case.normal(2, 2))
    return [before, len(case.parameters(layer))]


@exercise.check(points=2, hint="mean() without an axis works for any number of dimensions.")
def works_for_any_shape(solution, case):
    """Works for vectors, images, a single number, up to five axes, in turn and after training."""
    from mxnet import autograd

    n, c, h, w, many = case.sizes(2, 3, 5, 4, 300)
    layer = solution.CenteredLayer()
    shapes = [(w,), (n, c, h, w), (n, h, c), (1, 1), (w, 1), (c, n, 1, w, n), (many, h)]
    shapes += [(h, h), (1, c, h, w), (1, c, h)]
    arrays = [case.normal(*shape, mean=shape[-1]) for shape in shapes]
    with autograd.train_mode():
        layer(arrays[0])  # whose mean must not stay for prediction
    return [layer(x) for x in arrays]


@exercise.check(
    points=1, hint="Subtract the mean of all elements, zeros too, unrounded, and nothing else."
)
def centres_far_from_zero(solution, case):
    """Centres numbers near 300, near -40 and below a millionth, and whole numbers with zeros."""
    layer = solution.CenteredLayer()
    shape = case.sizes(6, 5)
    x = case.normal(*shape, mean=300)
    far = layer(x)
    x[:] = case.normal(*shape, mean=-40)  # in the same array, whose mean is another one now
    near = layer(x)
    small = layer(case.uniform(0, 1e-6, *shape))
    whole = layer(case.array([[0, 2, 0, 1], [3, 0, 0, 1]]))  # their mean is 7 / 8
    return [far, near, small, whole]


@exercise.check(
    points=2,
    hint="The mean depends on x too: asscalar, asnumpy and detach cut that part of the gradient.",
)
def has_the_right_gradient(solution, case):
    """Answers alike in training, and passes the right gradient back to x, through the mean too."""
    from mxnet import autograd

    layer, answers, gradients = solution.CenteredLayer(), [], []

    def watched(x, layer=layer):
        answers.append(layer(2 * x))  # behind another step, to which the gradient goes on
        return answers[-1]

    for mean in (1, 5):
        gradients += case.gradient(watched, case.normal(*case.sizes(3, 4), mean=mean))
    gradients += case.gradient(watched, case.array([[2, -3, 1]]))  # a mean of 0 depends on x, too

    def predicted(x):
        with autograd.predict_mode():
            return x + watched(x, solution.CenteredLayer())  # which has seen no training

    gradients += case.gradient(predicted, case.normal(*case.sizes(2, 5), mean=3))
    return {"answers": answers, "gradients": gradients}


@exercise.check(
    points=1, hint="A Block is added to a Sequential and called by it: inherit from nn.Block."
)
def works_in_a_sequential(solution, case):
    """Works inside nn.Sequential, behind a Dense layer."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Dense(6), solution.CenteredLayer())
    X = case.normal(*case.sizes(5, 3))
    return case.fill(net, X)(X)


@exercise.check(points=1, dtype="float64", hint="Do not convert to float32 on the way.")
def keeps_float64(solution, case):
    """Answers in float64 for float64 numbers."""
    return solution.CenteredLayer()(case.normal(*case.sizes(3, 5), mean=1))


@exercise.check(
    points=1, device="cpu:1", hint="Create helper arrays on x's context, or none: x - x.mean()."
)
def stays_on_its_context(solution, case):
    """Computes where x is."""
    return solution.CenteredLayer()(case.normal(*case.sizes(2, 6), mean=-1))


@exercise.check(points=1, hint="x -= ... changes the caller's array: make a new one.")
def leaves_its_input_unchanged(solution, case):
    """Leaves x as it was."""
    x = case.normal(*case.sizes(4, 3), mean=1)
    solution.CenteredLayer()(x)
    return x
