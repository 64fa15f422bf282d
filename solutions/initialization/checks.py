"""How `initialize_normal` and `initialize_default` are checked: by the law of what they draw.

On which context the parameters are is left to the solution: their values are copied to the
case's before they are judged.
"""

from itertools import pairwise

from grader.course import Exercise
from grader.judge.laws import RATE, all_of, constant, distinct, normal, part, parts, uniform

exercise = Exercise("Initialising parameters", stubs=["initialize_normal", "initialize_default"])


def own_block():
    """A block that is none of Gluon's, with a weight of its own."""
    from mxnet.gluon import nn

    block = nn.Block()
    block.weight = block.params.get("weight", shape=(50, 40))
    return block


def own_net():
    """A net that is none of Gluon's: nobody can loop over it or take net[0]."""
    from mxnet.gluon import nn

    net = nn.Block()
    net.hidden = nn.Dense(50, in_units=45)
    return net


def dense(*sizes):
    """A net of dense layers: the number of inputs (0 for open), then of each layer's units."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    for in_units, units in pairwise(sizes):
        net.add(nn.Dense(units, in_units=in_units))
    return net


def values(case, net):
    """All weights of the net in one array, layer by layer, and all biases in another."""
    from mxnet import nd

    found = {"weight": [], "bias": []}
    for name, parameter in net.collect_params().items():
        flat = parameter.list_data()[0].as_in_context(case.ctx).reshape((-1,))
        found[name.rpartition("_")[2]].append(flat)
    return {kind: nd.concat(*arrays, dim=0) for kind, arrays in found.items()}


def spoil(case, net):
    """Set all parameters of the net, which has been initialised, to 7."""
    for parameter in net.collect_params().values():
        parameter.set_data(case.array([7.0]).broadcast_to(parameter.shape))


def trainable(case, net):
    """For each parameter of the net, 1 if it gets a gradient, else 0."""
    return case.array([float(p.grad_req != "null") for p in net.collect_params().values()])


def call(net, *shape):
    """Call the net on ones of this shape, wherever its parameters are."""
    from mxnet import nd

    [parameter, *_] = net.collect_params().values()
    net(nd.ones(shape, ctx=parameter.list_ctx()[0]))


@exercise.check(
    points=4,
    judge=parts(weight=normal(0, 0.3), bias=constant(0)),
    hint="net.initialize(init.Normal(sigma), ...) draws the weights and sets the biases to 0.",
)
def normal_draws_the_weights(solution, case):
    """initialize_normal draws weights from N(0, sigma²) and sets biases to 0."""
    net = dense(160, 120)
    solution.initialize_normal(net, 0.3)
    return values(case, net)


@exercise.check(
    points=2,
    judge=all_of(
        part(0, parts(weight=normal(0, 0.02, RATE / 3), bias=constant(0))),
        part(1, parts(weight=normal(0, 2.5, RATE / 3), bias=constant(0))),
        part(2, parts(weight=normal(0, 1e-4, RATE / 3), bias=constant(0))),
    ),
    hint="init.Normal takes the standard deviation: pass the argument sigma as it is.",
)
def normal_follows_sigma(solution, case):
    """initialize_normal follows sigma, small and large, for a single unit too."""
    answers = []
    for sigma, sizes in [(0.02, (90, 130)), (2.5, (150, 80)), (1e-4, (400, 1))]:
        net = dense(*sizes)
        solution.initialize_normal(net, sigma)
        answers.append(values(case, net))
    return answers


@exercise.check(
    points=2,
    judge=parts(
        weight=normal(0, 0.7, RATE / 2),
        bias=constant(0),
        trainable=constant(1),
        again=parts(weight=normal(0, 0.7, RATE / 2), bias=constant(0)),
    ),
    hint="A net that has values keeps them unless initialize is told force_reinit=True.",
)
def normal_starts_anew(solution, case):
    """initialize_normal gives new values to a trained net, each time, also behind a new layer."""
    from mxnet.gluon import nn

    trained, net = dense(80, 80, 80), nn.Sequential()
    trained.add(nn.Conv2D(20, kernel_size=(2, 3), in_channels=15))
    trained.add(nn.Dense(40, in_units=50, prefix="own_"))
    solution.initialize_normal(trained, 1)
    spoil(case, trained)
    net.add(dense(80, 80), trained)
    solution.initialize_normal(net, 0.7)
    again = dense(30, 20)
    for sigma in (3, 0.7):
        solution.initialize_normal(again, sigma)
    spoil(case, again)
    solution.initialize_normal(again, 0.7)
    return {
        **values(case, net),
        "trainable": trainable(case, net),
        "again": values(case, again),
    }


@exercise.check(
    points=2,
    judge=parts(
        kernels=normal(0, 0.6, RATE / 2), weight=normal(0, 0.6, RATE / 2), bias=constant(0)
    ),
    hint="net.initialize(...) reaches every layer of the net, whatever it is made of.",
)
def normal_reaches_every_layer(solution, case):
    """initialize_normal initialises every layer: of any kind, nested ones, ones without a bias."""
    from mxnet.gluon import nn

    net, own, both = nn.Sequential(), own_net(), nn.Sequential()
    single = nn.Dense(40, in_units=35)
    net.add(nn.Conv2D(20, kernel_size=(3, 5), in_channels=10))
    with net.name_scope():  # sequential0_dense0_weight
        net.add(nn.Dense(45, in_units=55, use_bias=False), dense(30, 60, 80))
    net.add(nn.Conv1D(40, kernel_size=2, in_channels=30), nn.Embedding(60, 40), own_block())
    for each in (net, own, single):
        solution.initialize_normal(each, 0.6)
    both.add(net, own, single)
    # Of the kernels alone more than half repeat where a draw is repeated within a kernel.
    return {**values(case, both), "kernels": values(case, net[0])["weight"]}


@exercise.check(
    points=1,
    judge=parts(weight=normal(0, 0.4), bias=constant(0)),
    hint="net.initialize waits with the draws until the sizes are known; set_data cannot.",
)
def normal_waits_for_the_sizes(solution, case):
    """initialize_normal takes a net whose input sizes are open, initialised before or not."""
    from mxnet.gluon import nn

    net, before = nn.Sequential(), dense(0, 30)
    before.initialize()
    net.add(before, dense(0, 100))
    solution.initialize_normal(net, 0.4)
    solution.initialize_normal(dense(0, 10), 2)  # before the first has drawn
    call(net, 2, 170)
    return values(case, net)


@exercise.check(
    points=3,
    judge=parts(weight=uniform(-0.07, 0.07), bias=constant(0)),
    hint="net.initialize() without an initialiser draws from U(-0.07, 0.07).",
)
def default_draws_the_weights(solution, case):
    """initialize_default draws weights from U(-0.07, 0.07) and sets biases to 0."""
    net = dense(400, 36)
    solution.initialize_default(net)
    return values(case, net)


@exercise.check(
    points=1,
    judge=parts(
        kernels=uniform(-0.07, 0.07, RATE / 2),
        weight=uniform(-0.07, 0.07, RATE / 2),
        bias=constant(0),
        trainable=constant(1),
    ),
    hint="net.initialize() reaches every layer, and waits where an input size is open.",
)
def default_reaches_every_layer(solution, case):
    """initialize_default initialises every layer, nested and open ones too, and all can learn."""
    from mxnet.gluon import nn

    net, both, flat, own = nn.Sequential(), nn.Sequential(), dense(0, 60, 1), own_net()
    single = nn.Dense(40)
    net.add(nn.Conv2D(20, kernel_size=(3, 5)), dense(0, 50, 70, 90))
    both.add(net, flat, own, single)
    for each, shape in [(net, (3, 6, 4, 9)), (flat, (2, 40)), (single, (2, 35))]:
        solution.initialize_default(each)
        call(each, *shape)
    solution.initialize_default(own)
    kernels = values(case, net[0])["weight"]
    return {**values(case, both), "kernels": kernels, "trainable": trainable(case, both)}


@exercise.check(
    points=1, judge=distinct(), hint="Seed nothing inside: each call is to draw other numbers."
)
def draws_anew(solution, case):
    """Both functions draw other weights in each call."""
    answers = []
    for _ in range(2):
        nets = dense(25, 14), dense(25, 14)
        solution.initialize_normal(nets[0], 1)
        solution.initialize_default(nets[1])
        answers += [values(case, net)["weight"] for net in nets]
    return answers
