"""The rows of a minibatch stay neighbours; the minibatches come in random order."""

import random

from mxnet import autograd, gluon, init
from mxnet.gluon import nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gluon.loss.L2Loss()
    trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr})
    starts = list(range(0, len(features), batch_size))
    out = []
    for _ in range(num_epochs):
        random.shuffle(starts)
        for s in starts:
            X, y = features[s:s + batch_size], labels[s:s + batch_size]
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            trainer.step(len(X))
        out.append(loss(net(features), labels).mean().asnumpy())
    return out
