from mxnet import gluon, nd


def l2_penalty(w):
    return nd.sum(nd.square(w)) * 0.5


def make_trainers(net, lr, wd):
    weights, biases = [], []
    for name, parameter in sorted(net.collect_params().items(), reverse=True):
        if "weight" in name:
            weights.append(parameter)
        elif "bias" in name:
            parameter.wd_mult = 0
            biases.append(parameter)
    trainers = []
    for group in (weights, biases):
        trainers.append(gluon.Trainer(group, "sgd", {"learning_rate": lr, "wd": wd, "momentum": 0}))
    return tuple(trainers)
