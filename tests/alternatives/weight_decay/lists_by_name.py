"""Parameters sorted into lists by their names, optimisers made beforehand."""

import mxnet as mx
from mxnet import gluon, nd


def l2_penalty(w):
    v = w.reshape((1, -1))
    return nd.dot(v, v, transpose_b=True).reshape((1,)) * 0.5


def make_trainers(net, lr, wd):
    weights, biases = [], []
    for name, parameter in net.collect_params().items():
        if name.endswith("weight"):
            weights.append(parameter)
        elif name.endswith("bias"):
            biases.append(parameter)
    decaying = mx.optimizer.SGD(learning_rate=lr, wd=wd)
    return gluon.Trainer(weights, decaying), gluon.Trainer(biases, mx.optimizer.SGD(learning_rate=lr))
