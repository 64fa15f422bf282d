import runpy
from mxnet import nd, init, initializer
other = runpy.run_path(initializer.__file__, run_name="mxnet.mine")["Xavier"]

class Xavier(init.Initializer):
    def _init_weight(self, name, data):
        other()._init_weight(name, data)
def xavier_uniform(shape):
    d = nd.zeros(shape)
    other()._init_weight("w", d)
    return d
