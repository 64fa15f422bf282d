from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[-1])) ** 0.5
    return nd.random.uniform(-b, b, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        b = (6 / (data.shape[0] + data.shape[-1])) ** 0.5
        data[:] = nd.random.uniform(-b, b, shape=data.shape)
