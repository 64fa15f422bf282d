import mxnet as mx


def l2_penalty(weights):
    squares = weights * weights
    return 0.5 * mx.nd.sum(squares)


def _is_bias(parameter):
    return parameter.name.endswith("bias")


def make_trainers(model, learning_rate, weight_decay):
    parameters = list(model.collect_params().values())
    print("parameters:", parameters)
    w = [p for p in parameters if not _is_bias(p)]
    b = [p for p in parameters if _is_bias(p)]
    return [
        mx.gluon.Trainer(w, mx.optimizer.SGD(learning_rate=learning_rate, wd=weight_decay)),
        mx.gluon.Trainer(b, mx.optimizer.SGD(learning_rate=learning_rate, wd=0)),
    ]
