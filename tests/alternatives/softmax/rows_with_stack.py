from mxnet import nd


def softmax_row(row):
    e = nd.exp(row - row.max())
    return e / e.sum()


def softmax(X):
    rows = []
    for i in range(X.shape[0]):
        rows.append(softmax_row(X[i]))
    return nd.stack(*rows, axis=0)
