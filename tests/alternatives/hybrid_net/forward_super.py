from mxnet.gluon import nn
class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)
    def forward(self, x, *args):
        """Only checks, then leaves the work to HybridBlock.forward."""
        assert x is not None, 'no input'
        return super().forward(x, *args)
    def hybrid_forward(self, F, x):
        return self.output(F.relu(data=self.hidden(x)))
