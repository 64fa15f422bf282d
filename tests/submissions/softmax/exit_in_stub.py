from mxnet import nd


def softmax(X):
    exit()
