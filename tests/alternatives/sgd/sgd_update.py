from mxnet import nd
def sgd(params, lr, batch_size):
    for p in params:
        nd.sgd_update(p, p.grad, lr=lr, rescale_grad=1.0 / batch_size, out=p)
