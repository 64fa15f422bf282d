"""How `make_net` and `train` are checked, each on its own.

`train` gets nets of the probes.  Where numbers are compared, all examples are in one minibatch, or
equal, or training goes on until every order has led to the same parameters.  A short minibatch may
be averaged over its own size or over batch_size.  The rows of a minibatch may be neighbours, as
long as the minibatches come in random order, and any of them may be the short one.
"""

from contextlib import suppress
from itertools import chain

from grader.course import Exercise
from grader.judge.laws import constant, normal, part, parts, shuffled

exercise = Exercise("Linear regression with Gluon", stubs=["make_net", "train"])


def dense(case, d):
    """A net of the probe: one dense layer with known parameters."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Dense(1, in_units=d))
    return case.fill(net)


def two_layers(case, d):
    """A net of the probe with a second dense layer."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Dense(2, in_units=d), nn.Dense(1, in_units=2))
    return case.fill(net)


def doubling(layer):
    """A net of this layer that answers twice as much in training as in prediction."""
    from mxnet import autograd
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Flatten(), layer, nn.Lambda(lambda y: y * 2 if autograd.is_training() else y))
    return net


def trained(solution, case, *arguments):
    """What `train` returns, with new arrays going to this case's context by default."""
    with case.ctx:
        return solution.train(*arguments)


TWICE = "some examples twice, others never"
"""In place of numbers, which are others each time where examples are drawn with replacement."""


def repeats(net, features):
    """The minibatches of as many examples as there are, some of which the net will meet twice."""
    from mxnet import autograd

    given, found = sorted(features.asnumpy().tolist()), []

    def watch(_, inputs):
        if autograd.is_recording() and len(inputs[0]) == len(given):
            rows = sorted(inputs[0].asnumpy().tolist())
            if rows != given and all(row in given for row in rows):
                found.append(rows)

    net.register_forward_pre_hook(watch)
    return found


def numbers(losses):
    """The losses as a list, where they are several, of Python's numbers, where each is one."""
    import numpy as np
    from mxnet import nd

    def number(loss):
        array = loss.asnumpy() if isinstance(loss, nd.NDArray) else loss
        one = isinstance(array, np.ndarray | np.generic) and array.size == 1
        return array.item() if one else loss

    several = isinstance(losses, list | tuple | np.ndarray | nd.NDArray)
    return [number(loss) for loss in losses] if several else losses


def are(losses, right):
    """For each of the losses, whether it is this number but for rounding."""
    found = numbers(losses)
    return [
        isinstance(loss, int | float) and abs(loss - right) < 1e-4 * right
        for loss in (found if isinstance(found, list) else [])
    ]


def mean_loss(net, features, labels):
    """The mean of the net's squared errors, halved."""
    return float(((net(features).reshape((-1,)) - labels) ** 2).mean().asscalar()) / 2


def at_zero(net):
    """The net with all of its parameters set to 0."""
    for parameter in net.collect_params().values():
        parameter.set_data(parameter.data().zeros_like())
    return net


