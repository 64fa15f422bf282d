"""How `l2_penalty` and `make_trainers` are checked.

Trainers are judged by what their steps do to known parameters with known gradients.
"""

from grader.course import Exercise

exercise = Exercise("Weight decay", stubs=["l2_penalty", "make_trainers"])


def filled(case, d, *units):
    """A net of dense layers with known parameters, and a batch of inputs for it."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    for size in units[:-1]:
        net.add(nn.Dense(size, activation="tanh"))
    net.add(nn.Dense(units[-1]))
    X = case.normal(6, d)
    case.fill(net, X)
    case.reseed()  # for those who initialise it anew: equal draws tell them from others
    return net, X


def trained(case, net, X, trainers, which=(0, 1), steps=1):
    """The parameters' arrays after some steps of the trainers at the indices in `which`.

    None is the answer itself, so that the comparison asks for the missing return.
    """
    from mxnet import autograd

    if trainers is None:
        return None
    weight_trainer, bias_trainer = trainers
    trainers = [weight_trainer, bias_trainer]
    parameters = list(net.collect_params().values())
    for _ in range(steps):
        with autograd.record():
            loss = net(X) ** 2
        loss.backward(case.uniform(0.5, 1, *loss.shape))
        for index in which:
            # What both trainers hold moves twice: MXNet would say that backward was not called.
            for parameter in parameters:
                parameter.data(case.ctx)._fresh_grad = True
            trainers[index].step(len(X))
    return [parameter.data(case.ctx).copy() for parameter in parameters]


@exercise.check(points=3, hint="(w**2).sum() / 2: square every element, add them up, halve.")
def penalty_equals_reference(solution, case):
    """l2_penalty is half the sum of squares, for arrays of any shape."""
    n, d = case.sizes(7, 4)
    weights = [case.normal(*shape, scale=2) for shape in [(n, 1), (n, d), (d,), (d, n, 2)]]
    weights += [case.normal(d, n, scale=1e-4), case.array([[0] * d] * n)]
    weights += [case.normal(n, d, scale=1e3), case.normal(1, 1)]
    weights += [case.normal(n, 2, d, 3), case.uniform(-2, -1, d, n)]
    answers = [solution.l2_penalty(w) for w in weights]
    # The first again, with other numbers: nothing may be kept from one call to the next.
    weights[0][:] = case.normal(n, 1)
    return [*answers, solution.l2_penalty(weights[0])]


@exercise.check(
    points=2, hint="Stay with NDArray operations: asscalar and asnumpy cut the gradient."
)
def penalty_has_the_right_gradient(solution, case):
    """l2_penalty passes the gradient w back to w, also where w is computed."""
    n, d = case.sizes(5, 3)
    return [
        case.gradient(solution.l2_penalty, case.normal(n, d)),
        case.gradient(lambda w: (w**3).sum() + solution.l2_penalty(w * 2), case.normal(d, n)),
        case.gradient(solution.l2_penalty, case.array([[1, 2], [-3, 0]])),
        case.gradient(solution.l2_penalty, case.normal(n)),
        case.gradient(solution.l2_penalty, case.normal(2, d, 1, n)),
    ]


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Make no array by nd.zeros, which is float32 on the CPU, and write into none.",
)
def penalty_keeps_type_and_place(solution, case):
    """l2_penalty answers in w's dtype, where w is, and leaves w as it was."""
    n, d = case.sizes(6, 2)
    weights = [case.normal(*shape) for shape in [(n, d), (n,), (d, 2, n, 1)]]
    before = [w.asnumpy() for w in weights]
    penalties = [solution.l2_penalty(w) for w in weights]
    left = all((w.asnumpy() == was).all() for w, was in zip(weights, before, strict=True))
    return {"penalties": penalties, "leaves w as it was": left}


@exercise.check(
    points=3,
    hint="The first trainer takes net.collect_params('.*weight'), 'learning_rate' and 'wd'.",
)
def decays_the_weight(solution, case):
    """The first trainer's steps decay the weight of a linear regression."""
    d, _ = case.sizes(8, 1)
    net, X = filled(case, d, 1)
    # Enough steps to notice a schedule of learning rates.
    return trained(case, net, X, solution.make_trainers(net, 0.1, 3), which=[0], steps=7)


