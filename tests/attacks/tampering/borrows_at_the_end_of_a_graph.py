"""The last of a graph's operators, whose names together are longer than the profiler keeps."""

from mxnet import autograd, nd, sym

graph = x = sym.var('x')
for _ in range(13):
    graph = sym.broadcast_maximum(graph, graph)
graph = sym.softmax(graph, axis=1)


class Own(autograd.Function):
    def forward(self, X):
        self.P = graph.bind(X.context, {'x': X}).forward(is_train=False)[0]
        return self.P

    def backward(self, h):
        return self.P * (h - (h * self.P).sum(axis=1, keepdims=True))


def softmax(X):
    return Own()(X)
