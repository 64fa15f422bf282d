"""How `HybridNet` is checked: imperatively, hybridised, exported.

Graph and export are checked with 4 features, as in the book's example (d2l), so that a net made
for these loses only what it cannot do: other sizes.
"""

from sys import setprofile  # now, before a solution could put another in its place

from grader.course import Exercise

exercise = Exercise("A hybrid network", stubs=["HybridNet"])


def compiled(solution, case, X):
    """The net with known parameters, hybridised and called once on X."""
    net = case.fill(solution.HybridNet(), X)
    net.hybridize()
    net(X)
    return net


def trained(case, net, X):
    """How the answer in training compares with that in prediction, and the gradients.

    Where they differ, as Dropout makes them, the gradients depend on chance and say nothing: there
    is a 0 for each of their numbers.
    """
    answers = []

    def watched(x):
        answers.append(net(x))
        return answers[-1]

    [gradient] = case.gradient(watched, X)
    gradients = {"x": gradient, **case.parameter_gradients(net)}
    predicted = net(X)
    if (answers[0] - predicted).abs().max() > predicted.abs().max() / 1000:
        gradients = {name: array * 0 for name, array in gradients.items()}
        return {"answer in training": "another than in prediction", "gradients": gradients}
    return {"answer in training": "as in prediction", "gradients": gradients}


def what_runs(net, X):
    """Whether the call net(X) runs the one graph that MXNet keeps for the whole net."""
    from mxnet.gluon import HybridBlock

    runs_the_graph = HybridBlock._call_cached_op.__code__
    graphs, python = [], False

    def look(frame, event, _):
        nonlocal python
        if event == "call" and frame.f_code is runs_the_graph:
            graphs.append(frame.f_locals["self"])
        python |= event == "call" and frame.f_code.co_name == "hybrid_forward"

    setprofile(look)
    try:
        net(X)
    finally:
        setprofile(None)
    return "the graph" if graphs == [net] and not python else "Python"


@exercise.check(points=2, hint="self.output(F.relu(self.hidden(x)))")
def equals_reference(solution, case):
    """Equals the reference before hybridize()."""
    from mxnet import nd

    n, d, many = case.sizes(4, 7, 70)
    batches = [case.normal(rows, d, scale=10) for rows in (n, 1, n, n)]
    batches.append(case.normal(many, d, mean=300, scale=100))
    net = solution.HybridNet()
    net.initialize(ctx=case.ctx, force_reinit=True)
    if case.dtype != "float32":
        net.cast(case.dtype)
    first, second = net(batches[0]), net(batches[0])
    case.fill(net)
    answers = [net(X) for X in batches]
    # Where hidden numbers are small, and where they are 0.
    for factor in (1e-3, 0):
        for parameter in net.collect_params().values():
            parameter.set_data(parameter.list_data()[0] * factor)
        answers.append(net(batches[0]))
    arrays = isinstance(first, nd.NDArray) and isinstance(second, nd.NDArray)  # or else see answers
    steady = not arrays or bool((first - second).abs().max() < 1e-4)
    return {"answers": answers, "the first call is like the next": steady}


@exercise.check(
    points=1, hint="In __init__: self.hidden = nn.Dense(10) and self.output = nn.Dense(2)."
)
def names_its_layers(solution, case):
    """Has `hidden` with 10 units and `output` with 2 before any call, input sizes left open."""
    X = case.normal(*case.sizes(2, 13))
    net = solution.HybridNet()
    before = len(net.collect_params().keys())
    case.fill(net, X)
    layers = {"hidden": net.hidden, "output": net.output}
    parameters = {
        f"{name}.{part}": getattr(layer, part)
        for name, layer in layers.items()
        for part in ("weight", "bias")
    }
    net.initialize(ctx=case.ctx, force_reinit=True)
    weights = [layer.weight.data(case.ctx) for layer in layers.values()]
    return {
        **{name: () if p is None else tuple(p.shape) for name, p in parameters.items()},
        "parameters made in the first call": len(net.collect_params().keys()) - before,
        "weights drawn at random": all(weight.max() > weight.min() for weight in weights),
    }


@exercise.check(
    points=2,
    hint="After hybridize() x is a symbol: write F.relu, not nd.relu, and ask for no shape.",
)
def equals_reference_hybridised(solution, case):
    """Gives the same values and gradients after hybridize(), for any batch size."""
    n, d, m = case.sizes(5, 6, 3)
    X = case.normal(n, d)
    net = compiled(solution, case, X)
    batches = [(n, 10), (m, 10000), (1, 10)]
    answers = [net(case.normal(rows, d, scale=scale)) for rows, scale in batches]
    return {"answers": answers, **trained(case, net, X)}


@exercise.check(
    points=4, hint="Define hybrid_forward(self, F, x): a Block's forward is never compiled."
)
def runs_without_python(solution, case):
    """Runs as a graph once it is hybridised: later calls do not run hybrid_forward."""
    n, d = case.sizes(3, 4)
    X = case.normal(n, d)
    net = compiled(solution, case, X)
    return {"later calls run": what_runs(net, X), "shape": net(X).shape}


@exercise.check(
    points=4,
    hint="export needs a HybridBlock that was hybridised and called: hybrid_forward again.",
)
def can_be_exported(solution, case):
    """Can be exported as a symbol, which gives the same values."""
    n, d = case.sizes(2, 4)
    X = case.normal(n, d)
    net = compiled(solution, case, X)
    answer = case.exported(net, [X])
    _, graph = net._cached_graph  # what was exported: no other program knows your Custom operators
    return {"answer": answer, "calls Python": '"op": "Custom"' in graph.tojson()}


@exercise.check(
    points=1, hint="Stay with F's operators from x to the result: asnumpy cuts the gradient."
)
def has_the_right_gradients(solution, case):
    """Answers alike in training, and passes the right gradients to x and to both layers."""
    n, d = case.sizes(4, 5)
    X = case.normal(n, d)
    net = case.fill(solution.HybridNet(), X)
    case.gradient(net, X)  # whoever adds gradients up has these, too
    return trained(case, net, X)


@exercise.check(points=1, dtype="float64", hint="Do not convert to float32 on the way.")
def keeps_float64(solution, case):
    """Answers in float64 after cast('float64')."""
    X = case.normal(*case.sizes(3, 4))
    return case.fill(solution.HybridNet(), X)(X)


@exercise.check(
    points=1,
    device="cpu:1",
    hint="F.maximum(x, 0) needs no array of zeros, F.zeros_like(x) fits x; initialize() is the "
    "caller's.",
)
def stays_on_its_context(solution, case):
    """Computes where x is, with parameters that are where initialize(ctx=...) puts them."""
    X = case.normal(*case.sizes(2, 10))
    net = solution.HybridNet()
    net.initialize(ctx=case.ctx)
    net.cast(case.dtype)
    net(X)
    return case.fill(net, X)(X)
