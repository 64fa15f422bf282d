import random
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


def data_iter(batch_size, features, labels):
    idx = list(range(len(features)))
    random.shuffle(idx)
    for i in range(0, len(idx), batch_size):
        j = idx[i:i + batch_size]
        yield features[j], labels[j]


def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


def make_net():
    net = nn.HybridSequential()
    net.add(nn.Dense(1))
    net.collect_params().initialize(init.Normal())     # sigma=0.01 is the default
    net.hybridize()
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    trainer = gluon.Trainer(net.collect_params(), 'sgd', dict(learning_rate=lr, wd=0, momentum=0))
    result = [0.0] * num_epochs
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            with autograd.record():
                l = squared_loss(net(X), y).sum()
            l.backward()
            trainer.step(X.shape[0])
        result[epoch] = squared_loss(net(features), labels).mean().asscalar()
    return result


net = make_net()
X = nd.random.normal(shape=(100, 2))
y = nd.dot(X, nd.array([2, -3.4])) + 4.2
print(train(net, X, y, 0.03, 3, 10))
print(net[0].weight.data(), net[0].bias.data())
