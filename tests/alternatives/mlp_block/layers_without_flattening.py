from mxnet.gluon import nn


class MLP(nn.Block):
    def __init__(self, num_hidden=256, num_classes=10, **kwargs):
        super(MLP, self).__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(num_hidden, activation='relu', flatten=False)
            self.output = nn.Dense(num_classes, flatten=False)

    def forward(self, x):
        h = self.hidden(x)
        print(h.shape)
        return self.output(h)
