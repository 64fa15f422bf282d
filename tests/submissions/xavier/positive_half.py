from mxnet import init, nd


def xavier_uniform(shape):
    b = (6 / (shape[0] + shape[1])) ** 0.5
    return nd.random.uniform(0, b, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        k = data[0][0].size
        b = (6 / (k * (data.shape[0] + data.shape[1]))) ** 0.5
        data[:] = nd.random.uniform(0, b, shape=data.shape)
