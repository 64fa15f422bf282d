from mxnet import nd, autograd
import matplotlib.pyplot as plt

def sigmoid(z):
    half = 0.5 * z
    return 0.5 * half.tanh() + 0.5

x = nd.arange(-8.0, 8.0, 0.1)
x.attach_grad()
with autograd.record():
    y = sigmoid(x)
y.backward()
plt.plot(x.asnumpy(), y.asnumpy())
plt.plot(x.asnumpy(), x.grad.asnumpy())
