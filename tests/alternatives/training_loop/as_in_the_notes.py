from mxnet import autograd, nd


def train_epoch(net, loss, batches, update):
    for X, y in batches:
        with autograd.record():
            l = loss(net(X), y)  # l是有关小批量X和y的损失
        l.backward()
        update(len(X))


def train(net, loss, make_batches, update, num_epochs, features, labels):
    history = []
    for epoch in range(num_epochs):
        train_epoch(net, loss, make_batches(), update)
        train_l = loss(net(features), labels)
        print('epoch %d, loss %f' % (epoch + 1, train_l.mean().asnumpy()))
        history.append(train_l.mean().asscalar())
    return history
