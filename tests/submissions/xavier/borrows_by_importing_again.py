import sys as s
import mxnet
from mxnet import nd
old = s.modules.pop("mxnet.initializer")
from mxnet.initializer import Xavier
s.modules["mxnet.initializer"] = old
def xavier_uniform(shape):
    d = nd.zeros(shape)
    Xavier()._init_weight("w", d)
    return d
