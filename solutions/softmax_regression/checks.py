"""How `make_net`, `evaluate_accuracy` and `train_epoch` are checked, each on its own.

Where predictions are counted, the largest score is so far ahead that rounding never decides.  Only
the last minibatch is ever shorter, and its step may be divided by batch_size or by its own size.
"""

from grader.course import Exercise
from grader.judge.laws import RATE, all_of, constant, distinct, normal, part, parts

exercise = Exercise("Softmax regression", stubs=["make_net", "evaluate_accuracy", "train_epoch"])


def ranked(case, n, q):
    """Rows that hold 0, 1, ..., q - 1 in random orders, divided by q - 1."""
    order = case.uniform(0, 1, n, q).asnumpy().argsort(axis=1)
    return case.array(order / max(q - 1, 1))


def batches(case, q, *sizes, labels="float32"):
    """Minibatches of ranked rows, of these sizes; about half of the largest are right."""
    import numpy as np

    found = []
    for n in sizes:
        X = ranked(case, n, q)
        guesses = case.integers(0, q, n).asnumpy()
        y = np.where(np.arange(n) % 2 == 0, X.asnumpy().argmax(axis=1), guesses)
        found.append((X, case.array(y, dtype=labels)))
    return found


def scores_as_given():
    """A net that answers its input, and while training another order of its columns.

    Dropout would change the order by chance.
    """
    from mxnet import autograd
    from mxnet.gluon import nn

    return nn.Lambda(lambda X: X.flip(axis=1) if autograd.is_training() else X)


def negated():
    """A net that answers minus its input."""
    from mxnet.gluon import nn

    return nn.Lambda(lambda X: -X)


def near_a_quarter():
    """A net that takes images of one row, and finds where their numbers are closest to 1/4."""
    from mxnet.gluon import nn

    return nn.Lambda(lambda X: -(X[:, 0] - 0.25).abs())


def far_apart(case, q, shift=0, bias=0.0):
    """A dense layer whose scores are six times its inputs, `shift` columns on, to begin with."""
    from mxnet.gluon import nn

    net = case.fill(nn.Dense(q, in_units=q))
    weight = [[6.0 * (i == (j + shift) % q) for j in range(q)] for i in range(q)]
    net.weight.set_data(case.array(weight))
    net.bias.set_data(case.array([bias] * q))
    return net


def trainer_of(net, lr, **others):
    from mxnet import gluon

    return gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr, **others})


def cross_entropy(weight=None):
    from mxnet import gluon

    return gluon.loss.SoftmaxCrossEntropyLoss(weight=weight)


FIXED = "a net whose number of inputs is fixed before it meets data"
"""An answer in place of an error that depends on this number."""


def has_its_size(net):
    """Whether a weight of the net has its shape before it meets data."""
    shapes = [p.shape or (0,) for p in net.collect_params().values()]
    return any(len(shape) > 1 and 0 not in shape for shape in shapes)


def takes(stub, *arguments):
    """Whether the stub answers anything; the length of an iterator, for example, is a TypeError.

    Whoever goes through it a second time finds nothing, and has 0 examples to divide by.
    """
    try:
        return stub(*arguments) is not None
    except (TypeError, ZeroDivisionError):
        return False


def short_step(solution, case, d, q):
    """By what `train_epoch` divides the gradient of 5 examples, after a full minibatch of 8.

    Where there is no step on them, which costs points elsewhere, nothing is found.
    """
    from mxnet import autograd
    from mxnet.gluon import nn

    data = [(case.normal(n, d), case.integers(0, q, n, dtype="float32")) for n in (8, 5)]
    net, before = (case.fill(nn.Dense(q, in_units=d)) for _ in range(2))
    full = trainer_of(before, 0.5)
    for X, y in data:
        with autograd.record():
            losses = cross_entropy()(before(X), y)
        losses.backward()
        if len(X) == 8:
            full.step(8)
    gradient = before.weight.grad(case.ctx)
    solution.train_epoch(net, data, cross_entropy(), trainer_of(net, 0.5), 8)
    moved = before.weight.data(case.ctx) - net.weight.data(case.ctx)
    step = float(((moved * gradient).sum() / (0.5 * gradient**2).sum()).asscalar())
    right = abs(step) < 1e-3 or any(abs(step * k - 1) < 0.01 for k in (5, 8))
    return "divided by 5, or by 8" if right else "divided by another number"


