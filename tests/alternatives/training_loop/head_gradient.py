from mxnet import autograd, nd
import time


def train_epoch(net, loss, batches, update):
    for X, y in batches:
        size = X.shape[0]
        with autograd.record():
            y_hat = net(X)
            l = loss(y_hat, y)
        l.backward(nd.ones_like(l))
        update(size)


def train(net, loss, make_batches, update, num_epochs, features, labels):
    losses = []
    start = time.time()
    epoch = 0
    while epoch < num_epochs:
        train_epoch(net=net, loss=loss, batches=make_batches(), update=update)
        with autograd.predict_mode():
            losses += [nd.mean(loss(net(features), labels)).asscalar().item()]
        epoch += 1
    print('%.2f sec' % (time.time() - start))
    return losses


# experiments
w, b = nd.random.normal(shape=(2, 1)), nd.zeros((1,))
for p in (w, b):
    p.attach_grad()
X = nd.random.normal(shape=(30, 2))
y = nd.dot(X, nd.array([[2], [-3.4]])) + 4.2


def update(n):
    for p in (w, b):
        p[:] = p - 0.3 * p.grad / n


print(train(lambda X: nd.dot(X, w) + b, lambda a, b: (a - b) ** 2 / 2, lambda: [(X, y)], update, 5, X, y))
