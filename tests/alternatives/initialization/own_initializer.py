from mxnet import init, nd


class _Gauss(init.Initializer):
    def __init__(self, sigma):
        super().__init__(sigma=sigma)
        self.sigma = sigma

    def _init_weight(self, name, data):
        print('Init', name, data.shape)
        data[:] = self.sigma * nd.random.normal(0, 1, shape=data.shape)


class _Flat(init.Initializer):
    def _init_weight(self, _, arr):
        arr[:] = (nd.random.uniform(shape=arr.shape) - 0.5) * 0.14


def initialize_normal(net, sigma):
    net.initialize(_Gauss(sigma), verbose=False, force_reinit=True)


def initialize_default(net):
    net.initialize(init=_Flat(), force_reinit=True)
