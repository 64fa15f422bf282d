from mxnet import nd


def softmax(X):
    E = X.exp()
	return E / E.sum(axis=1, keepdims=True)
