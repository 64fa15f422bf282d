import numpy as np
from mxnet import autograd, init
from mxnet.gluon import nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Flatten(), nn.Dense(10))
    net.initialize(init.Normal(0.01))
    return net


def hits(scores, y):
    guess = scores.asnumpy().argmax(1)
    return np.sum(guess == y.asnumpy())


def evaluate_accuracy(data_iter, net):
    right = total = 0
    for batch in data_iter:
        right += hits(net(batch[0]), batch[1])
        total += len(batch[1])
    return np.float64(right) / total


def train_epoch(net, train_iter, loss, trainer, batch_size):
    losses, right = [], 0
    for X, y in train_iter:
        with autograd.record():
            scores = net(X)
            l = loss(scores, y)
        l.backward()
        trainer.step(batch_size)
        losses.extend(l.asnumpy().tolist())
        right += hits(scores, y)
    return np.mean(losses), right / len(losses)
