"""How `MyDense` is checked.

All checks but one set the parameters themselves: how they are drawn is up to the caller, or to an
initialiser of the layer's own, unless that gives a weight of equal numbers.  One check asks for
this and for names; in the others parameters are known by their shapes, so that a wrong name costs
what it should and no more.
"""

from grader.course import Exercise

exercise = Exercise(
    "A layer with parameters",
    stubs=["MyDense"],
    # A convolution of one pixel, and a step of an RNN with relu, are dense layers too.
    own_work=["*FullyConnected", "*Convolution*", "conv", "RNN"],
)


def by_shape(net):
    """Biases, then weights."""
    parameters = net.collect_params().values()
    return sorted(parameters, key=lambda parameter: (len(parameter.shape), parameter.shape))


def redraw(case, net):
    """The net with other values in its parameters."""
    for parameter in by_shape(net):
        parameter.set_data(case.normal(*parameter.shape, scale=0.5))
    return net


def known(case, net):
    """The net with parameters of known values, on the case's context and in its dtype."""
    return redraw(case, case.fill(net))


def positive(case, net):
    """The net with parameters of known values, none of them negative."""
    for parameter in known(case, net).collect_params().values():
        parameter.set_data(parameter.data(case.ctx).abs())
    return net


def shrunk(case, net, *, factor=1e-4):
    """The net with parameters this many times as large."""
    for parameter in net.collect_params().values():
        parameter.set_data(parameter.data(case.ctx) * factor)
    return net


# It stands first, so that whoever has a parameter too many is told of that: the other checks give
# it a value, and find wrong numbers only.
@exercise.check(
    points=2,
    hint="self.params.get('weight', shape=(in_units, units)) and "
    "self.params.get('bias', shape=(units,))",
)
def names_its_parameters(solution, case):
    """Registers `weight` (in_units, units), for initialize() to fill, and `bias` (units,)."""
    units, in_units = case.sizes(4, 7)
    layer = solution.MyDense(units, in_units)
    weights = [
        p
        for p in layer.collect_params().values()
        if tuple(p.shape) in ((in_units, units), (units, in_units))
    ]
    for parameter in weights:
        parameter.initialize(ctx=case.ctx)  # with random numbers
    values = [parameter.list_data()[0].asnumpy() for parameter in weights]
    equal = any((numbers == numbers[0, 0]).all() for numbers in values)
    return {
        "parameters": case.parameters(layer),
        "the weight's numbers after initialize()": "all equal" if equal else "not all equal",
    }


@exercise.check(points=4, hint="relu(nd.dot(x, self.weight.data()) + self.bias.data())")
def equals_reference(solution, case):
    """Equals the reference on random inputs and parameters."""
    n, units, in_units = case.sizes(6, 3, 5)
    layer, small = [known(case, solution.MyDense(units, in_units)) for _ in range(2)]
    x = case.normal(n, in_units)
    return [layer(x), shrunk(case, small)(x)]


@exercise.check(points=2, hint="x · W + b: nd.dot, then the bias, which is added to each row.")
def multiplies_and_adds(solution, case):
    """Computes x · W + b where nothing is negative, large or small, and relu changes nothing."""
    n, units, in_units = case.sizes(4, 6, 3)
    layer = positive(case, solution.MyDense(units, in_units))
    small = shrunk(case, positive(case, solution.MyDense(units, in_units)))
    nothing = shrunk(case, positive(case, solution.MyDense(units, in_units)), factor=0)
    # Examples of zeros, too: what comes of them is the bias.
    batches = [(layer, 0.2), (layer, 2e6), (layer, 0), (small, 0.2), (nothing, 0.2)]
    return [block(case.uniform(low, 5 * low, n, in_units)) for block, low in batches]


@exercise.check(points=2, hint="Take the sizes from the arguments units and in_units.")
def works_for_any_size(solution, case):
    """Works for one example and many, one unit, one input and a square W, and leaves x alone."""
    a, b, many = case.sizes(5, 4, 70)
    answers = []
    sizes = [(1, a, b), (b, 1, a), (a, b, 1), (1, 1, 1), (2, b, b), (many, b, a)]
    sizes += [(a, b, a), (b, b, a), (b, b, b)]  # as many examples as inputs, as units, as both
    for n, units, in_units in sizes:
        layer = known(case, solution.MyDense(units, in_units))
        x, more = case.normal(n, in_units), case.normal(n + 1, in_units)
        answers.append({"result": layer(x), "of one example more": layer(more), "x": x})
    return answers


@exercise.check(
    points=2,
    hint="Compute with self.weight.data() and NDArray operations: asnumpy cuts the gradient.",
)
def has_the_right_gradients(solution, case):
    """Passes the right gradients to x and to both parameters, which learn from them each time."""
    n, units, in_units = case.sizes(5, 2, 4)
    layer = solution.MyDense(units, in_units)
    answers = []
    for change in (known, redraw, known):
        change(case, layer)
        # Behind another step, to which the gradient goes on.
        [gradient] = case.gradient(lambda x: layer(1 * x), case.normal(n, in_units))
        answers += [gradient, *(p.grad(case.ctx).copy() for p in by_shape(layer))]
    frozen = any(p.lr_mult == 0 for p in by_shape(layer))
    return {"gradients": answers, "a trainer changes": "not all" if frozen else "all"}


@exercise.check(points=1, hint="A Sequential calls forward(x) and collects what self.params holds.")
def works_in_a_sequential(solution, case):
    """Two of them work one behind the other in nn.Sequential, also with other parameters later."""
    from mxnet.gluon import nn

    n, d, h, q = case.sizes(7, 5, 8, 6)
    net = nn.Sequential()
    net.add(solution.MyDense(h, d), solution.MyDense(q, h))
    x, others = case.normal(n, d), case.normal(n, d)
    answers = [change(case, net)(x) for change in (known, redraw)]
    return [*answers, net(others)]


@exercise.check(points=1, dtype="float64", hint="Do not convert to float32 on the way.")
def keeps_float64(solution, case):
    """Answers in float64 after cast('float64')."""
    # A square W tells who takes x for W, or its shape for that of x · W.
    n, units = case.sizes(2, 4)
    return known(case, solution.MyDense(units, units))(case.normal(n, units))


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Helper arrays belong on x's context, ctx=x.context; initialize() is the caller's.",
)
def stays_on_its_context(solution, case):
    """Computes where x is, with parameters that are where initialize(ctx=...) puts them."""
    n, units, in_units = case.sizes(3, 3, 2)
    layer = solution.MyDense(units, in_units)
    layer.initialize(ctx=case.ctx)
    layer.cast(case.dtype)
    return redraw(case, layer)(case.normal(n, in_units))
