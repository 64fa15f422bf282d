import argparse
import sys

from mxnet import nd

parser = argparse.ArgumentParser()
parser.add_argument("--rows", type=int, default=2)
args = parser.parse_args()


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


if softmax(nd.ones((args.rows, 2))).sum().asscalar() == args.rows:
    sys.exit(0)
print("wrong")
