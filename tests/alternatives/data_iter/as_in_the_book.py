import random
from mxnet import nd


def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)  # 样本的读取顺序是随机的
    for i in range(0, num_examples, batch_size):
        j = nd.array(indices[i: min(i + batch_size, num_examples)])
        yield features.take(j), labels.take(j)  # take函数根据索引返回对应元素


def iterations_per_epoch(num_examples, batch_size):
    if num_examples % batch_size == 0:
        return num_examples // batch_size
    return num_examples // batch_size + 1


def num_updates(num_examples, batch_size, num_epochs):
    return iterations_per_epoch(num_examples, batch_size) * num_epochs


batch_size = 10
features = nd.random.normal(shape=(100, 2))
labels = nd.random.normal(shape=(100,))
for X, y in data_iter(batch_size, features, labels):
    print(X, y)
    break
