"""Leaves its answers in the environment, its folder and its mask."""

import os

os.environ['ANSWERS'] = 'left'
os.mkdir('/tmp/here')
os.chdir('/tmp/here')
os.umask(0o123)


def softmax(X):
    return X
