from typing import NamedTuple
from mxnet import autograd, init, nd
from mxnet.gluon import nn
class Result(NamedTuple):
    loss: float
    accuracy: float
def make_net(num_outputs=10):
    net = nn.Sequential()
    net.add(nn.Dense(num_outputs))
    net.initialize(init.Normal(sigma=0.01))
    return net
def evaluate_accuracy(data_iter, net):
    total = right = 0
    for batch in data_iter:
        X, y = batch
        for scores, label in zip(net(X), y):
            right += int(scores.argmax(axis=0).asscalar()) == int(label.asscalar())
            total += 1
    return right / total
def train_epoch(net, train_iter, loss, trainer, batch_size):
    l_sum = nd.zeros((1,))
    hit = 0
    n = 0
    for X, y in train_iter:
        with autograd.record():
            y_hat = net(X)
            l = loss(y_hat, y)
        autograd.backward([l])
        trainer.step(batch_size)
        l_sum += l.as_in_context(l_sum.context).astype('float32').sum()
        pred = nd.topk(y_hat, k=1, ret_typ='indices').reshape((-1,))
        hit += int((pred.astype('float64') == y.astype('float64')).sum().asscalar())
        n += len(X)
    return Result(float(l_sum.asscalar()) / n, hit / n)
