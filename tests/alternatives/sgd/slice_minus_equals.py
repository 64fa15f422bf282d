from mxnet import nd, autograd

def sgd(parameters, learning_rate, bs):
    for p in parameters:
        p[:] -= learning_rate / bs * p.grad
