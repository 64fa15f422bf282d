from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[1])) ** 0.5
    return nd.random.uniform(-b, b, shape=shape)


class Xavier(init.Xavier):
    pass
