from mxnet import nd
softmax = lambda X: (lambda e: e / e.sum(1, keepdims=True))(nd.exp(X - X.max(1, keepdims=True)))