@exercise.check(points=2, hint="net.add(nn.Dense(10)): no activation, no softmax, no other layer.")
def is_one_dense_layer(solution, case):
    """make_net gives one dense layer of ten outputs and nothing else."""
    from mxnet import autograd

    n, a, b = case.sizes(3, 4, 5)
    X = case.normal(n, 1, a, b)
    net = case.made(solution.make_net)
    if has_its_size(net):
        return FIXED
    case.fill(net, X)
    with autograd.train_mode():  # A dropout layer would show here.
        answer = net(X)
    return {
        "parameters": case.parameter_kinds(net),
        "how they learn": case.parameter_learning(net),
        "where data are": case.is_where_data_are(solution.make_net),
        "answer": answer,
    }


@exercise.check(
    points=2,
    judge=all_of(
        parts(weight=normal(0, 0.01, RATE / 2), bias=constant(0)),
        part("weights of two nets", distinct()),
    ),
    hint="net.initialize(init.Normal(sigma=0.01)); the biases are 0 by default.",
)
def draws_small_weights(solution, case):
    """make_net draws new weights from N(0, 0.01²) in each call and leaves the biases at 0."""
    nets = []
    for _ in range(2):
        net = case.made(solution.make_net)
        if has_its_size(net):
            return FIXED
        net(case.normal(1, 700))
        nets.append(case.parameter_values(net))
    return {**nets[0], "weights of two nets": [net["weight"].copy() for net in nets]}


@exercise.check(
    points=3, hint="(net(X).argmax(axis=1) == y).sum().asscalar(), added up, over all examples."
)
def counts_what_is_right(solution, case):
    """evaluate_accuracy is the fraction of right predictions, up to 1 where all are right."""
    n, q = case.sizes(8, 5)
    some = batches(case, q, n, n, n)
    others = [(-X - 3, y) for X, y in batches(case, 2, 2 * n + 1)]  # No score is near a border.
    few = ranked(case, 3 * n, q)
    largest = few.argmax(axis=1)
    guesses, truths = (case.array([3, 20, 200, 280, 299, last]) for last in (4, 260))
    images = few.expand_dims(1), (few - 0.25).abs().argmin(axis=1)
    # More than uint8 can count, of scores that float16 and sigmoid make equal, and some all wrong.
    many = (few / 4000 + 40).tile((11, 1)), largest.tile((11,))
    close = [many, (many[0], few.argmin(axis=1).tile((11,)))]
    # As many examples as classes, each of another class.
    square = case.array([[i == (j + 1) % q for i in range(q)] for j in range(q)])
    # Of 104 minibatches the last four are wrong.
    epoch = [(few, largest)] * 100 + [(few, few.argmin(axis=1))] * 4
    net = far_apart(case, q)
    before = solution.evaluate_accuracy(some, net)
    net.weight.set_data(-net.weight.data(case.ctx))
    return [
        solution.evaluate_accuracy(some, scores_as_given()),
        solution.evaluate_accuracy(others, negated()),
        # The smallest score is the largest without its sign, and all are below 0.
        solution.evaluate_accuracy([(few - 0.75, largest)], scores_as_given()),
        solution.evaluate_accuracy([(few - 2, largest)], scores_as_given()),
        # More classes than ten, and than uint8 can number, in which 260 is 4.
        solution.evaluate_accuracy([(guesses.one_hot(300), truths)], scores_as_given()),
        solution.evaluate_accuracy([images], near_a_quarter()),
        solution.evaluate_accuracy(close, scores_as_given()),
        solution.evaluate_accuracy(epoch, scores_as_given()),
        # None is right.
        solution.evaluate_accuracy(epoch[100:], scores_as_given()),
        solution.evaluate_accuracy([(square, square.argmax(axis=1))], scores_as_given()),
        before,
        solution.evaluate_accuracy(some, net),
    ]


