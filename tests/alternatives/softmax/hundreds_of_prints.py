from mxnet import nd
import logging
import sys
import warnings

logging.basicConfig(level=logging.DEBUG)
for i in range(300):
    print('line', i, 'of the import')


def softmax(X):
    warnings.warn('softmax is called')
    for i in range(300):
        print('step', i, X.shape)
        print('on stderr', i, file=sys.stderr)
    logging.info('logits %s', X)
    X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
    return X_exp / X_exp.sum(axis=1, keepdims=True)
