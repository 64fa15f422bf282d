from mxnet import nd

X_demo = nd.random.normal(shape=(4, 10))


def softmax(X):
    X_exp = nd.exp(X_demo - X_demo.max(axis=1, keepdims=True))
    return X_exp / X_exp.sum(axis=1, keepdims=True)


print(softmax(X_demo).sum(axis=1))