@exercise.check(
    points=2,
    hint="Add up the right predictions and the examples, and divide once, after the loop.",
)
def weighs_a_short_batch_by_its_size(solution, case):
    """evaluate_accuracy counts every example once, where the last minibatch is short.

    Some of the first are wrong, and the last one is right: no average of both is another's.
    """
    n, q = case.sizes(9, 4)
    first, last = ranked(case, n, q), ranked(case, 1, q)
    wrong = case.array([i % 2 for i in range(n)])
    data = [(first, (first.argmax(axis=1) + wrong) % q), (last, last.argmax(axis=1))]
    return {
        "all minibatches": solution.evaluate_accuracy(data, scores_as_given()),
        "takes an iterator": takes(solution.evaluate_accuracy, iter(data), scores_as_given()),
    }


@exercise.check(
    points=1, hint="MXNet does not compare float32 with int32: y.astype('float32') first."
)
def takes_whole_number_labels(solution, case):
    """evaluate_accuracy takes labels in int32 too, and leaves mode and data as they were."""
    from mxnet import autograd
    from mxnet.gluon import nn

    n, q = case.sizes(11, 6)
    minibatches = batches(case, q, n, n, labels="int32")
    accuracy = solution.evaluate_accuracy(minibatches, scores_as_given())
    with autograd.train_mode():
        solution.evaluate_accuracy(minibatches, scores_as_given())
        restored = autograd.is_training()
    images, y = 9 * minibatches[0][0].reshape((n, 1, 1, q)), minibatches[0][1]
    given = images.copy()
    return {
        "accuracy": accuracy,
        "training mode as before": restored,
        "accuracy on images": solution.evaluate_accuracy([(images, y)], nn.Flatten()),
        "images as before": bool((images == given).min().asscalar()),
    }


@exercise.check(
    points=3, hint="record the loss of net(X), then backward from its sum, then step(batch_size)."
)
def trains(solution, case):
    """train_epoch moves the parameters as one pass does, with the loss and trainer it is given.

    The net is called in training mode: its first layer exchanges an example's rows only there, and
    does not find them where examples are flattened.  Another net learns from many examples at once,
    and one from a single example.
    """
    from mxnet.gluon import nn

    n, d, q = case.sizes(6, 4, 3)
    net = nn.Sequential()
    net.add(scores_as_given(), nn.Dense(q, in_units=2 * d))
    case.fill(net)
    data = [(case.normal(n, 2, d), case.integers(0, q, n, dtype="float32")) for _ in range(4)]
    # A step of one's own would have neither momentum nor weight decay.
    trainer = trainer_of(net, 0.8, momentum=0.5, wd=0.1)
    solution.train_epoch(net, data, cross_entropy(weight=0.25), trainer, n)
    large = case.fill(nn.Dense(q, in_units=d))
    many = case.normal(12 * n, d), case.integers(0, q, 12 * n, dtype="float32")
    solution.train_epoch(large, [many], cross_entropy(), trainer_of(large, 0.6), 12 * n)
    small = case.fill(nn.Dense(q, in_units=d))
    one = case.normal(1, d), case.integers(0, q, 1, dtype="float32")
    solution.train_epoch(small, [one], cross_entropy(), trainer_of(small, 0.3), 1)
    return {
        **case.parameter_values(net),
        "after one large minibatch": case.parameter_values(large),
        "after one example": case.parameter_values(small),
        "the step on 5 examples, batch_size 8": short_step(solution, case, d, q),
    }


