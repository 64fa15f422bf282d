from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(10, flatten=False, weight_initializer='xavier')
            self.output = nn.Dense(2, flatten=False)

    def hybrid_forward(self, F, x):
        h = F.relu(self.hidden(x))
        return self.output(h)
