import mxnet as mx
from mxnet import gluon, autograd


def make_net():
    net = gluon.nn.HybridSequential()
    with net.name_scope():
        net.add(gluon.nn.Dense(10, weight_initializer=mx.init.Normal(.01)))
    net.initialize()
    return net


def evaluate_accuracy(data_iterator, model):
    acc = mx.metric.Accuracy()
    for data, label in data_iterator:
        output = model(data)
        predictions = mx.nd.argmax(output, axis=1)
        acc.update(preds=predictions, labels=label)
    return acc.get()[1]


def train_epoch(net, train_iter, loss, trainer, batch_size):
    accuracy, mean_loss = mx.metric.Accuracy(), mx.metric.Loss()
    for data, label in train_iter:
        with autograd.record():
            output = net(data)
            L = loss(output, label)
        L.backward()
        trainer.step(data.shape[0])
        accuracy.update([label], [output])
        mean_loss.update(None, [L])
    return [mean_loss.get()[1], accuracy.get()[1]]
