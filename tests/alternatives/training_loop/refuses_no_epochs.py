from mxnet import autograd
def train_epoch(net, loss, batches, update):
    for X, y in batches:
        assert len(X) == len(y) and len(X) > 0
        with autograd.record():
            l = loss(net(X), y)
        l.backward()
        update(len(X))
def train(net, loss, make_batches, update, num_epochs, features, labels):
    if num_epochs < 1:
        raise ValueError('num_epochs must be at least 1')
    assert callable(make_batches)
    return [float((train_epoch(net, loss, make_batches(), update), loss(net(features), labels).mean().asscalar())[1]) for _ in range(num_epochs)]
