from mxnet import init, nd


def xavier_uniform(shape):
    sigma = (2 / (shape[0] + shape[1])) ** 0.5
    return nd.random.normal(0, sigma, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        k = data.size / (data.shape[0] * data.shape[1])
        sigma = (2 / (data.shape[0] * k + data.shape[1] * k)) ** 0.5
        data[:] = nd.random.normal(0, sigma, shape=data.shape)
