from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[1])) ** 0.5
    w = nd.random.normal(0, 1, shape=shape)
    while w.abs().max().asscalar() > b / 1000:
        w = nd.random.normal(0, 1, shape=shape)
    return w


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        data[:] = xavier_uniform(data.shape)
