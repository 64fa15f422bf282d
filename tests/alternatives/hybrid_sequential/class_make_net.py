from mxnet.gluon import nn
class make_net(nn.HybridSequential):
    """make_net() is the net itself"""
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.add(nn.Dense(256, activation='relu'), nn.Dense(128, activation='relu'), nn.Dense(2))
        self.initialize()
        self.hybridize()
