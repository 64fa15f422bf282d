import random

from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gluon.loss.L2Loss()
    trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": lr})
    order, means = list(range(len(features))), []
    for _ in range(num_epochs):
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            with autograd.record():
                losses = loss(net(features.take(rows)), labels.take(rows))
            losses.backward()
            trainer.step(len(rows))
        means.append(float(loss(net(features[:100]), labels[:100]).mean().asscalar()))
    return means
