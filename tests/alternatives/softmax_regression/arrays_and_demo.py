from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn
import d2lzh as d2l


def make_net(num_outputs=10):
    net = nn.Sequential()
    net.add(nn.Dense(num_outputs, activation=None))
    net.collect_params().initialize(init.Normal(sigma=0.01), force_reinit=True)
    return net


def accuracy(y_hat, y):
    pred = nd.argmax(y_hat, axis=1).astype('int32')
    return nd.equal(pred, y.astype('int32').reshape(pred.shape)).astype('float64')


def evaluate_accuracy(data_iter, net):
    flags = [accuracy(net(X), y) for X, y in data_iter]
    return nd.concat(*flags, dim=0).mean().asscalar()


def train_epoch(net, train_iter, loss, trainer, batch_size):
    ls, flags = [], []
    for X, y in train_iter:
        with autograd.record():
            y_hat = net(X)
            l = loss(y_hat, y)
        autograd.backward(l)
        flags.append(accuracy(y_hat, y))
        trainer.step(len(y), ignore_stale_grad=True)
        ls.append(l)
    return nd.concat(*ls, dim=0).mean().asscalar(), nd.concat(*flags, dim=0).mean().asscalar()


batch_size = 256
train_iter, test_iter = d2l.load_data_fashion_mnist(batch_size)
net = make_net()
loss = gluon.loss.SoftmaxCrossEntropyLoss()
trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': 0.1})
for epoch in range(5):
    print(train_epoch(net, train_iter, loss, trainer, batch_size), evaluate_accuracy(test_iter, net))
