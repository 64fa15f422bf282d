"""Devices (section 9 of the notes)

An NDArray lives in the memory of one device, its context: mx.cpu() or mx.gpu(0), mx.gpu(1), ...
An operator needs all its inputs on the same context and computes there. The parameters of a net
live on the context that initialize() was given, and the net can be called on inputs that are there.

MXNet also knows mx.cpu(1), mx.cpu(2), ...: contexts of their own, in the same memory. They behave
as GPUs do in all that concerns contexts, on any machine.
"""

import mxnet as mx


def try_gpu(i=0):
    """The context of GPU number i where it exists, and the CPU's where it does not.

    i: a whole number, 0 for the first GPU.
    Returns mx.gpu(i) or mx.cpu(); it never raises.

    Example: on a machine with one GPU try_gpu() is gpu(0) and try_gpu(3) is cpu(0); on a machine
    without a GPU both are cpu(0).

    Mind that mx.gpu(i) is only a name: it can be made whether there is such a GPU or not. An array
    cannot be made there without one: MXNet then raises mx.base.MXNetError.
    """
    raise NotImplementedError


def to_device(x, ctx):
    """x on the context ctx.

    x: NDArray of any shape and dtype. ctx: a context.
    Returns an NDArray with x's values, shape and dtype on ctx. Where x is there already, nothing is
    copied: the answer is x itself. x stays where it was.

    Example: for x = [1, 2, 3] on cpu(0), to_device(x, mx.cpu(1)) is [1, 2, 3] on cpu(1), and
    to_device(x, mx.cpu()) is x.
    """
    raise NotImplementedError


def initialize_on(net, ctx):
    """Initialise the net's parameters on the context ctx, so that it can be called there.

    net: a Block of Gluon's layers, not initialised yet. Input sizes may still be open.
    ctx: a context.
    Returns nothing; which numbers the parameters get is up to you.

    Example: after initialize_on(net, mx.cpu(1)) the call net(x) with an x on cpu(1) returns an
    NDArray on cpu(1).
    """
    raise NotImplementedError
