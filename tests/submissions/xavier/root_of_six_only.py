from mxnet import init, nd


def xavier_uniform(shape):
    b = 6**0.5 / (shape[0] + shape[1])
    return nd.random.uniform(-b, b, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        data[:] = xavier_uniform(data.shape)
