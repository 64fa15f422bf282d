from mxnet import nd


def sigmoid(x):
    flat = x.reshape((1, -1, 1))
    data = nd.concat(flat, nd.zeros_like(flat), dim=2).astype("float32")
    label = nd.zeros((flat.shape[1], 1), ctx=x.context, dtype="float32")
    loss = nd.CTCLoss(data, label, blank_label="last")
    return nd.exp(-loss).reshape(x.shape).astype(x.dtype)
