import mxnet as mx
from mxnet import nd, autograd
from mxnet.gluon import Trainer
from mxnet.gluon.loss import L2Loss
from mxnet.gluon.nn import Dense, Sequential


class LinearRegression(Sequential):
    """A Sequential that knows its layer."""

    def __init__(self):
        super().__init__()
        self.add(Dense(1))


def make_net():
    model = LinearRegression()
    model.initialize(mx.initializer.Normal(1e-2), ctx=mx.current_context())
    return model


def train(net, features, labels, lr, num_epochs, batch_size):
    criterion = L2Loss()
    trainer = Trainer(net.collect_params(), 'sgd')
    trainer.set_learning_rate(lr)
    losses = []
    for epoch in range(num_epochs):
        order = nd.random.shuffle(nd.arange(len(features), ctx=features.context))
        xs, ys = features.take(order), labels.take(order)
        start = 0
        while start < len(xs):
            x, t = xs[start:start + batch_size], ys[start:start + batch_size]
            with autograd.record():
                L = criterion(net(x), t)
            L.backward()
            trainer.step(t.shape[0])
            start += batch_size
        total = criterion(net(features), labels)
        losses.append(total.sum().asscalar() / total.size)
    return losses
