"""Leaves its answers in modules that stay loaded."""

import builtins
import sys

import mxnet as mx

builtins.answers = mx.answers = mx.nd.answers = 'left'
sys.modules['answers'] = 'left'


def softmax(X):
    return X