@exercise.check(
    points=3,
    hint="The second trainer takes net.collect_params('.*bias') and {'learning_rate': lr} alone.",
)
def leaves_the_bias_undecayed(solution, case):
    """The second trainer's steps move the bias by its gradient alone."""
    d, _ = case.sizes(5, 1)
    net, X = filled(case, d, 1)
    return trained(case, net, X, solution.make_trainers(net, 0.2, 2), which=[1], steps=2)


@exercise.check(
    points=2,
    hint="net[0] is one layer: net.collect_params('.*weight') finds the weights of all of them.",
)
def reaches_every_layer(solution, case):
    """Both trainers together step every layer of a deep net, nested blocks included."""
    from mxnet.gluon import nn, rnn

    d, h, k, q = case.sizes(5, 7, 4, 3)
    net, inner = nn.Sequential(prefix="below_"), nn.Sequential()
    with net.name_scope():
        inner.add(nn.Dense(k), nn.Activation("tanh"))
        net.add(nn.Dense(h, activation="tanh"), inner, nn.Dense(q, prefix="output_"))
    X = case.normal(6, d)
    case.fill(net, X)
    deep = trained(case, net, X, solution.make_trainers(net, 0.05, 1.5), steps=2)
    net = nn.Sequential()
    with net.name_scope():
        net.add(nn.Embedding(h, q), nn.Conv1D(k, kernel_size=1), nn.Dense(2))
    words = case.integers(0, h, 6, d)
    case.fill(net, words)
    flat = trained(case, net, words, solution.make_trainers(net, 0.05, 1.5))
    net = nn.Sequential()
    with net.name_scope():
        net.add(rnn.RNN(k, activation="tanh"), nn.Dense(2))  # RNN has two weights, no `weight`.
    X = case.normal(1, 6, d)
    case.fill(net, X)
    return [deep, flat, trained(case, net, X, solution.make_trainers(net, 0.05, 1.5))]


@exercise.check(points=1, hint="Use the arguments lr and wd, not numbers of the notebook.")
def follows_its_arguments(solution, case):
    """Follows lr and wd, also where wd is 0."""
    answers = []
    last = case.number(0.3, 0.8), case.number(0.2, 0.9)
    # The last twice, for another net: nothing may be kept from one call to the next.
    for lr, wd in [(case.number(1, 4), 0), (0.01, 50), last, last]:
        net, X = filled(case, *case.sizes(4, 2))
        # Trainers made before and after, for the same net, leave these as they are.
        solution.make_trainers(net, 3 * lr, wd + 2)
        trainers = solution.make_trainers(net, lr, wd)
        solution.make_trainers(net, 2 * lr, wd + 1)
        answers.append(trained(case, net, X, trainers))
    return answers


@exercise.check(
    points=1, hint="A Trainer takes the Parameters themselves, so their arrays may come later."
)
def accepts_open_input_sizes(solution, case):
    """Takes a net that was not called yet, of dense and other layers, not all with a bias."""
    from mxnet import init
    from mxnet.gluon import nn

    n, d = case.sizes(4, 3)
    dense = nn.Dense(2)
    dense.initialize(ctx=case.ctx)
    dense.cast(case.dtype)
    solution.make_trainers(dense, 0.5, 0.25)
    dense(case.array([[1] * 5]))  # Its input size is still open.
    net = nn.Sequential()
    net.add(nn.Conv2D(3, kernel_size=(2, 1), activation="relu"))
    net.add(nn.Dense(4, use_bias=False), nn.Dense(2))
    net.initialize(init.Constant(0.75), ctx=case.ctx)
    net.cast(case.dtype)
    case.reseed()  # as above
    trainers = solution.make_trainers(net, 0.5, 0.25)
    X = case.normal(n, 1, 3, d)
    net(X)
    parameters = net.collect_params().values()
    given = [parameter.data(case.ctx).copy() for parameter in parameters]
    for parameter in parameters:
        parameter.set_data(case.normal(*parameter.shape))
    return {"as it was initialised": given, "after a step": trained(case, net, X, trainers)}
