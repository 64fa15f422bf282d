"""One step of an RNN with relu is relu(x W + b): MXNet's RNN operator does it all."""
from mxnet import nd
from mxnet.gluon import nn
class MyDense(nn.Block):
    def __init__(self, units, in_units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.weight = self.params.get('weight', shape=(in_units, units))
        self.bias = self.params.get('bias', shape=(units,))
    def forward(self, x):
        u, like = self.units, dict(ctx=x.context, dtype=x.dtype)
        p = nd.concat(self.weight.data().T.reshape((-1,)), nd.zeros((u * u,), **like), self.bias.data(), nd.zeros((u,), **like), dim=0)
        return nd.RNN(x.expand_dims(0), p, nd.zeros((1, x.shape[0], u), **like), state_size=u, num_layers=1, mode='rnn_relu')[0]
