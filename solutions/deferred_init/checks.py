"""How `make_net` and `shapes_before_and_after` are checked.

A net of the solution is looked at through its parameters, whatever Block it is; shapes are asked
for on nets that the checks make, so that the second stub does not depend on the first.
"""

import re

from grader.course import Exercise

exercise = Exercise("Deferred initialisation", stubs=["make_net", "shapes_before_and_after"])


def made(solution):
    """The net of make_net, which must have parameters: nothing can be seen of it otherwise."""
    net = solution.make_net()
    if not list(net.collect_params()):
        raise ValueError("make_net's net has no parameters: net.collect_params() is empty")
    return net


def shapes(net):
    """The shapes of a net's weights, layer by layer, and of its biases."""
    found = {"weight": [], "bias": []}
    for name, parameter in net.collect_params().items():
        found.setdefault(name.rpartition("_")[2], []).append(tuple(parameter.shape))
    return found


def inputs(case, net, *shape):
    """A batch of this shape, where the net's parameters are."""
    [parameter, *_] = net.collect_params().values()
    return case.normal(*shape).astype("float32").as_in_context(parameter.list_ctx()[0])


def said(shape):
    """A shape as a list, an array without its numbers, and what else there is as it is."""
    if hasattr(shape, "__iter__") and not isinstance(shape, str):
        return list(shape)
    return shape * 0 if hasattr(shape, "asnumpy") else shape


def renumbered(name, seen):
    """A name with its layers counted from 0, whatever the number of layers made before.

    `seen` holds the numbers met so far, for each kind of layer.
    """

    def counted(match):
        numbers = seen.setdefault(match[1], [])
        if match[2] not in numbers:
            numbers.append(match[2])
        return f"{match[1]}{numbers.index(match[2])}_"

    return re.sub(r"([a-z]+)([0-9]+)_", counted, name)


def told(net, answer):
    """What the solution said about `net`, by the names of net.collect_params().

    A name is known also without the net's prefix, and as its place in the net, such as '0.weight'.
    What is no pair of dicts stays as it is, and of a name that is none of the net's only the
    numbers change.
    """
    if not isinstance(answer, tuple | list) or not all(hasattr(part, "items") for part in answer):
        return answer
    names = {}
    for place, parameter in net._collect_params_with_prefix().items():
        for name in (parameter.name, place, parameter.name.removeprefix(net.prefix)):
            names[name] = parameter.name
    seen = {}
    return [
        {
            names[name] if name in names else renumbered(str(name), seen): said(shape)
            for name, shape in part.items()
        }
        for part in answer
    ]


@exercise.check(
    points=1, hint="End with net.initialize(), after net.add(...) and before `return net`."
)
def net_is_initialised(solution, case):
    """make_net returns a net that can be called at once."""
    net = made(solution)
    if missing := case.uninitialised(net):
        return f"{missing} of its parameters are initialised"
    return f"gives an array of shape {net(inputs(case, net, 3, 20)).shape}"


@exercise.check(points=2, hint="Give no in_units: the first call finds how many numbers go in.")
def net_leaves_the_input_size_open(solution, case):
    """make_net leaves both input sizes open until the first call."""
    answers = []
    d, more = case.sizes(20, 40)
    for shape in [(2, d), (1, d + more)]:
        net = made(solution)
        before = shapes(net)["weight"]
        net.initialize()
        net(inputs(case, net, *shape))
        answers.append({"weights before": before, **shapes(net)})
    return answers


@exercise.check(points=2, hint="nn.Dense(256, activation='relu') and then nn.Dense(10).")
def net_equals_reference(solution, case):
    """make_net's layers compute and learn as Dense(256, relu) and then Dense(10) do."""
    from mxnet import autograd

    X = case.normal(*case.sizes(4, 20))
    net = case.fill(made(solution), X)
    with autograd.train_mode():
        trained = net(X)
    learning = case.parameter_learning(net)
    return {"in prediction": net(X), "in training": trained, "parameters": learning}


@exercise.check(
    points=4,
    hint="Read the shapes into a dict, call net(X), read them again into another dict.",
)
def tells_the_shapes(solution, case):
    """shapes_before_and_after tells the shapes of a perceptron's parameters."""
    from mxnet.gluon import nn

    n, d, h, q = case.sizes(3, 13, 6, 4)
    net = nn.Sequential()
    net.add(nn.Dense(h, activation="relu", prefix="hidden_"), nn.Dense(q, prefix="output_"))
    net.initialize()
    return told(net, solution.shapes_before_and_after(net, inputs(case, net, n, d)))


@exercise.check(
    points=2, hint="Go through net.collect_params().items(), not through layers with known names."
)
def takes_any_net(solution, case):
    """shapes_before_and_after takes any net, also with layers that are known or never called."""
    from mxnet.gluon import nn

    class Inner(nn.Sequential):
        """Calls two of its layers."""

        def forward(self, x):
            return self[1](self[0](x))

    a, b, c = case.sizes(5, 3, 9)
    net, inner = nn.Sequential(), Inner()
    inner.add(nn.Dense(a, in_units=b, prefix="second_"))
    inner.add(nn.Dense(b, use_bias=False, prefix="third_"), nn.Dense(a, prefix="spare_"))
    net.add(nn.Conv2D(4, kernel_size=(3, 2), prefix="conv_"), nn.BatchNorm(prefix="norm_"))
    net.add(nn.Dense(b, prefix="first_"), inner, nn.Dense(c, prefix="last_"))
    net.initialize()
    X = inputs(case, net, 2, 3, 8, 7)
    return told(net, solution.shapes_before_and_after(net, X))


@exercise.check(
    points=1,
    hint="parameter.shape tells what is known at that moment: write no 0 by hand, initialise "
    "nothing, and take the names of net.collect_params() as they are.",
)
def knows_a_net_that_was_called(solution, case):
    """shapes_before_and_after tells all sizes of nets that were called before, and changes none."""
    from mxnet.gluon import nn

    n, d, *units = case.sizes(2, 11, 5, 8)
    nets = [nn.Sequential() for _ in units]
    for net, q in zip(nets, units, strict=True):
        net.add(nn.Dense(q, prefix="hidden_"), nn.Dense(3, prefix="output_"))
        net.initialize()
        net[0].bias.grad_req = "null"
    X = inputs(case, nets[0], n, d)
    solution.shapes_before_and_after(nets[0], X)  # whose answer must not stay
    for net in nets:
        net(X)
    answers = []
    for net in nets:
        owned = net.collect_params().values()
        kept = [p.data().copy() for p in owned]
        shapes = told(net, solution.shapes_before_and_after(net, X))
        same = [bool((p.data() == old).min()) for p, old in zip(owned, kept, strict=True)]
        learning = [p.grad_req != "null" for p in owned]
        answers.append({"shapes": shapes, "as before": same, "learning": learning})
    return answers


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Call the net on X itself, not on an array of your own, and leave X as it is.",
)
def calls_the_net_where_it_is(solution, case):
    """shapes_before_and_after calls the net on the X that it was given, and leaves X as it was."""
    from mxnet.gluon import nn

    n, d, q = case.sizes(4, 17, 2)
    net, X = nn.Dense(q, prefix="output_"), case.normal(n, d)
    net.initialize(ctx=case.ctx)
    net.cast("float64")
    shapes = told(net, solution.shapes_before_and_after(net, X))
    return {"shapes": shapes, "X": X, "the net was called": net.weight._data is not None}