def short_step(solution, case, n, d, batch_size):
    """What `train` does on the one shorter minibatch of an epoch of equal examples.

    Each step of lr * gradient / k takes the share `part` of the error away, where the gradient is
    that of k examples, and two steps lead to the same place in either order.  Where the minibatches
    are others than these, which costs points elsewhere, nothing is found.
    """
    from mxnet import autograd

    rest, net, label, lr, sizes = n % batch_size, at_zero(dense(case, d)), 2, 0.1, []

    def watch(_, inputs):
        if autograd.is_recording() and len(inputs[0]) < n:
            sizes.append(len(inputs[0]))

    net.register_forward_pre_hook(watch)
    examples = case.array([[1] * d] * n), case.array([label] * n)
    trained(solution, case, net, *examples, lr, 1, batch_size)
    right = f"lr * gradient / {rest}, or / {batch_size}"
    if sorted(sizes) != [rest, batch_size]:
        return right
    part = lr * (d + 1)
    left = 1 - (d + 1) * float(case.parameter_values(net)["bias"].asscalar()) / label
    share = (1 - left / (1 - part) ** (n // batch_size)) / part
    if abs(share) < 0.01:
        return "none"
    return right if min(abs(share - 1), abs(share - rest / batch_size)) < 0.01 else "another"


@exercise.check(points=2, hint="net.add(nn.Dense(1)), with no activation and no other layer.")
def is_one_dense_layer(solution, case):
    """make_net gives a Sequential with one dense layer of one output."""
    from mxnet import autograd
    from mxnet.gluon import nn

    n, d = case.sizes(6, 5)
    X = case.normal(n, d)
    net = case.fill(case.made(solution.make_net), X)
    layers = list(net) if isinstance(net, nn.Sequential | nn.HybridSequential) else []
    with autograd.train_mode():  # A dropout layer would show here, and on -X an activation.
        answer = [net(X), net(-X)]
    return {
        "layers in the Sequential": len(layers),
        "net[0] has the weight": any(hasattr(layer, "weight") for layer in layers[:1]),
        "parameters": {name: array.shape for name, array in case.parameter_values(net).items()},
        "how they learn": case.parameter_learning(net),
        "answer": answer,
    }


@exercise.check(
    points=2,
    judge=parts(weight=normal(0, 0.01), bias=constant(0)),
    hint="net.initialize(init.Normal(sigma=0.01)); the bias is 0 by default.",
)
def draws_small_weights(solution, case):
    """make_net draws the weights from N(0, 0.01²) and leaves the bias at 0."""
    net = case.made(solution.make_net)
    net(case.normal(1, 4000))
    return case.parameter_values(net)


@exercise.check(points=1, hint="nn.Dense(1) without in_units: Gluon infers it from the data.")
def leaves_the_input_size_open(solution, case):
    """make_net gives a new net each time, which takes any number of features."""
    shapes = []
    for d in case.sizes(7, 3, 2):
        net = case.made(solution.make_net)
        answer = net(case.normal(4, d))
        shapes.append([answer.shape, case.parameter_values(net)["weight"].shape])
    X, weights = case.normal(4, 5), []
    for _ in range(2):
        net = case.made(solution.make_net)
        net(X)
        weights.append(case.parameter_values(net)["weight"])
    anew = bool((weights[0] != weights[1]).max().asscalar())
    return {"shapes": shapes, "draws other weights each time": anew}


@exercise.check(
    points=3, hint="record loss(net(X), y), l.backward(), trainer.step(len(X)) for each minibatch."
)
def descends_the_gradient(solution, case):
    """train moves the parameters by lr · mean gradient, here with all data in one minibatch."""
    n, d = case.sizes(8, 3)
    net, features = dense(case, d), case.normal(n, d)
    twice = repeats(net, features)
    case.reseed()  # for whoever initialises the net again
    trained(solution, case, net, features, case.normal(n), 0.2, 3, n)
    return TWICE if twice else case.parameter_values(net)


@exercise.check(
    points=2,
    hint="After each epoch append float(loss(net(features), labels).mean().asscalar()) to a list.",
)
def returns_the_mean_losses(solution, case):
    """train returns a list with the mean loss over all data after each epoch.

    In minibatches it depends on their order, and is compared with the loss of the trained net.  The
    last label is so large that no other mean comes near.  With a tiny rate no epoch is better than
    the one before, with a large one each is worse (for there is a bias), and the list has all of
    them nevertheless, and the net what it learned in the last.  As with dropout, the first net
    answers otherwise while it is trained.  In no epochs no loss is measured, and whoever answers no
    list is not asked for it.
    """
    n, d, more = case.sizes(10, 4, 130)
    features, labels = case.normal(n, d), case.normal(n)
    net = doubling(dense(case, d))
    twice = repeats(net, features)
    case.reseed()
    losses = numbers(trained(solution, case, net, features, labels, 0.1, 6, n))
    if twice:
        return TWICE
    still = numbers(trained(solution, case, dense(case, d), features, labels, 1e-9, 5, n))
    net = dense(case, d)
    growing = numbers(trained(solution, case, net, features, labels, 3, 3, n))
    afterwards = mean_loss(net, features, labels)
    listed, new, none = isinstance(losses, list), dense(case, d), []
    with suppress(ValueError, AssertionError):  # who refuses to train for no epochs may
        none = numbers(trained(solution, case, new, features, labels, 0.1, 0, n)) if listed else []
    net, features = dense(case, d), case.normal(more, d)
    labels = case.array([1] * (more - 1) + [99])
    last = trained(solution, case, net, features, labels, 0.01, 1, 50)
    return {
        "all in one minibatch": losses,
        "with a tiny rate": still,
        "with a large rate": growing,
        "with a large rate: the last is that of the net": are(growing, afterwards)[-1:],
        "no epochs": none,
        "in minibatches of 50: the loss of the net": are(last, mean_loss(net, features, labels)),
    }


@exercise.check(
    points=2,
    hint="Cut a shuffled order into pieces of batch_size; the last, shorter one belongs to it too.",
)
def goes_through_all_minibatches(solution, case):
    """train goes through every example once in each epoch, in minibatches of batch_size.

    Where batch_size is above their number, they are all in one minibatch.  An order of 14 is a
    given one, or that begun elsewhere, with probability 1 / 13! = 2e-10.
    """
    n, d, more = case.sizes(9, 2, 2100)  # The last minibatch of the first is a single example.
    seen = training(solution, case, n, d, epochs=2, batch_size=4)
    half = len(seen) // 2
    epochs = seen[:half], seen[half:]
    many = training(solution, case, more, d, epochs=1, batch_size=1050)
    single = training(solution, case, 14, d, epochs=2, batch_size=1)
    order, again = single[:14], single[14:]
    few = training(solution, case, 7, d, epochs=1, batch_size=8)
    following = "a new one"
    if order and again in begun_elsewhere(sorted(order)):
        following = "the stored one"
    if order and again in begun_elsewhere(order):
        following = "that of the first"
    return {
        "sizes in each epoch": [sorted(map(len, epoch), reverse=True) for epoch in epochs],
        "different examples in each epoch": [different(epoch, n) for epoch in epochs],
        "sizes in a large data set": [len(minibatch) for minibatch in many],
        "all of a large data set": set(in_turn(many)) == set(range(more)),
        "all where batch_size is larger": bool(few) and sorted(few[0]) == [*range(7)],
        "order of the second epoch": following,
    }


def different(epoch, n):
    """How many of n examples the minibatches hold, or that some come twice and others never.

    Not which: those that are left out differ from one random order to the next.
    """
    met = in_turn(epoch)
    found = len(set(met))
    return found if found in (len(met), n) else TWICE


def in_turn(minibatches):
    """The numbers of the examples, one after the other."""
    return [*chain.from_iterable(minibatches)]


def begun_elsewhere(order):
    """The order and all that begin elsewhere and come back to its beginning."""
    return [order[i:] + order[:i] for i in range(len(order))]


@exercise.check(
    points=1,
    judge=part("order", shuffled(22)),
    hint="Shuffle the numbers of all examples in each epoch.",
)
def goes_in_random_order(solution, case):
    """train goes through the minibatches in random order, here of one example each.

    Another call, with fewer minibatches, has the same order with probability 1 / 22! = 1e-21.
    """
    first, second = (
        in_turn(training(solution, case, 22, 2, epochs=1, batch_size=size)) for size in (1, 11)
    )
    calls = "another order in the next call"
    if second and first[: len(second)] == second:
        stored = first == sorted(first)
        calls = "the stored order in all calls" if stored else "one order in all calls"
    return {"order": first, calls: True}


def training(solution, case, n, d, *, epochs, batch_size):
    """The numbers of the examples in each minibatch that the net met while it was recorded."""
    from mxnet import autograd
    from mxnet.gluon import nn

    seen = []

    class Net(nn.Block):
        def __init__(self):
            super().__init__()
            self.dense = nn.Dense(1, in_units=d + 1, use_bias=False)

        def forward(self, X):
            if autograd.is_recording() and len(X) < max(n, batch_size):
                seen.append([round(i * n) for i in X.asnumpy()[:, 0].tolist()])
            return self.dense(X)

    numbers = case.array([[i / n] for i in range(n)])
    features = case.normal(n, d + 1)
    features[:, 0:1] = numbers
    labels = case.normal(n)
    trained(solution, case, case.fill(Net()), features, labels, 0.01, epochs, batch_size)
    return seen


@exercise.check(
    points=1, hint="The step is lr * gradient / batch size; the labels have shape (n,)."
)
def finds_the_true_parameters(solution, case):
    """train finds the parameters that made the data, to a thousandth, in minibatches.

    Where training has not ended depends on the order of the minibatches: only whether it is the
    right place is looked at.
    """
    from mxnet import nd

    d = 2
    net = dense(case, d)
    # Features that are orthogonal make every order of the minibatches converge quickly: 1e-4 of the
    # error is left at most, with a short minibatch in each epoch.
    X = case.array([[1, 1], [1, -1], [-1, 1], [-1, -1]] * 3)
    w, b = case.normal(d, 1), case.number(1, 3)
    losses = numbers(trained(solution, case, net, X, nd.dot(X, w).reshape((-1,)) + b, 0.5, 7, 5))
    found = case.parameter_values(net)
    weight_error = float((found["weight"] - w.T).abs().max().asscalar())
    return {
        # Both at once: a training that has nearly ended finds one of them by chance.
        "finds weight and bias": max(weight_error, abs(found["bias"].asscalar() - b)) < 1e-3,
        "losses in the list": len(losses) if isinstance(losses, list) else 0,
    }


@exercise.check(
    points=1,
    hint="One step for each minibatch, inside the inner loop: trainer.step(len(X)).",
)
def steps_once_for_each_minibatch(solution, case):
    """train moves the parameters once for each minibatch, here of equal examples.

    The first net has two layers, and is trained further with another rate, where it has something
    to learn still.  The second has far to go, and its minibatches are large.  The third makes so
    many steps that a schedule of learning rates may show, and has a single example in the end.
    """
    d, _ = case.sizes(3, 2)
    net, new = two_layers(case, d), at_zero(dense(case, d))
    # All orders of equal examples are one order, so minibatches have one right result.
    features, labels = case.normal(1, d).tile((12, 1)), case.normal(1).tile((12,))
    some = features[:8], labels[:8]
    trained(solution, case, net, *some, 0.05, 2, 4)
    trained(solution, case, net, some[0], some[1] + 3, 0.02, 1, 4)
    many = features.tile((12, 1)), labels.tile((12,)) + 1000
    trained(solution, case, new, *many, 0.04, 1, 72)
    alone = dense(case, d)
    trained(solution, case, alone, features, labels, 0.03, 1, 1)
    trained(solution, case, alone, features[:1], labels[:1], 0.03, 1, 1)
    return {
        "a net of two layers": [p.data(case.ctx) for p in net.collect_params().values()],
        "a net that begins at 0": case.parameter_values(new),
        "a single example": case.parameter_values(alone),
        "the step on 3 examples, batch_size 4": short_step(solution, case, 7, d, 4),
    }


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Shuffle a list of row numbers and take those rows: features stays as and where it is.",
)
def leaves_the_data_alone(solution, case):
    """train works where the data are, and leaves features and labels as they were."""
    n, d = case.sizes(9, 4)
    features, labels = case.normal(n, d), case.normal(n)
    given, net = (features.copy(), labels.copy()), dense(case, d)
    weight = case.parameter_values(net)["weight"].copy()
    trained(solution, case, net, features, labels, 0.05, 2, 5)
    return {
        "moves the weight": bool((case.parameter_values(net)["weight"] != weight).max().asscalar()),
        "leaves features": bool((features == given[0]).min().asscalar()),
        "leaves labels": bool((labels == given[1]).min().asscalar()),
    }
