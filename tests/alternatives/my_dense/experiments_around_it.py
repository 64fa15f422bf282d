# -*- coding: utf-8 -*-
import mxnet as mx
from mxnet import init, nd
from mxnet.gluon import nn

params = mx.gluon.ParameterDict()
params.get('param2', shape=(2, 3))
print(params)
dense = MyDense(units=3, in_units=5)


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def forward(self, x):
        linear = nd.dot(x, self.weight.data()) + self.bias.data()
        return nd.relu(linear)


net = nn.Sequential()
net.add(MyDense(8, in_units=64), MyDense(1, in_units=8), nn.Dense(3))
net.initialize()
print(net(nd.random.uniform(shape=(2, 64))))
net[0].weight.data(mx.gpu())
net.initialize(init.Xavier(), force_reinit=True)
