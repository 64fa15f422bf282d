# 模型参数的延后初始化
from mxnet import init, nd
from mxnet.gluon import nn


class MyInit(init.Initializer):
    def _init_weight(self, name, data):
        print('Init', name, data.shape)
        data[:] = nd.random.normal(0, 0.01, shape=data.shape)


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(256, activation='relu'),
            nn.Dense(10))
    net.initialize(init=MyInit())
    return net


def shapes_before_and_after(net, X):
    before, after = {}, {}
    params = net.collect_params()
    for name in params:
        before[name] = params[name].shape
    net(X).wait_to_read()
    for name in params:
        after[name] = params[name].shape
    return before, after


net = make_net()
X = nd.random.uniform(shape=(2, 20))
print(shapes_before_and_after(net, X))
