from mxnet import init


def initialize_normal(net, sigma):
    for parameter in net.collect_params().values():
        if parameter.name.endswith("_bias"):
            parameter.initialize(init.Zero(), force_reinit=True)
        else:
            parameter.initialize(init.Normal(sigma), force_reinit=True)


def initialize_default(net):
    net.initialize("uniform")
