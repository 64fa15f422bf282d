from mxnet import autograd


def train(net, loss, make_batches, update, num_epochs, features, labels):
    def measure():
        return float(loss(net(features), labels).mean().asnumpy()[0])

    def epoch():
        for batch in make_batches():
            X, y = batch[0], batch[1]
            with autograd.record(train_mode=True):
                l = loss(net(X), y)
            l.backward()
            update(batch[1].shape[0])
        return measure()

    return tuple([epoch() for _ in range(num_epochs)])


def train_epoch(model, criterion, loader, step):
    iterator = iter(loader)
    while True:
        try:
            X, y = next(iterator)
        except StopIteration:
            break
        autograd.set_recording(True)
        autograd.set_training(True)
        l = criterion(model(X), y)
        autograd.set_recording(False)
        autograd.set_training(False)
        l.backward()
        step(len(y))
    return model
