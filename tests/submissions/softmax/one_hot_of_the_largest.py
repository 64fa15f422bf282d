from mxnet import nd


def softmax(X):
    return nd.one_hot(X.argmax(axis=1), X.shape[1])
