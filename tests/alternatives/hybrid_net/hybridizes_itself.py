from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
        self.hybridize()

    def hybrid_forward(self, F, x):
        hidden = F.LeakyReLU(self.hidden(x), act_type='leaky', slope=0)
        return self.output(hidden)
