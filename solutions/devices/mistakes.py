"""Wrong versions of `try_gpu`, `to_device` and `initialize_on` that learners write, each with the
sentence that would help."""

import mxnet as mx
from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class only_names_the_gpu(Mistake):
    """You answer mx.gpu(i) even where there is no such GPU: its name alone raises no error. Make an array on it inside the try, or compare i with mx.context.num_gpus()."""

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
    """You answer mx.gpu(0) where there is no GPU: they count from 0, so number i exists where mx.context.num_gpus() > i, not where it is >= i."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() >= i else mx.cpu()


class forgets_to_call_num_gpus(Mistake):
    """A function stands where its answer is to be compared, and `>` knows no functions: call it, mx.context.num_gpus() > i, with its parentheses."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus > i else mx.cpu()


class forgets_to_call_num_gpus_from_one(Mistake):
    """A function stands where its answer is to be compared, and `>=` knows no functions: call it, mx.context.num_gpus() >= i + 1, with its parentheses."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus >= i + 1 else mx.cpu()


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


class answers_the_first_gpu(Mistake):
    """You look for GPU number i and answer the first one, mx.gpu(): pass i on, mx.gpu(i)."""

    def try_gpu(i=0):
        try:
            nd.zeros((1,), ctx=mx.gpu(i)).wait_to_read()
        except mx.base.MXNetError:
            return mx.cpu()
        return mx.gpu()


class misses_the_last_gpu(Mistake):
    """You miss the last GPU: they count from 0, so number i exists where mx.context.num_gpus() > i."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() > i + 1 else mx.cpu()


class falls_back_to_the_first_gpu(Mistake):
    """Where number i is missing you answer another GPU: the answer is mx.cpu() then."""

    def try_gpu(i=0):
        count = mx.context.num_gpus()
        if count == 0:
            return mx.cpu()
        return mx.gpu(i) if count > i else mx.gpu()


class falls_back_to_the_first_gpu_at_all_events(Mistake):
    """Where number i is missing you answer mx.gpu(0), which may be missing as well: the answer is mx.cpu() then."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() > i else mx.gpu(0)


class turns_the_condition(Mistake):
    """Your answers are turned round, mx.gpu(i) where there is no such GPU and mx.cpu() where there is: turn the condition."""

    def try_gpu(i=0):
        return mx.cpu() if mx.context.num_gpus() > i else mx.gpu(i)


class answers_none_without_the_gpu(Mistake):
    """Where number i is missing your function answers None: end it with `return mx.cpu()`."""

    def try_gpu(i=0):
        if mx.context.num_gpus() > i:
            return mx.gpu(i)


class forgets_to_call_cpu(Mistake):
    """mx.cpu without parentheses is a function: the context is mx.cpu()."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() > i else mx.cpu


class answers_the_current_context(Mistake):
    """Inside `with mx.cpu(2):` the current context is another one: without the GPU the answer is mx.cpu()."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() > i else mx.current_context()


class gives_the_cpu_the_number(Mistake):
    """Without the GPU you answer mx.cpu(i), another context: the answer is mx.cpu()."""

    def try_gpu(i=0):
        try:
            nd.zeros((1,), ctx=mx.gpu(i)).wait_to_read()
        except mx.base.MXNetError:
            return mx.cpu(i)
        return mx.gpu(i)


class always_answers_the_cpu(Mistake):
    """You answer the CPU even where GPU number i exists: ask MXNet in each call, by an array on mx.gpu(i) or by mx.context.num_gpus(), and answer mx.gpu(i) then."""

    def try_gpu(i=0):
        return mx.cpu()


class lets_the_error_out(Mistake):
    """An array on a missing GPU raises mx.base.MXNetError, and you do not catch it: answer mx.cpu() in a branch `except mx.base.MXNetError`."""

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
    """You answer x where it was, and not on ctx. x.as_in_context(ctx) does not move x: it answers a copy, so return that. mx.cpu(1) is another context than mx.cpu(0)."""

    def to_device(x, ctx):
        x.as_in_context(ctx)
        return x


class always_copies(Mistake):
    """You copy x even where it is on ctx already, as copyto and nd.array do: x.as_in_context(ctx) answers x itself there."""

    def to_device(x, ctx):
        return x.copyto(ctx)


class always_copies_through_numpy(Mistake):
    """You copy x even where it is on ctx already, and asnumpy leaves its graph behind: x.as_in_context(ctx) answers x itself there."""

    def to_device(x, ctx):
        return nd.array(x.asnumpy(), ctx=ctx, dtype=x.dtype)


class detaches(Mistake):
    """detach and attach_grad take x out of the graph in which it was computed: where x is on ctx already the answer is x itself, x.as_in_context(ctx) and nothing more."""

    def to_device(x, ctx):
        return x.detach().as_in_context(ctx)


class copies_elsewhere(Mistake):
    """You answer x itself on mx.cpu() alone, and a copy where x is on another context already: x.as_in_context(ctx) answers x itself wherever ctx is."""

    def to_device(x, ctx):
        return x if x.context == ctx == mx.cpu() else x.copyto(ctx)


class compares_kinds_only(Mistake):
    """mx.cpu(0) and mx.cpu(1) are of one device_type, and two contexts: compare x.context with ctx."""

    def to_device(x, ctx):
        return x if x.context.device_type == ctx.device_type else x.as_in_context(ctx)


class compares_numbers_only(Mistake):
    """Asked for mx.cpu_pinned(0) you answer on mx.cpu(0), perhaps because you compare device_id, which is 0 for both, or because an operator leaves its answer there: return x.as_in_context(ctx) as it is."""

    def to_device(x, ctx):
        return x if x.context.device_id == ctx.device_id else x.as_in_context(ctx)


class loses_the_dtype(Mistake):
    """The copy is float32 whatever x was, as nd.array of NumPy numbers is: pass dtype=x.dtype, or use x.as_in_context(ctx)."""

    def to_device(x, ctx):
        return x if x.context == ctx else nd.array(x.asnumpy(), ctx=ctx)


class goes_through_numpy(Mistake):
    """The answer is always a copy, and float32 whatever x was, as nd.array of NumPy numbers is: x.as_in_context(ctx)."""

    def to_device(x, ctx):
        return nd.array(x.asnumpy(), ctx=ctx)


class goes_through_float32(Mistake):
    """On the way x's numbers are float32, which keeps some seven digits: x.as_in_context(ctx) copies them as they are."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        return x.astype("float32").as_in_context(ctx).astype(x.dtype)


