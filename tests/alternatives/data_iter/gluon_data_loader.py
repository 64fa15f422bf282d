from mxnet.gluon import data as gdata
def data_iter(batch_size, features, labels):
    dataset = gdata.ArrayDataset(features, labels)
    loader = gdata.DataLoader(dataset, batch_size, shuffle=True)
    for X, y in loader:
        yield X, y
def iterations_per_epoch(num_examples, batch_size):
    return -(-num_examples // batch_size)
def num_updates(num_examples, batch_size, num_epochs):
    return num_epochs * -(-num_examples // batch_size)
