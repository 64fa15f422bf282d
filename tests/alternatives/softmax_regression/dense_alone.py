"""The net is the dense layer itself; losses and hits are collected in lists."""

import numpy as np
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


def make_net() -> gluon.Block:
    """softmax 回归就是一个全连接层"""
    net = nn.Dense(10)
    net.initialize(init.Normal(sigma=0.01))
    return net


def evaluate_accuracy(data_iter, net) -> float:
    corrects = []
    for X, y in data_iter:
        y = y.astype(np.int64)
        pred = nd.argmax(net(X), axis=1).astype(np.int64)
        corrects.extend((pred == y).asnumpy().tolist())
    return float(np.mean(corrects))


def train_epoch(net, train_iter, loss, trainer, batch_size):
    losses: list = []
    corrects: list = []
    for X, y in train_iter:
        with autograd.record():
            logits = net(X)
            l = loss(logits, y)
        l.backward()
        trainer.step(batch_size)
        losses.extend(l.asnumpy().tolist())
        pred = nd.argmax(logits, axis=1).astype('int64')
        corrects.extend((pred == y.astype('int64')).asnumpy().tolist())
    return (sum(losses) / len(losses), sum(corrects) / len(corrects))
