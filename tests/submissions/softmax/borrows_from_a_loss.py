from mxnet import gluon, nd

loss = gluon.loss.SoftmaxCrossEntropyLoss(sparse_label=True)


def softmax(X):
    columns = []
    for j in range(X.shape[1]):
        label = nd.full((X.shape[0],), j, ctx=X.context, dtype=X.dtype)
        columns.append(nd.exp(-loss(X, label)))
    return nd.stack(*columns, axis=1)
