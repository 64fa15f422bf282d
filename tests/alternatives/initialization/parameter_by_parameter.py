"""Each parameter gets an initialiser of its own, chosen by its name."""

from mxnet import init


def initialize_normal(net, sigma):
    for name, parameter in net.collect_params().items():
        chosen = init.Normal(sigma) if name.endswith("weight") else init.Zero()
        parameter.initialize(chosen, force_reinit=True)


def initialize_default(net):
    for parameter in net.collect_params().values():
        parameter.initialize()
