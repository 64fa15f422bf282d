import mxnet as mx


class MLP(mx.gluon.nn.Block):
    def __init__(self):
        super().__init__()
        with self.name_scope():
            self.output = mx.gluon.nn.Dense(10, in_units=256)
            self.hidden = mx.gluon.nn.Dense(256)

    def forward(self, inputs, *args):
        h = self.hidden(inputs)
        print(h.shape)
        h = mx.nd.maximum(h, 0)
        return self.output(h)
