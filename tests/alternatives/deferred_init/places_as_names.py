from collections import OrderedDict

import mxnet as mx
from mxnet.gluon import nn


def make_net():
    model = nn.HybridSequential(prefix="mlp_")
    with model.name_scope():
        model.add(nn.Dense(256))
        model.add(nn.Activation("relu"))
        model.add(nn.Dense(10))
    model.initialize(mx.init.Xavier(), ctx=mx.cpu())
    return model


def _shapes(model):
    return OrderedDict((k, list(p.shape)) for k, p in sorted(model._collect_params_with_prefix().items()))


def shapes_before_and_after(model, data):
    first = _shapes(model)
    _ = model(data)
    return [first, _shapes(model)]
