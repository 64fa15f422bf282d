from mxnet import nd, sym
from mxnet.gluon import nn
import time


class HybridNet(nn.HybridBlock):
    def __init__(self, **kwargs):
        super(HybridNet, self).__init__(**kwargs)
        self.hidden = nn.Dense(10)
        self.output = nn.Dense(2)

    def hybrid_forward(self, F, x):
        x = F.relu(self.hidden(x))
        return self.output(x)


def benchmark(net, x):
    start = time.time()
    for i in range(20):
        _ = net(x)
    nd.waitall()
    return time.time() - start


net = HybridNet()
net.initialize()
x = nd.random.normal(shape=(1, 512))
print('before hybridizing: %.4f sec' % (benchmark(net, x)))
net.hybridize()
print('after hybridizing: %.4f sec' % (benchmark(net, x)))
print(net(sym.var('data')))
net.export('my_mlp')
print(open('no_such_file-symbol.json').read())
