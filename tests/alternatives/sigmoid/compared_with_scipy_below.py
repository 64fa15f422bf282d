import numpy as np
import scipy.special
from mxnet import nd
from scipy.special import expit


def sigmoid(x):
    e = nd.exp(-nd.abs(x))
    return nd.where(x >= 0, 1 / (1 + e), e / (1 + e))


x = nd.array([-2, 0, 3])
assert np.allclose(sigmoid(x).asnumpy(), expit(x.asnumpy()))
print(scipy.special.expit(3.0))
