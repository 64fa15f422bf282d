"""How `train_epoch` and `train` are checked, each on its own.

Net, loss and update are the probes'.  The minibatches are given in a fixed order, so that there is
one right result.  `train` mostly builds on `train_epoch`; where that is wrong, which has cost its
points already, `train` is given a right one.
"""

from contextlib import contextmanager, suppress

from grader.course import Exercise

exercise = Exercise("Training loop", stubs=["train_epoch", "train"])


class Regression:
    """A linear net with its squared loss and an update that keeps what it is told.

    An example may have several labels; the loss is about their mean.
    """

    def __init__(self, case, d, lr):
        from mxnet import nd

        self.dot = nd.dot
        self.w, self.b, self.lr = case.normal(d, 1), case.normal(1), lr
        for param in (self.w, self.b):
            param.attach_grad()
        self.sizes, self.gradients = [], []

    def net(self, X):
        return self.dot(X, self.w) + self.b

    def errors(self, y_hat, y):
        """One for each example.  The arguments may be exchanged, and labels in another shape."""
        rows = len(y_hat)
        y_hat, y = (a.reshape((rows, -1)).mean(axis=1, keepdims=True) for a in (y_hat, y))
        return y_hat - y

    def loss(self, y_hat, y):
        return self.errors(y_hat, y) ** 2 / 2

    def update(self, batch_size):
        self.sizes.append(batch_size)
        self.gradients.append([self.w.grad.copy(), self.b.grad.copy()])
        for param in (self.w, self.b):
            param[:] = param - self.lr * param.grad / batch_size

    @property
    def parameters(self):
        return [self.w, self.b]


def factor():
    """2 while a net is trained, 1 when it predicts."""
    from mxnet import autograd

    return 2 if autograd.is_training() else 1


class Lopsided(Regression):
    """A regression whose loss counts double where the answer is too small.

    While it is trained it answers something else than when it predicts, as with dropout.
    """

    def net(self, X):
        return super().net(X) * factor()

    def loss(self, y_hat, y):
        errors = self.errors(y_hat, y)
        return errors**2 / 2 * (1 + (errors < 0))


class OfTwoRows(Regression):
    """A regression that takes X and y as they come.

    The net averages the two rows of each example, and flattened examples do not fit; in the loss a
    column of labels broadcasts.
    """

    def net(self, X):
        return super().net(X.mean(axis=1))

    def loss(self, y_hat, y):
        return (y_hat.reshape((-1,)) - y) ** 2 / 2


FAR = 2**24
"""Beyond this float32 does not hold every whole number."""


class OfOneNumber(Regression):
    """A regression on a single number for each example, and labels that are whole numbers from FAR
    on.

    Where X or y_hat were a column, labels would broadcast.
    """

    def net(self, X):
        return X * self.w.reshape((1,)) + self.b

    def loss(self, y_hat, y):
        return (y_hat - (y - FAR).astype(y_hat.dtype)) ** 2 / 2


def minibatches(case, d, *sizes, labels=()):
    """Random minibatches of these sizes; `labels` is the shape of an example's labels."""
    return [(case.normal(n, d), case.normal(n, *labels)) for n in sizes]


@exercise.check(
    points=3, hint="For each (X, y): record loss(net(X), y), then backward, then update(len(X))."
)
def updates_once_for_each_minibatch(solution, case):
    """train_epoch moves the parameters as one pass over the minibatches does."""
    n, d = case.sizes(6, 3)
    model = Regression(case, d, lr=0.2)
    solution.train_epoch(model.net, model.loss, minibatches(case, d, n, n, n), model.update)
    return model.parameters


@exercise.check(
    points=2, hint="backward before update, and on the sum of the losses: l.backward()."
)
def hands_over_the_gradient_of_the_sum(solution, case):
    """train_epoch calls update with the gradient of the minibatch's summed loss in place."""
    n, d = case.sizes(5, 4)
    model = OfTwoRows(case, d, lr=0.1)
    batches = [(case.normal(n, 2, d), case.normal(n)) for _ in range(2)]
    solution.train_epoch(model.net, model.loss, batches, model.update)
    line = OfOneNumber(case, 1, lr=0.1)
    batches = [(case.normal(n), case.integers(0, 9, n, dtype="int32") + FAR) for _ in range(2)]
    solution.train_epoch(line.net, line.loss, batches, line.update)
    return model.gradients + line.gradients


