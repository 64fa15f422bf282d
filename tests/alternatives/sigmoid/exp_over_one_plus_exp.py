from mxnet import nd


def sigmoid(x):
    z = nd.clip(x, -80, 80)
    e = z.exp()
    return e / (1 + e)
