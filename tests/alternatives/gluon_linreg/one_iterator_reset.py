"""One NDArrayIter for all epochs, whose reset shuffles anew."""

import mxnet as mx
from mxnet import autograd, gluon


def make_net():
    net = gluon.nn.Sequential()
    net.add(gluon.nn.Dense(1, weight_initializer=mx.init.Normal(0.01)))
    net.initialize()
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gluon.loss.L2Loss()
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
    batches = mx.io.NDArrayIter(features, labels, batch_size, shuffle=True)
    means = []
    for _ in range(num_epochs):
        batches.reset()
        for batch in batches:
            k = batch_size - batch.pad
            X, y = batch.data[0][:k], batch.label[0][:k]
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            trainer.step(k)
        means.append(loss(net(features), labels).mean().asscalar())
    return means
