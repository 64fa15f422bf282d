from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


def l2_penalty(w):
    return (w**2).sum() / 2


def make_trainers(net, lr, wd):
    # 对权重参数衰减。权重名称一般是以weight结尾
    trainer_w = gluon.Trainer(net.collect_params('.*weight'), 'sgd',
                              {'learning_rate': lr, 'wd': wd})
    # 不对偏差参数衰减。偏差名称一般是以bias结尾
    trainer_b = gluon.Trainer(net.collect_params('.*bias'), 'sgd',
                              {'learning_rate': lr})
    return trainer_w, trainer_b


net = nn.Sequential()
net.add(nn.Dense(1))
net.initialize(init.Normal(sigma=1))
trainer_w, trainer_b = make_trainers(net, 0.003, 3)
X = nd.random.normal(shape=(5, 200))
for _ in range(2):
    with autograd.record():
        l = net(X).sum() + 0 * l2_penalty(net[0].weight.data())
    l.backward()
    trainer_w.step(5)
    trainer_b.step(5)
print('L2 norm of w:', net[0].weight.data().norm().asscalar())
