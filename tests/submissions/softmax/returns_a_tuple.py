from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    partition = E.sum(axis=1, keepdims=True)
    return E / partition, partition
