from mxnet import optimizer
def sgd(params, lr, batch_size):
    opt = optimizer.SGD(learning_rate=lr, rescale_grad=1 / batch_size)
    upd = optimizer.get_updater(opt)
    for i, p in enumerate(params):
        upd(i, p.grad, p)
