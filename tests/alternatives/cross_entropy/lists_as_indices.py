from mxnet import nd

def binary_cross_entropy(y_hat, y):
    # 两类的情形可以看成两列的多分类
    two = nd.stack(1 - y_hat, y_hat, axis=1)
    return cross_entropy(two, y)

def cross_entropy(y_hat, y):
    picked = y_hat[list(range(len(y_hat))), y.asnumpy().astype(int).tolist()]
    return -picked.log()
