from mxnet import nd

def softmax(X):
	# edited on Windows
	X_max = X.max(axis=1, keepdims=True)
	X_exp = (X - X_max).exp()

	return X_exp / X_exp.sum(axis=1, keepdims=True)