class remembers_the_first_copy(Mistake):
    """You answer with an earlier copy, kept for the array or for its shape, type and context: copy x in each call, x.as_in_context(ctx)."""

    def to_device(x, ctx, copies={}):
        if x.context == ctx:
            return x
        return copies.setdefault((x.shape, x.dtype, ctx), x.copyto(ctx))


class flattens_images(Mistake):
    """An x of more than two axes comes back with two: leave its shape alone, x.as_in_context(ctx)."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        copy = x.copyto(ctx)
        return copy.reshape((len(x), -1)) if x.ndim > 2 else copy


class always_answers_with_two_axes(Mistake):
    """Your answer has two axes, however many x has: leave its shape alone, x.as_in_context(ctx)."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        return x.copyto(ctx).reshape((len(x), -1))


class gives_vectors_a_second_axis(Mistake):
    """An x of one axis comes back with two: leave its shape alone, x.as_in_context(ctx)."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        copy = x.copyto(ctx)
        return copy.reshape((1, -1)) if x.ndim == 1 else copy


class copies_row_by_row(Mistake):
    """You copy x by rows and columns, and an x of one axis has no columns: x.as_in_context(ctx) copies an array of any shape."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        copy = nd.zeros(x.shape, ctx=ctx, dtype=x.dtype)
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                copy[i, j] = x[i, j].as_in_context(ctx)
        return copy


class knows_the_cpu_only(Mistake):
    """The context is written into the code: use the argument ctx."""

    def to_device(x, ctx):
        return x.as_in_context(mx.cpu())


class calls_it_to(Mistake):
    """x.to(...) is PyTorch's: an NDArray has as_in_context(ctx)."""

    def to_device(x, ctx):
        return x.to(ctx)


class sets_the_context(Mistake):
    """x.context only tells where x is, and cannot be set: return x.as_in_context(ctx)."""

    def to_device(x, ctx):
        x.context = ctx
        return x


class forgets_to_return_the_array(Mistake):
    """The copy is made and then lost: end to_device with `return`."""

    def to_device(x, ctx):
        x.as_in_context(ctx)


class forgets_the_context(Mistake):
    """Your parameters are not on ctx: pass ctx on, net.initialize(ctx=ctx). initialize() alone takes mx.cpu()."""

    def initialize_on(net, ctx):
        net.initialize()


class leaves_another_current_context(Mistake):
    """After your initialize_on the program's current context is ctx, so arrays that others make lie there: change none for good, and pass ctx on, net.initialize(ctx=ctx)."""

    def initialize_on(net, ctx):
        ctx.__enter__()
        net.initialize()


class passes_the_context_first(Mistake):
    """The first argument of initialize is the initialiser: name the context, ctx=ctx."""

    def initialize_on(net, ctx):
        net.initialize(ctx)


class misnames_ctx(Mistake):
    """initialize has no argument context: it is called ctx, net.initialize(ctx=ctx)."""

    def initialize_on(net, ctx):
        net.initialize(context=ctx)


class only_moves(Mistake):
    """reset_ctx moves values, and a new net has none: initialize it on ctx."""

    def initialize_on(net, ctx):
        net.collect_params().reset_ctx(ctx)


class initialises_one_layer(Mistake):
    """The net's parameters, or some of them, were not initialised: net.initialize(ctx=ctx), called on the net itself, reaches all of its layers."""

    def initialize_on(net, ctx):
        net[0].initialize(ctx=ctx)


