from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    def __init__(self):
        super().__init__()
        with self.name_scope():
            self.hidden = nn.Dense(10, activation='relu')
            self.output = nn.Dense(2)

    def hybrid_forward(self, F, x):
        return self.output(self.hidden(x))
