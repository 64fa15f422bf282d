"""Wrong versions of `try_gpu`, `to_device` and `initialize_on` that learners write, each with the
sentence that would help."""

import mxnet as mx
from mxnet import nd

from grader.course import Mistake


class only_names_the_gpu(Mistake):
    """mx.gpu(i) raises nothing where there is no GPU, for it is only a name: make an array there, inside the try."""

    def try_gpu(i=0):
        try:
            ctx = mx.gpu(i)
        except mx.base.MXNetError:
            ctx = mx.cpu()
        return ctx


class ignores_the_number(Mistake):
    """You always ask for the first GPU: pass i on, mx.gpu(i)."""

    def try_gpu(i=0):
        try:
            nd.zeros((1,), ctx=mx.gpu()).wait_to_read()
        except mx.base.MXNetError:
            return mx.cpu()
        return mx.gpu()


class finds_any_gpu(Mistake):
    """That there is a GPU does not mean that there is number i: make the array on mx.gpu(i), or compare i with the count."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() else mx.cpu()


class counts_from_one(Mistake):
    """GPUs count from 0: number i exists where mx.context.num_gpus() > i, not where it is >= i."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() >= i else mx.cpu()


class answers_with_all_gpus(Mistake):
    """You return a list: one context is asked for, mx.gpu(i) or mx.cpu()."""

    def try_gpu(i=0):
        return [mx.gpu(k) for k in range(mx.context.num_gpus())] or [mx.cpu()]


class takes_no_number(Mistake):
    """try_gpu takes the GPU's number, which is 0 if it is not given: def try_gpu(i=0)."""

    def try_gpu():
        try:
            nd.zeros((1,), ctx=mx.gpu())
        except mx.base.MXNetError:
            return mx.cpu()
        return mx.gpu()


class wants_the_number(Mistake):
    """try_gpu() without a number means the first GPU: give i its default, i=0."""

    def try_gpu(i):
        try:
            nd.zeros((1,), ctx=mx.gpu(i)).wait_to_read()
        except mx.base.MXNetError:
            return mx.cpu()
        return mx.gpu(i)


class gives_the_cpu_the_number(Mistake):
    """Without the GPU you answer mx.cpu(i), another context: the answer is mx.cpu()."""

    def try_gpu(i=0):
        try:
            nd.zeros((1,), ctx=mx.gpu(i)).wait_to_read()
        except mx.base.MXNetError:
            return mx.cpu(i)
        return mx.gpu(i)


class always_answers_the_cpu(Mistake):
    """You answer the CPU even where there is a GPU: mx.cpu() is for the except branch only."""

    def try_gpu(i=0):
        return mx.cpu()


class lets_the_error_out(Mistake):
    """Nobody catches MXNetError, which an array on a missing GPU raises: answer mx.cpu() in an except branch."""

    def try_gpu(i=0):
        ctx = mx.gpu(i)
        nd.zeros((1,), ctx=ctx).wait_to_read()
        return ctx


class answers_with_the_array(Mistake):
    """You return the array that was made for the trial: return its context."""

    def try_gpu(i=0):
        try:
            return nd.zeros((1,), ctx=mx.gpu(i))
        except mx.base.MXNetError:
            return nd.zeros((1,), ctx=mx.cpu())


class answers_with_a_word(Mistake):
    """You return a word: a context is an object, mx.gpu(i) or mx.cpu()."""

    def try_gpu(i=0):
        return "gpu" if mx.context.num_gpus() > i else "cpu"


class forgets_to_return_the_context(Mistake):
    """The context is found and then lost: end try_gpu with `return`."""

    def try_gpu(i=0):
        try:
            ctx = mx.gpu(i)
            nd.zeros((1,), ctx=ctx).wait_to_read()
        except mx.base.MXNetError:
            ctx = mx.cpu()


class drops_the_copy(Mistake):
    """You answer x where it was: as_in_context does not move x, it answers a copy, so return that."""

    def to_device(x, ctx):
        x.as_in_context(ctx)
        return x


class always_copies(Mistake):
    """copyto copies even where x is on ctx already: as_in_context does not."""

    def to_device(x, ctx):
        return x.copyto(ctx)


