from mxnet.gluon import nn


class MyDense(nn.HybridBlock):
    def __init__(self, units, in_units, **kwargs):
        super(MyDense, self).__init__(**kwargs)
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))

    def hybrid_forward(self, F, x, weight, bias):
        return F.Activation(F.broadcast_add(F.dot(x, weight), bias), act_type='relu')