@exercise.check(points=2, hint="update(len(X)): the rows of this minibatch, and no global.")
def tells_the_size_of_each_minibatch(solution, case):
    """train_epoch tells update the size of each minibatch, where they are of different sizes."""
    n, d = case.sizes(7, 3)
    model = Regression(case, d, lr=0.05)
    batches = minibatches(case, d, n, 2, 1, 10 * n, *[3] * 9, labels=(2,))
    before = [array.asnumpy() for pair in batches for array in pair]
    solution.train_epoch(model.net, model.loss, iter(batches), model.update)
    spoilt = Regression(case, d, lr=float("nan"))
    solution.train_epoch(spoilt.net, spoilt.loss, iter(batches[:4]), spoilt.update)
    perfect = Regression(case, d, lr=0.05)
    for param in perfect.parameters:
        param[:] = 0
    learnt = [(X, y * 0) for X, y in batches[:4]]
    after = [array for pair in batches for array in pair]
    solution.train_epoch(perfect.net, perfect.loss, iter(learnt), perfect.update)
    return {
        "sizes": model.sizes,
        "parameters": model.parameters,
        "sizes where the losses are nan": spoilt.sizes,
        "sizes where the losses are 0": perfect.sizes,
        "leaves the minibatches as they were": all(
            (array.asnumpy() == was).all() for array, was in zip(after, before, strict=True)
        ),
    }


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Use the arguments net, loss and update, as loss(net(X), y) and update(len(X)).",
)
def trains_another_net(solution, case):
    """train_epoch trains a Gluon classifier in float64 on another context just as well.

    While it is trained it answers something else than when it predicts, as with dropout, and its
    BatchNorm has another gradient.
    """
    from mxnet import gluon

    n, d, q = case.sizes(4, 3, 5)
    norm, dense = gluon.nn.BatchNorm(in_channels=d), gluon.nn.Dense(q, in_units=d)
    norm.initialize(ctx=case.ctx)
    norm.cast(case.dtype)
    net = gluon.nn.Sequential()
    net.add(norm, case.fill(dense))
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.3})
    batches = [(case.normal(k, d), case.integers(0, q, k)) for k in (n, n, 1)]

    def scores(X):
        return net(X) * factor()

    def update(examples):  # not every update calls it batch_size
        trainer.step(examples)

    solution.train_epoch(scores, gluon.loss.SoftmaxCrossEntropyLoss(), batches, update)
    return [p.data(case.ctx) for p in (norm.gamma, norm.beta, dense.weight, dense.bias)]


def trained_by(epoch, ctx):
    """What an epoch of three unequal minibatches makes of the parameters, and which sizes update is
    told; None where that fails."""
    from mxnet import nd

    w = nd.array([[1.0], [-2.0]], ctx=ctx)
    w.attach_grad()
    sizes = []
    batches = [
        (nd.array(X, ctx=ctx), nd.array(y, ctx=ctx))
        for X, y in [
            ([[1, 2], [3, -1], [0.5, 1]], [[3, 0], [5, 0], [2, 0]]),
            ([[1, 3]], [[1, 0]]),
            ([[2, 0], [-1, 1]], [[4, 0], [1, 0]]),
        ]
    ]

    def update(batch_size):
        sizes.append(batch_size)
        w[:] = w - 0.01 * w.grad / batch_size

    def net(X):
        return nd.dot(X, w) * factor()

    def loss(y_hat, y):
        first = y[:, :1]
        return first * (y_hat - first) ** 2

    try:
        epoch(net, loss, iter(batches), update)
        return w.asnumpy().astype("float64").round(4).tolist(), sizes
    except Exception:  # noqa: BLE001  (whatever the solution raises)
        return None


TRAINED_RIGHTLY = [[0.8125], [-0.1566]], [3, 1, 2]
"""The parameters after a right epoch, and the minibatches' sizes."""


@contextmanager
def right_epochs(solution, case):
    """Lets `train` find a right train_epoch.

    It is made in here, where the net and the loss that a solution is handed do not lead to it.
    """
    from mxnet import autograd

    def right_epoch(net, loss, batches, update):
        for features, labels in batches:
            with autograd.record():
                losses = loss(net(features), labels)
            losses.backward()
            update(len(features))

    own = vars(solution).get("train_epoch")
    if trained_by(own, case.ctx) != TRAINED_RIGHTLY:
        solution.train_epoch = right_epoch
    try:
        yield
    finally:
        solution.train_epoch = own


