from mxnet import nd, sym
from mxnet.gluon import nn
import time

def make_net():
    net = nn.HybridSequential()  # 创建HybridSequential实例
    net.add(nn.Dense(256, activation='relu'),
            nn.Dense(128, activation='relu'),
            nn.Dense(2))
    net.initialize()
    net.hybridize()
    return net

def benchmark(net, x):
    start = time.time()
    for i in range(10):
        _ = net(x)
    nd.waitall()
    return time.time() - start

x = nd.random.normal(shape=(1, 512))
net = make_net()
print(net(x))
print('%.4f sec' % benchmark(net, x))
x = sym.var('data')
print(net(x))
