def sgd(params: list, lr: float, batch_size: int) -> None:
    """`params` in place."""
    grads = [p.grad for p in params]
    for p, g in zip(params, grads):
        p[:] = p.__sub__(g.__mul__(lr).__truediv__(batch_size))
