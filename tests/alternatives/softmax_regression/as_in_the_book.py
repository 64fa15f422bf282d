from mxnet import autograd, gluon, init, nd
from mxnet.gluon import loss as gloss, nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(10))  # 输出层有10个神经元,10个类别
    net.initialize(init.Normal(sigma=0.01))
    return net


def evaluate_accuracy(data_iter, net):
    acc_sum, n = 0.0, 0
    for X, y in data_iter:
        y = y.astype('float32')
        acc_sum += (net(X).argmax(axis=1) == y).sum().asscalar()
        n += y.size
    return acc_sum / n


def train_epoch(net, train_iter, loss, trainer, batch_size):
    train_l_sum, train_acc_sum, n = 0.0, 0.0, 0
    for X, y in train_iter:
        with autograd.record():
            y_hat = net(X)
            l = loss(y_hat, y).sum()
        l.backward()
        trainer.step(batch_size)
        y = y.astype('float32')
        train_l_sum += l.asscalar()
        train_acc_sum += (y_hat.argmax(axis=1) == y).sum().asscalar()
        n += y.size
    print('loss %.4f, train acc %.3f' % (train_l_sum / n, train_acc_sum / n))
    return train_l_sum / n, train_acc_sum / n
