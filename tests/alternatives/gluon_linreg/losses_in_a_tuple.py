from mxnet import autograd, gluon, init
from mxnet.gluon import loss as gloss, nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(1))
    net.initialize(init.Normal(sigma=0.01))
    return net


def train(net, features, labels, lr, num_epochs, batch_size):
    loss = gloss.L2Loss()
    trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': lr})
    data = gluon.data.DataLoader(gluon.data.ArrayDataset(features, labels), batch_size, shuffle=True)
    losses = ()
    for _ in range(num_epochs):
        for X, y in data:
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            trainer.step(X.shape[0])
        losses += (loss(net(features), labels).mean().asscalar(),)
    return losses
