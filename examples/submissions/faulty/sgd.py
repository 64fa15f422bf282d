"""Minibatch stochastic gradient descent (sections 4.1-4.3 of the notes)

One update moves every parameter a small step against its gradient:

    param = param - lr * param.grad / batch_size

`l.backward()` leaves the gradient of the *sum* over the minibatch in `param.grad`; dividing by
batch_size makes it the mean, so that the step does not grow with the minibatch.
"""


def sgd(params, lr, batch_size):
    """One update of every parameter, in place.

    params: a list of NDArrays of any shapes, each with its gradient in `param.grad`.
    lr: the learning rate, a Python number.
    batch_size: how many examples the gradients are summed over, an int.
    Returns nothing: the caller looks at the very arrays that are in `params`, so each of them must
    hold its new values afterwards. The gradients are left alone.

    Example: param = [1.0, 2.0] with param.grad = [5.0, -10.0], lr = 0.1 and batch_size = 10 becomes
    [1.0 - 0.1 * 5.0 / 10, 2.0 + 0.1 * 10.0 / 10] = [0.95, 2.1].

    Mind that `param = param - ...` inside a loop makes a new array and only changes what the name
    `param` stands for; `param[:] = ...` and `param -= ...` write into the array itself.
    """
    for param in params:
        param[:] = param + lr * param.grad / batch_size


# train until the loss is small
from mxnet import autograd, nd

w = nd.array([1.0])
w.attach_grad()
loss = w**2
while loss.asscalar() > 0.01:
    with autograd.record():
        loss = (w.clip(-100, 100) ** 2).sum()
    loss.backward()
    sgd([w], 0.1, 1)
