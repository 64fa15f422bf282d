from mxnet import autograd, nd
import random
from IPython import display
from matplotlib import pyplot as plt


def linreg(X, w, b):
    y = nd.dot(X, w)
    y = y + b
    return y


def squared_loss(y_hat, y):
    if y.ndim < y_hat.ndim:
        y = y.expand_dims(axis=1)
    assert y.shape == y_hat.shape
    error = y_hat - y
    return error * error * 0.5


num_inputs = 2
num_examples = 1000
true_w = [2, -3.4]
true_b = 4.2
features = nd.random.normal(scale=1, shape=(num_examples, num_inputs))
labels = true_w[0] * features[:, 0] + true_w[1] * features[:, 1] + true_b
w = nd.random.normal(scale=0.01, shape=(num_inputs, 1))
b = nd.zeros(shape=(1,))
print(squared_loss(linreg(features, w, b), labels).mean())
plt.scatter(features[:, 1].asnumpy(), labels.asnumpy(), 1)
