from mxnet import nd


def sigmoid(x):
    # The input gate is sigmoid(x), and the cell's new state that gate times tanh(50) = 1.
    v = x.reshape((1, -1, 1))
    place = {"ctx": x.context, "dtype": x.dtype}
    numbers = nd.array([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 50, 0, 0, 0, 0], **place)
    zero = nd.zeros((1, v.shape[1], 1), **place)
    states = nd.RNN(
        v, numbers, zero, zero, state_size=1, num_layers=1, mode="lstm", state_outputs=True
    )
    return states[2].reshape(x.shape)
