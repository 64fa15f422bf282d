from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.layers = {'hidden': nn.Dense(10), 'output': nn.Dense(2)}

    def hybrid_forward(self, F, x):
        return self.layers['output'](F.relu(self.layers['hidden'](x)))
