from mxnet import nd


def binary_cross_entropy(p, t):
    loss = t * p.log()
    loss = loss + (1 - t) * (1 - p).log()
    print('loss', loss)
    return -loss


def cross_entropy(p, t):
    q = p.shape[1]
    labels = nd.one_hot(t, q, dtype=p.dtype)
    return -nd.sum(labels * nd.log(p), axis=1)


# 试一下
y_hat = nd.array([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
y = nd.array([0, 2], dtype='int32')
print(cross_entropy(y_hat, y))
print(binary_cross_entropy(nd.array([.9, .9, .2]), nd.array([1, 0, 0])))
