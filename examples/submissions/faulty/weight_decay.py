"""Weight decay (section 7.2 of the notes)

Weight decay is regularisation by the L2 norm: the loss gets a penalty that grows with the weights,
so training keeps them small and the model overfits less.

    loss + wd · penalty(w)    with    penalty(w) = (the sum of all w²) / 2

The penalty's gradient is w itself, so every step of SGD also moves the weights towards 0:

    w = w - lr · (gradient + wd · w)

Biases are not penalised: b = b - lr · gradient.
"""

from mxnet import gluon


def l2_penalty(w):
    """Half the sum of the squares of all elements.

    w: NDArray of any shape.
    Returns an NDArray of shape (1,), of w's dtype and on w's context. Gradients flow through it.

    Example: for w = [[1, 2], [-3, 0]] it is [(1 + 4 + 9 + 0) / 2] = [7].
    """
    raise NotImplementedError


def make_trainers(net, lr, wd):
    """Two optimisers: one that decays the weights, one that leaves the biases undecayed.

    net: an initialised Block of Gluon's layers. The names of its weights end in 'weight', those of
    its biases in 'bias'. Input sizes may still be open.
    lr: the learning rate of both.
    wd: the weight decay, which the optimiser 'sgd' takes as the entry 'wd' of its settings.
    Returns a pair of gluon.Trainer: the first steps all weights of the net and nothing else, with
    wd; the second steps all biases and nothing else, without it. Both are plain 'sgd'.

    Example: lr = 0.1 and wd = 0.5. A weight of 2 with the gradient 3 becomes
    2 - 0.1 · (3 + 0.5 · 2) = 1.6 by a step of the first trainer; a bias of 2 with the gradient 3
    becomes 2 - 0.1 · 3 = 1.7 by a step of the second.

    Hint: net.collect_params('.*weight') gives the parameters whose names match the pattern.
    """
    raise NotImplementedError
