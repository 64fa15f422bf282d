from mxnet.gluon.nn import *


class HybridNet(HybridBlock):
    def __init__(self, **kwargs):
        HybridBlock.__init__(self, **kwargs)
        self.hidden = Dense(10)
        self.output = Dense(2)

    def hybrid_forward(self, F, x, *args, **kwargs):
        h = self.hidden(x)
        h = Activation('relu')(h)
        return self.output(h)
