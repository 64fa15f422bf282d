from mxnet.gluon import Trainer
from mxnet import nd


def l2_penalty(w):
    flat = w.reshape((-1,))
    return nd.dot(flat, flat) / 2


def make_trainers(net, lr, wd):
    def trainer(pattern, decay):
        return Trainer(net.collect_params(pattern), "sgd", dict(learning_rate=lr, wd=decay), kvstore=None)

    return trainer(".*weight", wd), trainer(".*bias", 0.0)
