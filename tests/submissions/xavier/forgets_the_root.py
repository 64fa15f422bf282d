from mxnet import init, nd


def xavier_uniform(shape):
    b = 6 / (shape[0] + shape[1])
    return nd.random.uniform(-b, b, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        area = data[0, 0].size
        b = 6 / ((data.shape[0] + data.shape[1]) * area)
        data[:] = nd.random.uniform(-b, b, shape=data.shape)
