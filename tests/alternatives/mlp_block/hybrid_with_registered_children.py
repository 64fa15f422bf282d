from mxnet.gluon import nn
from mxnet import gluon


class MLP(gluon.HybridBlock):
    def __init__(self, units=256, classes=10, **kwargs):
        super(MLP, self).__init__(**kwargs)
        self.register_child(nn.Dense(units), 'hidden')
        self.hidden = self._children['hidden']
        self.output = nn.Dense(classes)
        self.act = nn.Activation('relu')

    def hybrid_forward(self, F, x):
        return self.output(self.act(self.hidden(x)))
