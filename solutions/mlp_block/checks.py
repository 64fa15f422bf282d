"""How `MLP` is checked.

Every check sets the parameters itself (`case.fill`).  Most inputs have the notes' 20 features, so
that a net made for these loses only what it cannot do: other sizes.
"""

from grader.course import Exercise

exercise = Exercise("A block of one's own", stubs=["MLP"])


def trained(case, net, X):
    """How the answer in training compares with that in prediction, and the gradients.

    Where they differ, as Dropout makes them, the gradients depend on chance and say nothing: there
    is a 0 for each of their numbers.
    """
    answers = []

    def watched(x):
        answers.append(net(x))
        return answers[-1]

    # Behind another step, to which the gradient goes on.
    [gradient] = case.gradient(lambda x: watched(1 * x), X)
    gradients = {"x": gradient, **case.parameter_gradients(net)}
    predicted = net(X)
    if (answers[0] - predicted).abs().max() > predicted.abs().max() / 1000:
        gradients = {name: array * 0 for name, array in gradients.items()}
        return {"answer in training": "another than in prediction", "gradients": gradients}
    return {"answer in training": "as in prediction", "gradients": gradients}


@exercise.check(points=4, hint="return self.output(self.hidden(x))")
def equals_reference(solution, case):
    """Equals the reference on random inputs and parameters."""
    X = case.normal(*case.sizes(5, 20))
    return case.fill(solution.MLP(), X)(X)


@exercise.check(
    points=2,
    hint="In __init__: self.hidden = nn.Dense(256, activation='relu') and self.output = "
    "nn.Dense(10).",
)
def names_its_layers(solution, case):
    """Has its own `hidden` (256 units) and `output` (10) before any call, no other parameters."""
    X = case.normal(*case.sizes(3, 20))
    net, other = [solution.MLP() for _ in range(2)]
    before = len(net.collect_params().keys())
    for each in (net, other):
        case.fill(each, X)
    layers = {"hidden": net.hidden, "output": net.output}
    parameters = {
        f"{name}.{part}": getattr(layer, part)
        for name, layer in layers.items()
        for part in ("weight", "bias")
    }
    shapes = {name: () if p is None else p.shape for name, p in parameters.items()}
    own, others = [{id(p) for p in each.collect_params().values()} for each in (net, other)]
    net.initialize(ctx=case.ctx, force_reinit=True)
    weights = [layer.weight.data(case.ctx) for layer in layers.values()]
    return {
        **shapes,
        "parameters": len(own),
        "parameters made in the first call": len(own) - before,
        "shared with another net": len(own & others),
        "weights drawn at random": all(weight.max() > weight.min() for weight in weights),
    }


@exercise.check(
    points=2,
    hint="Leave in_units out, and leave x as it is: the first call finds its number of features.",
)
def takes_any_number_of_features(solution, case):
    """Works for any number of examples, and of features of any size."""
    n, d, many, more, hidden, output, wide = case.sizes(7, 11, 70, 24, 256, 10, 40)
    batches = [case.normal(1, d), case.normal(n, 1), case.normal(many, more, scale=100)]
    # As many as a layer has units, and twice the notes' 20.
    batches += [case.normal(*shape) for shape in [(2, hidden), (hidden, output), (3, wide)]]
    nets = [case.fill(solution.MLP(), X) for X in batches]
    answers = [net(X) for net, X in zip(nets, batches, strict=True)]
    # As many examples once more, the first one twice: the answer before stays as it is.
    X = batches[1].take(case.array([0, *range(n - 1)]))
    again = [nets[1](X), nets[1](X[:1])]
    for parameter in nets[0].collect_params().values():
        if parameter._data is not None:  # an unused layer is another check's business
            parameter.set_data(parameter.data(case.ctx) * 0)
    return [*answers, *again, nets[0](batches[0])]  # the last one's hidden units are all 0


@exercise.check(
    points=2, hint="Pass arrays from layer to layer: asnumpy and detach cut the gradient."
)
def has_the_right_gradients(solution, case):
    """Answers alike in training, and passes the right gradients to x and to all parameters."""
    from mxnet import autograd

    X = case.normal(*case.sizes(2, 20))
    net = case.fill(solution.MLP(), X)

    def predicted(x):
        with autograd.predict_mode():
            return net(x) + x.sum()

    [gradient] = case.gradient(predicted, X)  # whoever adds gradients up has these below, too
    return {**trained(case, net, X), "gradient in prediction": gradient}


@exercise.check(
    points=1, hint="A Block goes into a Sequential and is called by it: inherit from nn.Block."
)
def works_in_a_sequential(solution, case):
    """Works inside nn.Sequential, between two Dense layers."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Dense(20, activation="tanh"), solution.MLP(), nn.Dense(3))
    X = case.normal(*case.sizes(2, 8))
    return case.fill(net, X)(X)


@exercise.check(points=1, dtype="float64", hint="Do not convert to float32 on the way.")
def keeps_float64(solution, case):
    """Answers in float64 after cast('float64')."""
    X = case.normal(*case.sizes(6, 20))
    return case.fill(solution.MLP(), X)(X)


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Compute with the layers alone, make no array of your own, and leave initialize() to the "
    "caller.",
)
def stays_on_its_context(solution, case):
    """Computes where x is, with parameters that are where initialize(ctx=...) puts them."""
    X = case.normal(*case.sizes(8, 20))
    net = solution.MLP()
    net.initialize(ctx=case.ctx)
    net.cast(case.dtype)
    net(X)
    return case.fill(net, X)(X)
