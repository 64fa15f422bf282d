from mxnet import init, nd


def xavier_uniform(shape):
    units, in_units = shape
    b = (6 / (units + in_units)) ** 0.5
    return nd.random.uniform(-b, b, shape=shape)


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        print('Init', name, data.shape)
        area = 1
        for s in data.shape[2:]:
            area *= s
        b = (6 / ((data.shape[0] + data.shape[1]) * area)) ** 0.5
        data[:] = nd.random.uniform(-b, b, shape=data.shape)
