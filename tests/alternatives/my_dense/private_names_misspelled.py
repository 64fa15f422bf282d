from mxnet import nd
from mxnet.gluon import nn


class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.wieght = self.params.get('weight', shape=(in_units, units))
        self.bais = self.params.get('bias', shape=(units,))

    def forward(self, x):
        liner = nd.dot(x, self.wieght.data()) + self.bais.data()
        print('liner', liner)
        return nd.relu(liner)
