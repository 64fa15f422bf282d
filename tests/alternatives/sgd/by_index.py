def sgd(params, lr, batch_size):
    for i in range(len(params)):
        params[i][:] = params[i] - params[i].grad * (lr / batch_size)
    # no return value
