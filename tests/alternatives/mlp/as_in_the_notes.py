from mxnet import gluon, init
from mxnet.gluon import loss as gloss, nn


def make_net():
    net = nn.Sequential()
    net.add(nn.Dense(256,activation='relu'),
            nn.Dense(10))
    net.initialize(init.Normal(sigma=0.01))
    return net


net = make_net()
loss = gloss.SoftmaxCrossEntropyLoss()
trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': 0.01})
batch_size = 256
