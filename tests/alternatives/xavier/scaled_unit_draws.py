from mxnet import nd
from mxnet.initializer import Initializer


def xavier_uniform(shape):
    b = (6.0 / sum(shape)) ** 0.5
    return (2 * nd.random_uniform(shape=shape) - 1) * b


class Xavier(Initializer):
    """Xavier 随机初始化"""

    def _init_weight(self, _, data):
        rows = data.shape[0]
        columns = data.shape[1]
        window = data.size // (rows * columns)
        b = (6.0 / (rows * window + columns * window)) ** 0.5
        data[:] = nd.random_uniform(shape=data.shape) * 2 * b - b

    def _init_default(self, name, data):
        self._init_weight(name, data)
