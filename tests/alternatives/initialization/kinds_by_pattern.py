"""Gluon's patterns choose the parameters."""

from mxnet import init


def initialize_normal(net, sigma):
    net.collect_params(".*weight").initialize(init.Normal(sigma), force_reinit=True)
    net.collect_params(".*bias").initialize(init.Zero(), force_reinit=True)


def initialize_default(net):
    net.collect_params().initialize()
