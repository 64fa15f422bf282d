import time
from mxnet.gluon import nn
class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(10, use_bias=True)
            self.output = nn.Dense(2, use_bias=True)
    def __call__(self, *args):
        t = time.time()
        y = super().__call__(*args)
        self.seconds = time.time() - t
        return y
    def hybrid_forward(self, F, x):
        x = self.hidden(x)
        x = F.broadcast_maximum(x, F.zeros(shape=(1, 1))) if False else F.relu(x)
        x = self.output(x)
        return x
