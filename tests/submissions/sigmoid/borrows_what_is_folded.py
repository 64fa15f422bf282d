from mxnet import autograd, cpu, nd, sym

net = sym.FullyConnected(sym.var("x"), sym.var("w"), num_hidden=1, no_bias=True)
net = sym.Activation(net, act_type="sigmoid")


class Ready(autograd.Function):
    def forward(self, x):
        column = x.as_in_context(cpu()).astype("float32").reshape((-1, 1))
        values = {"x": column, "w": nd.ones((1, 1))}
        y = net.bind(cpu(), values, grad_req="null").forward(is_train=False)[0]
        self.y = y.reshape(x.shape).astype(x.dtype).as_in_context(x.context)
        return self.y

    def backward(self, head):
        return head * self.y * (1 - self.y)


def sigmoid(x):
    return Ready()(x)
