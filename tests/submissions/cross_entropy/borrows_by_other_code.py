from mxnet import gluon, nd


def make():
    name = original = None

    def passes(*args, **kwargs):
        name
        return original(*args, **kwargs)

    return passes


for loss in (gluon.loss.SigmoidBCELoss, gluon.loss.SoftmaxCELoss):
    loss.forward.__code__ = loss.hybrid_forward.__code__ = make().__code__
_b = gluon.loss.SigmoidBCELoss(from_sigmoid=True)
_s = gluon.loss.SoftmaxCELoss(from_logits=True)


def binary_cross_entropy(y_hat, y):
    return _b(y_hat.reshape((-1, 1)), y.reshape((-1, 1)))


def cross_entropy(y_hat, y):
    return _s(nd.log(y_hat), y)
