from mxnet import nd


def binary_cross_entropy(y_hat, y):
    return cross_entropy(nd.stack(1 - y_hat, y_hat, axis=1), y)


def cross_entropy(y_hat, y):
    # CTC on a sequence of one step: the label's probability is that of the class.
    blank = nd.full((len(y_hat), 1), 1e-30, ctx=y_hat.context, dtype=y_hat.dtype)
    scores = nd.log(nd.concat(y_hat, blank, dim=1)).expand_dims(0)
    labels = y.astype(y_hat.dtype).reshape((-1, 1))
    return nd.contrib.ctc_loss(scores, labels, blank_label="last")
