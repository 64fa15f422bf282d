from mxnet.gluon.loss import Loss


class CrossEntropy(Loss):
    def __init__(self):
        super().__init__(None, 0)

    def hybrid_forward(self, F, y_hat, y):
        return -F.log(F.pick(y_hat, y))


class BinaryCrossEntropy(CrossEntropy):
    def hybrid_forward(self, F, y_hat, y):
        return -F.log(F.where(y, y_hat, 1 - y_hat))


def binary_cross_entropy(y_hat, y):
    return BinaryCrossEntropy()(y_hat, y)


def cross_entropy(y_hat, y):
    return CrossEntropy()(y_hat, y)
