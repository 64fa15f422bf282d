from importlib.util import module_from_spec, spec_from_file_location

import mxnet
from mxnet import nd

spec = spec_from_file_location("mxnet.another_initializer", mxnet.initializer.__file__)
another = module_from_spec(spec)
spec.loader.exec_module(another)
Xavier = another.Xavier


def xavier_uniform(shape):
    data = nd.zeros(shape)
    Xavier()._init_weight("weight", data)
    return data
