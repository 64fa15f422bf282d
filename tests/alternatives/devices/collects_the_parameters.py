from __future__ import annotations
from typing import Optional
import mxnet as mx
from mxnet import gluon, nd
from mxnet.base import MXNetError


def _works(ctx: mx.Context) -> bool:
    """Whether an array can be made on ctx."""
    try:
        nd.array([1.0], ctx=ctx).wait_to_read()
    except MXNetError:
        return False
    return True


def try_gpu(i: int = 0) -> mx.Context:
    gpu = mx.gpu(i)
    return gpu if _works(gpu) else mx.cpu()


def to_device(x: nd.NDArray, ctx: mx.Context) -> nd.NDArray:
    assert isinstance(ctx, mx.Context), "ctx must be a Context"
    return x.as_in_context(ctx)


def initialize_on(net: gluon.Block, ctx: mx.Context) -> None:
    net.collect_params().initialize(init=mx.init.Xavier(), ctx=[ctx])
