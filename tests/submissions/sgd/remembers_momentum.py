velocity = {}


def sgd(params, lr, batch_size):
    for i, param in enumerate(params):
        step = lr * param.grad / batch_size
        velocity[i] = step if i not in velocity else 0.9 * velocity[i] + step
        param -= velocity[i] + 0.01 * lr * param
