from mxnet import nd


def softmax(X):
    return X.zeros_like() + float('inf')