def train(solution, case, *arguments):
    """What the solution's train returns."""
    with right_epochs(solution, case):
        return solution.train(*arguments)


@exercise.check(
    points=3,
    hint="After each epoch append float(loss(net(features), labels).mean().asscalar()) to a list.",
)
def returns_the_mean_losses(solution, case):
    """train returns the mean loss after each epoch as a float, also where it grows or stays."""
    n, d = case.sizes(8, 3)
    model = Regression(case, d, lr=3)  # A bias is in every net, so steps of more than 2 diverge.
    X, y = case.normal(n, d), case.normal(n)

    def losses(num_epochs, y=y):
        arguments = model.net, model.loss, lambda: [(X, y)], model.update, num_epochs, X, y
        return train(solution, case, *arguments)

    growing = losses(8)
    model.lr = 0
    staying = losses(4)
    for param in model.parameters:
        param[:] = 0
    perfect = losses(3, y * 0)
    # In no epochs no loss is measured: whoever answers with the last one, alone or in a list, is
    # not asked for it, and who refuses them may.
    listed = isinstance(growing, list | tuple)
    none = []
    with suppress(ValueError, AssertionError):
        none = losses(0) if listed and len(growing) == 8 else []
    model.lr = float("nan")
    return {
        "a growing loss": growing,
        "a loss that stays": staying,
        "a loss of 0": perfect,
        "no epochs": none,
        "losses where they are nan": len(losses(2)) if listed else 2,
    }


@exercise.check(
    points=2,
    hint="Call net and loss on features and labels after the epoch, and not within record(); the "
    "minibatches' losses are older, and not of all data.",
)
def measures_all_of_the_data(solution, case):
    """train measures the loss on all of features and labels, after the epoch's updates."""
    n, d, rest = case.sizes(5, 3, 297)  # 307 examples, which no pieces of them divide
    model = Lopsided(case, d, lr=0.1)
    X, y = case.normal(2 * n + rest, d), case.normal(2 * n + rest, 2)

    def make_batches():  # of a part of the data only, which the first example is not in
        return [(X[k : k + n], y[k : k + n]) for k in (1, n + 1)]

    arguments = model.net, model.loss, make_batches, model.update
    # One epoch, and one example to measure on, are no cases of their own.
    with right_epochs(solution, case):
        return [
            solution.train(*arguments, num_epochs, features, labels)
            for num_epochs, features, labels in [(2, X, y), (1, X, y), (1, X[:1], y[:1])]
        ]


@exercise.check(
    points=2,
    hint="Call make_batches() inside the loop over the epochs, once for each, and leave the "
    "rest to train_epoch.",
)
def makes_new_minibatches_each_epoch(solution, case):
    """train takes new minibatches, tells update their sizes and measures a loss in each epoch."""
    n, d = case.sizes(3, 4)
    model = Regression(case, d, lr=0.15)
    epochs = [minibatches(case, d, n, n, 1) for _ in range(4)]
    X, y = case.normal(n, d), case.normal(n)
    calls, updates = [], []

    def make_batches():
        updates.append(len(model.sizes))
        calls.append(epochs[len(calls) % 4])
        return iter(calls[-1])

    losses = train(solution, case, model.net, model.loss, make_batches, model.update, 4, X, y)
    return {
        "calls of make_batches": len(calls),
        "losses": len(losses) if isinstance(losses, list | tuple) else losses,
        "parameters": model.parameters,
        "updates before each call of make_batches": updates,
        "sizes that update is told": model.sizes,
    }


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Use no array but those that net and loss give: nothing is converted or moved.",
)
def trains_in_any_type_and_place(solution, case):
    """train works in float64 on another context."""
    n, d = case.sizes(4, 2)
    model = OfTwoRows(case, d, lr=0.25)
    X, y = case.normal(n, 2, d), case.normal(n)
    losses = train(solution, case, model.net, model.loss, lambda: [(X, y)], model.update, 2, X, y)
    return {"losses": losses, "parameters": model.parameters}
