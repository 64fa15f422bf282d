"""Leaves names, a context and a scope in MXNet."""

from mxnet import gluon, init

kept = [gluon.nn.Dense(1) for _ in range(50)]


@init.register
class Left(init.Initializer):
    pass


def softmax(X):
    return X