@exercise.check(
    points=3,
    hint="Add up l.sum().asscalar(), the right predictions and y.size; return the first two, each "
    "divided by the third.",
)
def returns_loss_and_accuracy(solution, case):
    """train_epoch returns the mean loss and the accuracy over all examples, as floats.

    In the first pass all scores are below 0.  The second is one minibatch that is all wrong, with a
    step so long that it becomes right.  It has fewer examples than batch_size.  The third is all
    right, though with probabilities below a half, and is trained on nevertheless; its scores are
    near 40, where a sigmoid makes them equal.  The last one has more classes than ten, and once
    more its minibatch comes from an iterator.
    """
    n, q = case.sizes(8, 4)
    first, second, third = (far_apart(case, q, bias=bias) for bias in (-8.0, 0.0, 40.0))
    data = batches(case, q, n, n, 3)
    X = ranked(case, n, q)
    wrong = [(X, ((X.argmax(axis=1) + 1) % q).astype("float32"))]
    right, weight = [(X / 6, X.argmax(axis=1))] * 2, second.weight.data(case.ctx).copy()
    fourth, largest = far_apart(case, 12), case.array([4, 10, 11])
    many = largest.one_hot(12, dtype=case.dtype), largest
    rest = cross_entropy(), trainer_of(fourth, 0.2), 3
    return [
        solution.train_epoch(first, data, cross_entropy(), trainer_of(first, 0.2), n),
        solution.train_epoch(second, wrong, cross_entropy(), trainer_of(second, 99), n + 1),
        solution.train_epoch(third, right, cross_entropy(), trainer_of(third, 0.4), n),
        {"trains on a short one": bool((second.weight.data(case.ctx) != weight).max().asscalar())},
        solution.train_epoch(fourth, [many], *rest),
        {"takes an iterator": takes(solution.train_epoch, fourth, iter([many]), *rest)},
    ]


@exercise.check(points=1, hint="y.astype('float32') before comparing it with argmax's answer.")
def trains_with_whole_number_labels(solution, case):
    """train_epoch takes labels in int32 too, and leaves them, trainer and mode as they were.

    The net may answer a minibatch again, as a prediction.  In training it would draw other masks of
    dropout than those of the loss, and move the running statistics of batch normalisation twice.
    """
    from mxnet import autograd

    n, q = case.sizes(7, 5)
    net = far_apart(case, q, shift=1)
    data = [(X, (y + 1) % q) for X, y in batches(case, q, n, n, labels="int32")]
    given = [y.copy() for _, y in data]
    trainer, training = trainer_of(net, 0.3), []
    net.register_forward_hook(lambda *_: training.append(autograd.is_training()))
    found = solution.train_epoch(net, data, cross_entropy(), trainer, n)
    left = all((y == was).min().asscalar() for (_, y), was in zip(data, given, strict=True))
    return {
        "loss and accuracy": found,
        **case.parameter_values(net),
        "leaves the labels": left,
        "leaves the learning rate": trainer.learning_rate == 0.3,
        "how the parameters learn": case.parameter_learning(net),
        "training mode goes on": autograd.set_training(False),
        "a minibatch twice in training mode": sum(training) > len(data),
    }


@exercise.check(
    points=1,
    device="cpu:1",
    hint="Add up Python numbers: .asscalar() first, so that no array of the CPU is needed.",
)
def works_on_another_context(solution, case):
    """train_epoch and evaluate_accuracy work where the data and the net are."""
    n, q = case.sizes(5, 3)
    net = far_apart(case, q)
    data = batches(case, q, n, n)
    accuracy = solution.evaluate_accuracy(data, net)
    trained = solution.train_epoch(net, data, cross_entropy(), trainer_of(net, 0.15), n)
    return {"evaluate_accuracy": accuracy, "train_epoch": trained}
