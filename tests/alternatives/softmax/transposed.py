from mxnet import nd


def softmax(X):
    # 转置以后按列广播,省去 keepdims
    Y = X.T
    Y = nd.exp(Y - Y.max(axis=0))
    return (Y / Y.sum(axis=0)).T
