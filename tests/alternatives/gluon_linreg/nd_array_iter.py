import mxnet as mx
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn
def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))
    return net
def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gluon.loss.L2Loss()
    trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr})
    out = []
    for _ in range(num_epochs):
        it = mx.io.NDArrayIter(features, labels, batch_size, shuffle=True, last_batch_handle='pad')
        for b in it:
            k = batch_size - (b.pad or 0)
            X, y = b.data[0][:k], b.label[0][:k]
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            trainer.step(k)
        out.append(loss(net(features), labels).mean().asscalar())
    return out