class compares_kinds_only(Mistake):
    """mx.cpu(0) and mx.cpu(1) are of one device_type, and two contexts: compare x.context with ctx."""

    def to_device(x, ctx):
        return x if x.context.device_type == ctx.device_type else x.as_in_context(ctx)


class compares_numbers_only(Mistake):
    """mx.cpu(0) and mx.gpu(0) have one device_id, and are two contexts: compare x.context with ctx."""

    def to_device(x, ctx):
        return x if x.context.device_id == ctx.device_id else x.as_in_context(ctx)


class loses_the_dtype(Mistake):
    """nd.array of NumPy numbers is float32 whatever x was: pass dtype=x.dtype, or use x.as_in_context(ctx)."""

    def to_device(x, ctx):
        return x if x.context == ctx else nd.array(x.asnumpy(), ctx=ctx)


class goes_through_numpy(Mistake):
    """nd.array of NumPy numbers is float32 whatever x was, and always a copy: x.as_in_context(ctx)."""

    def to_device(x, ctx):
        return nd.array(x.asnumpy(), ctx=ctx)


class knows_the_cpu_only(Mistake):
    """The context is written into the code: use the argument ctx."""

    def to_device(x, ctx):
        return x.as_in_context(mx.cpu())


class calls_it_to(Mistake):
    """x.to(...) is PyTorch's: an NDArray has as_in_context(ctx)."""

    def to_device(x, ctx):
        return x.to(ctx)


class forgets_to_return_the_array(Mistake):
    """The copy is made and then lost: end to_device with `return`."""

    def to_device(x, ctx):
        x.as_in_context(ctx)


class forgets_the_context(Mistake):
    """net.initialize() without ctx puts the parameters on the CPU: pass ctx=ctx."""

    def initialize_on(net, ctx):
        net.initialize(force_reinit=True)


class passes_the_context_first(Mistake):
    """The first argument of initialize is the initialiser: name the context, ctx=ctx."""

    def initialize_on(net, ctx):
        net.initialize(ctx, force_reinit=True)


class passes_the_context_first_and_keeps_values(Mistake):
    """The first argument of initialize is the initialiser: name the context, ctx=ctx, and add force_reinit=True."""

    def initialize_on(net, ctx):
        net.initialize(ctx)


class keeps_the_old_place(Mistake):
    """A net that has values keeps them where they are, and MXNet only warns: add force_reinit=True, or move it with reset_ctx."""

    def initialize_on(net, ctx):
        net.initialize(ctx=ctx)


class only_moves(Mistake):
    """reset_ctx moves values, and a new net has none: initialize it on ctx."""

    def initialize_on(net, ctx):
        net.collect_params().reset_ctx(ctx)


class initialises_one_layer(Mistake):
    """Some of the net's parameters were not initialised: call initialize on the net itself, which reaches all of its layers."""

    def initialize_on(net, ctx):
        net[0].initialize(ctx=ctx, force_reinit=True)


class loops_over_the_layers(Mistake):
    """Not every Block is a list of layers: call initialize on the net itself, which reaches all that it holds."""

    def initialize_on(net, ctx):
        for layer in net:
            layer.initialize(ctx=ctx, force_reinit=True)


class picks_weights_and_biases(Mistake):
    """Not every parameter is a weight or a bias (BatchNorm has others): call initialize on the net itself."""

    def initialize_on(net, ctx):
        net.collect_params(".*weight|.*bias").initialize(ctx=ctx, force_reinit=True)


class tries_it_out(Mistake):
    """You call the net on an array of your own, which fixes or misses its input size: leave the first call to the caller."""

    def initialize_on(net, ctx):
        net.initialize(ctx=ctx, force_reinit=True)
        net(nd.zeros((2, 8), ctx=ctx))


class keeps_a_copy_on_the_cpu(Mistake):
    """ctx=[mx.cpu(), ctx] keeps the parameters in two places: pass the one context."""

    def initialize_on(net, ctx):
        net.initialize(ctx=[mx.cpu(), ctx], force_reinit=True)
