def sgd(params, lr, batch_size):
    i = 0
    while i < len(params):
        params[i][:] = params[i] - lr * params[i].grad / batch_size
        if i < 2:
            i += 1
