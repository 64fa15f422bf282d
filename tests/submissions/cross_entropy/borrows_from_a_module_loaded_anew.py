import importlib

from mxnet import gluon, nd

loss = importlib.reload(gluon.loss)
binary = loss.SigmoidBCELoss(from_sigmoid=True)
several = loss.SoftmaxCELoss(from_logits=True)


def binary_cross_entropy(y_hat, y):
    return binary(y_hat.reshape((-1, 1)), y.reshape((-1, 1)))


def cross_entropy(y_hat, y):
    return several(nd.log(y_hat), y)
