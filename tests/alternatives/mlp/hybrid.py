from mxnet import nd
from mxnet.gluon.nn import *
from mxnet.initializer import Normal


def make_net():
    model = HybridSequential()
    for units, act in [(256, 'relu'), (10, None)]:
        model.add(Dense(units, activation=act, weight_initializer=Normal(0.01)))
    model.initialize()
    model.hybridize()
    return model
