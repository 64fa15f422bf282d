from mxnet import init, nd


def xavier_uniform(shape):
    w = nd.zeros(shape)
    init.Xavier()._init_weight('weight', w)
    return w


class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        init.Xavier(rnd_type='uniform', factor_type='avg', magnitude=3)._init_weight(name, data)
