def sgd(params, lr, batch_size):
    for param in params:
        # 这里自动求梯度模块计算得来的梯度是一个批量样本的梯度和。我们将它除以批量大小来得到平均值。
        param[:] = param - lr * param.grad / batch_size
