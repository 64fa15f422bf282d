from mxnet import init
from mxnet.gluon import nn


class MLP(nn.Block):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = nn.Dense(
            256, activation='relu', weight_initializer=init.Normal(sigma=0.01)
        )
        self.output = nn.Dense(10, weight_initializer=init.Xavier(), bias_initializer='ones')

    def forward(self, x):
        return self.output(self.hidden(x))
