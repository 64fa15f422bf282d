#先导入nn模块
from mxnet.gluon import nn
from mxnet import init, autograd, nd
from mxnet.gluon import loss as gloss
from mxnet import gluon
from mxnet.gluon import data as gdata


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gloss.L2Loss()
    tariner = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr})
    dataset = gdata.ArrayDataset(features, labels)
    data_iter = gdata.DataLoader(dataset, batch_size, shuffle=True)
    losses = []
    for epoch in range(1, num_epochs + 1):
        for X, y in data_iter:
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            tariner.step(batch_size)
        l = loss(net(features), labels)
        print('epoch %d, loss: %f' % (epoch, l.mean().asnumpy()))
        losses.append(l.mean().asscalar())
    return losses
