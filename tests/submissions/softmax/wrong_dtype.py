from mxnet import nd


def softmax(X):
    X = X.astype('float64')
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
