from mxnet import autograd, nd


def sgd(params, lr, batch_size):
    for param in params:
        param[:] = param - lr * param.grad / batch_size


# 线性回归试一下
true_w = nd.array([[2], [-3.4]])
features = nd.random.normal(shape=(100, 2))
labels = nd.dot(features, true_w) + 4.2
w = nd.random.normal(scale=0.01, shape=(2, 1))
b = nd.zeros(shape=(1,))
w.attach_grad()
b.attach_grad()
lr = 0.3
batch_size = 100
for epoch in range(20):
    with autograd.record():
        l = ((nd.dot(features, w) + b) - labels) ** 2 / 2
    l.backward()
    sgd([w, b], lr, batch_size)
    print('epoch %d, loss %f' % (epoch + 1, l.mean().asscalar()))
print(true_w, w, b)
plot_loss(l)
