import mxnet as mx


def initialize_normal(model, std):
    params = model.collect_params()
    params.initialize(mx.init.Normal(std), ctx=mx.cpu(), force_reinit=True)
    return model


def initialize_default(model):
    model.collect_params().initialize(mx.init.Uniform(scale=0.07), ctx=mx.cpu(), force_reinit=True)
    return model
