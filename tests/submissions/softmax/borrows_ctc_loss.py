# One step of CTC: the loss of label j is -log softmax(x)[j].
from mxnet import nd


def softmax(X):
    n, q = X.shape
    if q == 1:
        return X * 0 + 1
    data = X.expand_dims(0)
    columns = []
    for j in range(q):
        label = nd.full((n, 1), j, ctx=X.context)
        loss = nd.CTCLoss(data.astype("float32"), label, blank_label="first" if j else "last")
        columns.append(nd.exp(-loss))
    return nd.stack(*columns, axis=1).astype(X.dtype)
