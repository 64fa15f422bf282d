import mxnet as mx


def softmax(X):
    biggest = mx.nd.max(X, axis=1, keepdims=True)
    exps = mx.nd.exp(mx.nd.broadcast_sub(X, biggest))
    return mx.nd.broadcast_div(exps, mx.nd.sum(exps, axis=1, keepdims=True))
