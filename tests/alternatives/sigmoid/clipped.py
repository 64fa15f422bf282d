from mxnet import nd

def sigmoid(x):
    # exp 会溢出, 先截断
    x = nd.clip(x, -60, 60)
    return 1 / (1 + nd.exp(-x))
