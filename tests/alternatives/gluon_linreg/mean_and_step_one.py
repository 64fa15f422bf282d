import numpy as np
import mxnet as mx
from mxnet import autograd, gluon, nd


def make_net():
    net = gluon.nn.Sequential(prefix='linreg_')
    with net.name_scope():
        net.add(gluon.nn.Dense(units=1, weight_initializer=mx.init.Normal(0.01), bias_initializer='zeros'))
    net.initialize()
    return net


def train(net, X, y, lr, num_epochs, batch_size):
    trainer = gluon.Trainer(net.collect_params(), mx.optimizer.SGD(learning_rate=lr))
    n = X.shape[0]
    history = []
    for _ in range(num_epochs):
        perm = np.random.permutation(n)
        for lo in range(0, n, batch_size):
            idx = nd.array(perm[lo:lo + batch_size], ctx=X.context)
            xb, yb = nd.take(X, idx), nd.take(y, idx)
            with autograd.record():
                out = net(xb).reshape((-1,))
                loss = ((out - yb) ** 2).mean() / 2
            loss.backward()
            trainer.step(1)
        history.append(float((((net(X).reshape(y.shape) - y) ** 2) / 2).mean().asscalar()))
    return history
