from mxnet import nd


def softmax(X, axis):
    E = nd.exp(X - X.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
