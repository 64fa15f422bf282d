"""How `make_net` is checked: by its values, its sizes, and whether it runs as a graph.

Values and graph are checked with the notes' 512 features, so that a net made for these loses only
what it cannot do: other sizes.  Its gradients are checked with fewer, which is quicker.
"""

from sys import setprofile  # now, before a solution could put another in its place

from grader.course import Exercise

exercise = Exercise("HybridSequential", stubs=["make_net"])


def inputs(case, net, n, d):
    """A batch of float32 inputs where the net's parameters are."""
    [parameter, *_] = net.collect_params().values()
    return case.normal(n, d).astype("float32").as_in_context(parameter.list_ctx()[0])


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
    added = any(parameter.grad_req == "add" for parameter in net.collect_params().values())
    predicted, told = net(X), "as in prediction"
    if (answers[0] - predicted).abs().max() > predicted.abs().max() / 1000:
        gradients = {name: array * 0 for name, array in gradients.items()}
        told = "another than in prediction"
    return {"answer in training": told, "gradients": gradients, "added up": added}


def layers_run(net, X):
    """How many blocks inside `net` run their Python, `forward`, on the call net(X): layers, and
    the activations in them, which are blocks too."""
    runs = 0

    def count(frame, event, _):
        nonlocal runs
        if event == "call" and frame.f_code.co_name == "forward":
            runs += frame.f_locals.get("self") is not net

    setprofile(count)
    try:
        net(X)
    finally:
        setprofile(None)
    return runs


@exercise.check(points=4, hint="Dense(256, relu), Dense(128, relu) and Dense(2), in this order.")
def equals_reference(solution, case):
    """Computes Dense(256, relu), Dense(128, relu), Dense(2)."""
    X = case.normal(*case.sizes(4, 512))
    return case.fill(solution.make_net(), X)(X)


@exercise.check(
    points=2, hint="net.initialize() inside make_net, after net.add(...) and before `return net`."
)
def is_initialised(solution, case):
    """Can be called at once."""
    n, d = case.sizes(2, 512)
    net = solution.make_net()
    if missing := case.uninitialised(net):
        return f"{missing} of its parameters are initialised"
    return f"gives an array of shape {net(inputs(case, net, n, d)).shape}"


@exercise.check(
    points=3,
    hint="net.hybridize() inside make_net: later calls then run none of the layers' Python.",
)
def runs_as_a_graph(solution, case):
    """Is a HybridSequential, and hybridised: from the second call on no layer's Python is run."""
    from mxnet.gluon import nn

    n, d = case.sizes(3, 512)
    net = solution.make_net()
    net.initialize()
    X = inputs(case, net, n, d)
    net(X)
    return {
        "kind": "HybridSequential" if isinstance(net, nn.HybridSequential) else "another Block",
        "layers and activations that run in Python": layers_run(net, X),
        "shape": net(X).shape,
    }


@exercise.check(
    points=2, hint="export needs one HybridBlock that was hybridised: an nn.HybridSequential."
)
def can_be_exported(solution, case):
    """Can be exported as a symbol after one call, and gives the same values then."""
    X = case.normal(*case.sizes(5, 512))
    net = case.fill(solution.make_net(), X)
    net(X)
    return case.exported(net, [X])


@exercise.check(points=1, hint="Leave in_units of the first layer out: the first call finds it.")
def takes_any_number_of_features(solution, case):
    """Makes a new net each time, for any number of features and any batch size."""
    from mxnet.gluon import Block

    n, a, more = case.sizes(70, 15, 10)
    nets = [solution.make_net() for _ in range(2)]
    if nets[0] is nets[1] and isinstance(nets[0], Block):
        raise ValueError("make_net returned the same net twice")
    answers, parameters = [], []
    for net, d in zip(nets, (a, a + more), strict=True):
        case.fill(net, case.normal(2, d))
        batches = [case.normal(rows, d, scale=scale) for rows, scale in ((1, 1000), (n, 1))]
        answers.append([net(X) for X in batches])
        parameters.append(list(net.collect_params().values()))
    shared = [p for p in parameters[0] if any(p is other for other in parameters[1])]
    return {"answers": answers, "parameters of both nets": len(shared)}


@exercise.check(
    points=2, hint="Three Dense layers with their biases; sizes 256, 128 and 2 from first to last."
)
def has_the_right_gradients(solution, case):
    """Answers alike in training, and passes the right gradients to x and to all three layers."""
    X = case.normal(*case.sizes(2, 17))
    return trained(case, case.fill(solution.make_net(), X), X)
