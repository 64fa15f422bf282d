from mxnet import nd


def softmax(X):
    return nd.SoftmaxOutput(X, nd.zeros((X.shape[0],), ctx=X.context))