class loops_over_the_layers(Mistake):
    """Not every Block is a list of layers: call initialize on the net itself, which reaches all that it holds."""

    def initialize_on(net, ctx):
        for layer in net:
            layer.initialize(ctx=ctx)


class picks_weights_and_biases(Mistake):
    """Some parameters get no values, as those of BatchNorm, which is no Dense layer and has neither weight nor bias: net.initialize(ctx=ctx) on the net itself reaches all."""

    def initialize_on(net, ctx):
        net.collect_params(".*weight|.*bias").initialize(ctx=ctx)


class tries_it_out(Mistake):
    """You call the net on an array of your own, which fixes or misses its input size: leave the first call to the caller."""

    def initialize_on(net, ctx):
        net.initialize(ctx=ctx)
        net(nd.zeros((2, 8), ctx=ctx))


class keeps_a_copy_on_the_cpu(Mistake):
    """ctx=[mx.cpu(), ctx] keeps the parameters in two places: pass the one context."""

    def initialize_on(net, ctx):
        net.initialize(ctx=[mx.cpu(), ctx])


class keeps_a_copy_of_the_others_on_the_cpu(Mistake):
    """Where ctx is not mx.cpu() you keep the parameters in two places, on mx.cpu() as well: pass the one context, ctx=ctx."""

    def initialize_on(net, ctx):
        net.initialize(ctx=ctx if ctx == mx.cpu() else [mx.cpu(), ctx])


class leaves_the_biases_on_the_cpu(Mistake):
    """The biases stay on the CPU: initialize the whole net on ctx."""

    def initialize_on(net, ctx):
        net.collect_params(".*weight").initialize(ctx=ctx)
        net.collect_params(".*bias").initialize()


class knows_dense_layers_only(Mistake):
    """Layers that are no Dense, such as BatchNorm, stay on the CPU: call initialize with ctx=ctx on the net itself."""

    def initialize_on(net, ctx):
        def start(layer):
            if isinstance(layer, nn.Dense):
                layer.initialize(ctx=ctx, force_reinit=True)

        net.initialize()
        net.apply(start)


class leaves_the_cpu_out(Mistake):
    """Where ctx is mx.cpu() the net stays uninitialised: a new net has no values on the CPU either, so call net.initialize(ctx=ctx) whatever ctx is."""

    def initialize_on(net, ctx):
        if ctx != mx.cpu():
            net.initialize(ctx=ctx)


class switches_gradients_off(Mistake):
    """grad_req "null" keeps the net from learning: initialise it on ctx and change nothing else."""

    def initialize_on(net, ctx):
        net.initialize(ctx=ctx)
        net.collect_params().setattr("grad_req", "null")


class takes_the_count_for_the_number(Mistake):
    """mx.context.num_gpus() is how many GPUs there are, and they count from 0: number i exists where it is > i, not where it is == i."""

    def try_gpu(i=0):
        return mx.gpu(i) if mx.context.num_gpus() == i else mx.cpu()


class counts_up_to_the_count(Mistake):
    """You answer mx.gpu(i) where i is the number of GPUs: they count from 0, so the last one is number mx.context.num_gpus() - 1."""

    def try_gpu(i=0):
        count = mx.context.num_gpus()
        return mx.gpu(i) if count and i <= count else mx.cpu()


class forgets_to_copy_the_numbers(Mistake):
    """You answer a new array, as nd.zeros makes it, which x's numbers were never copied into: x.as_in_context(ctx) answers one that holds them."""

    def to_device(x, ctx):
        return x if x.context == ctx else nd.zeros(x.shape, ctx=ctx, dtype=x.dtype)


class empties_x(Mistake):
    """You write into x once it is copied: x stays as it was, so return x.as_in_context(ctx) and change nothing."""

    def to_device(x, ctx):
        if x.context == ctx:
            return x
        copy = x.copyto(ctx)
        x[:] = 0
        return copy


class copies_while_recording(Mistake):
    """Under autograd.record() you copy x even where it is on ctx already: x.as_in_context(ctx) answers x itself there, recorded or not."""

    def to_device(x, ctx):
        return x.copyto(ctx) if mx.autograd.is_recording() else x.as_in_context(ctx)


class copies_whole_numbers(Mistake):
    """You copy x of some types, such as int32, even where it is on ctx already: x.as_in_context(ctx) keeps every dtype, and answers x itself there."""

    def to_device(x, ctx):
        if "int" in str(x.dtype):
            return x.copyto(ctx)
        return x.as_in_context(ctx)


class copies_images(Mistake):
    """Where x has more than two axes you copy it even though it is on ctx already: x.as_in_context(ctx) answers x itself there, whatever its shape."""

    def to_device(x, ctx):
        return x.copyto(ctx) if x.ndim > 2 else x.as_in_context(ctx)


class always_answers_in_float32(Mistake):
    """Your answer is float32 whatever x was, even where x is on ctx already: x.as_in_context(ctx) keeps its dtype."""

    def to_device(x, ctx):
        return x.as_in_context(ctx).astype("float32", copy=False)
