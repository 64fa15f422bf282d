# -*- coding: klingon -*-
from mxnet import nd

def softmax(X):
    return X
