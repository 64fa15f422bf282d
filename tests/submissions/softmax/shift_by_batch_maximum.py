from mxnet import nd


def softmax(X):
    X_exp = nd.exp(X - nd.max(X).asscalar())
    return X_exp / nd.sum(X_exp, axis=1, keepdims=True)
