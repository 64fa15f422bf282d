import logging
import os
import sys
import warnings

from mxnet import nd

logging.basicConfig(level=0)


def softmax(X):
    sys.stderr.write('a line without an end')
    os.write(2, b'\xff\xfe not UTF-8 \x00\n')
    os.write(1, b'\xff\xfe nor this \x00\n')
    logging.getLogger('mxnet').error('an error that is none')
    warnings.warn('deprecated')
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
