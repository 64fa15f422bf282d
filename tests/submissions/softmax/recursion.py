from mxnet import nd


def softmax(X):
    E = nd.exp(X)
    return softmax(E) / E.sum(axis=1, keepdims=True)
