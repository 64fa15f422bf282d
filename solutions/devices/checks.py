"""How `try_gpu`, `to_device` and `initialize_on` are checked.

The CPU's other contexts stand in for the GPUs that a machine may not have.
"""

import os
from contextlib import contextmanager, nullcontext

from grader.course import Exercise

exercise = Exercise("Devices", stubs=["try_gpu", "to_device", "initialize_on"])


def context(answer):
    """The name of the answer if it is a context, else what else it is."""
    import mxnet as mx

    if type(answer) is mx.Context:
        return str(answer)
    return None if answer is None else f"an object of type {type(answer).__name__}"


def forget(solution):
    """Empty what functools keeps for the solution's functions: GPUs come and go only here."""
    for value in vars(solution).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


@contextmanager
def replaced(owner, **values):
    """Meanwhile the owner's attributes have these values."""
    before = {name: getattr(owner, name) for name in values}
    for name, value in values.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


@contextmanager
def four_gpus(solution):
    """As on a machine with four GPUs, which in truth are cpu_shared(0) to cpu_shared(3): memory of
    cpu_pinned(i) would ask CUDA for GPU number i where there is a GPU.

    MXNet keeps a context's kind as a number, each of its Python functions that counts GPUs asks one
    C function, and its operators are told a context by its name: all three are changed there, for
    however a solution spells them.  So is what MXNet says that it was built with.  Any other GPU
    stays what it is, one that does not exist.
    """
    import mxnet as mx

    make, kinds = mx.Context.__init__, mx.Context.devtype2str
    told = mx.base._LIB.MXGetGPUMemoryInformation64
    shared = mx.Context.devstr2type["cpu_shared"]
    names = {f"gpu({i})": f"cpu_shared({i})" for i in range(4)}

    def four(found):
        found._obj.value = 4
        return 0

    def plenty(device, free, total):
        free._obj.value = total._obj.value = 2**34
        return 0 if getattr(device, "value", device) in range(4) else told(device, free, total)

    def share(self, device_type, device_id=0):
        make(self, device_type, device_id)
        if device_type == "gpu" and device_id in range(4):
            self.device_typeid = shared

    def in_c(text):
        return mx.base.c_str(names.get(text, text))

    def all_in_c(texts):
        return mx.base.c_str_array([names.get(text, text) for text in texts])

    forget(solution)
    visible = os.environ.pop("CUDA_VISIBLE_DEVICES", None)
    try:
        with (
            replaced(mx.base._LIB, MXGetGPUCount=four, MXGetGPUMemoryInformation64=plenty),
            replaced(mx.Context, __init__=share, devtype2str={**kinds, shared: "gpu"}),
            replaced(mx._ctypes.ndarray, c_str_array=all_in_c),
            replaced(mx._ffi._ctypes.function, c_str=in_c),
            replaced(mx.runtime.Features()["CUDA"], _enabled=True),
        ):
            yield
    finally:
        if visible is not None:
            os.environ["CUDA_VISIBLE_DEVICES"] = visible
        forget(solution)


def chosen(solution):
    """What try_gpu answers to some numbers and, last, to none."""
    return [context(solution.try_gpu(*i)) for i in ([2], [1], [3], [4], [99], [])]


def home(net):
    """Where each of the net's parameters is."""
    return [[str(ctx) for ctx in p.list_ctx()] for p in net.collect_params().values()]


def perceptron(*, in_units=0):
    """A net of two dense layers."""
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(nn.Dense(4, in_units=in_units, activation="relu"), nn.Dense(3, in_units=4))
    return net


def deeper(**_):
    """A net in a net, whose parameters are not weights and biases alone."""
    from mxnet.gluon import nn

    inner, outer = nn.Sequential(), nn.Sequential()
    inner.add(nn.Dense(4, activation="relu"), nn.Dense(3))
    outer.add(nn.BatchNorm(), inner)
    return outer


def single(**_):
    """A layer that stands alone."""
    from mxnet.gluon import nn

    return nn.Dense(3)


@exercise.check(
    points=2,
    hint="Try to make an array on mx.gpu(i), and answer mx.cpu() where that raises MXNetError.",
)
def answers_a_device_that_exists(solution, case):
    """try_gpu answers the CPU for a GPU that does not exist, whatever its number."""
    import mxnet as mx

    answers = [context(solution.try_gpu(i)) for i in (3, 1, 99)] + [context(solution.try_gpu())]
    with mx.cpu(2):  # which stays the current context
        return [*answers, context(solution.try_gpu(2)), str(mx.context.current_context())]


@exercise.check(
    points=2,
    hint="Answer mx.gpu(i) where an array can be made on it, with i as it was given.",
)
def answers_the_gpu_that_was_asked_for(solution, case):
    """try_gpu answers GPU number i where it exists (here other contexts pass for four GPUs)."""
    with four_gpus(solution):
        found = chosen(solution)
        # It may have counted them when it was loaded.
        return found if "gpu(2)" in found else chosen(case.again())


@exercise.check(points=3, hint="x.as_in_context(ctx) copies x to ctx; return the copy.")
def moves_arrays(solution, case):
    """to_device answers each x's values on the context that was asked for, of whatever kind."""
    import mxnet as mx

    n, d, w = case.sizes(4, 3, 2)
    there = case.normal(d, n).as_in_context(mx.cpu(1))
    x = case.normal(n, d)
    moved = [solution.to_device(x, mx.cpu(3))]
    x[:] = case.normal(n, d)  # other values in the same array
    return [
        *moved,
        solution.to_device(x, mx.cpu(3)),
        solution.to_device(case.normal(n, d, w), mx.cpu(3)),
        solution.to_device(case.normal(1, 1), mx.cpu(3)),
        solution.to_device(case.normal(w), mx.cpu(3)),
        solution.to_device(there, mx.cpu(2)),
        solution.to_device(there, case.ctx),
        solution.to_device(there.copyto(mx.cpu(0)), mx.cpu_pinned(0)),  # there may be one GPU only
    ]


@exercise.check(
    points=1, hint="as_in_context answers x itself where it is there already; copyto always copies."
)
def copies_only_to_move(solution, case):
    """to_device copies nothing where x is on ctx already, and leaves x alone where it is not."""
    import mxnet as mx

    n, d = case.sizes(3, 5)
    x, y = case.normal(n, d), case.normal(*case.sizes(2, 3))
    whole, images, number = case.integers(2, 9, n, dtype="int32"), case.normal(1, 2, n, d), x[0, :1]
    filled = []
    arrays = [(x, case.ctx), (x, mx.cpu(1)), (x, mx.cpu(2)), (whole, mx.cpu(1))]
    for array, ctx in [*arrays, (images, mx.cpu(1)), (number, mx.cpu(1)), (x, mx.cpu(3))]:
        there = array.copyto(ctx)
        if ctx == mx.cpu(2):
            there.attach_grad()  # which moves nothing either
        with mx.autograd.record() if ctx == mx.cpu(3) else nullcontext():
            answer = solution.to_device(there, ctx)
        answer[:] = 1
        filled.append(bool((there.asnumpy() == 1).all()))
    solution.to_device(y, mx.cpu(3))[:] = 2
    # Where nothing happens to what was computed, it stays in its graph.
    [gradient] = case.gradient(
        lambda w: w + solution.to_device(2 * w, case.ctx), case.normal(*y.shape)
    )
    return {"filling the answer fills x": filled, "y is left alone": y, "gradient": gradient}


@exercise.check(
    points=1, hint="nd.array(x.asnumpy()) makes everything float32; as_in_context keeps x's dtype."
)
def keeps_the_dtype(solution, case):
    """to_device keeps whole numbers and floats of each size as they are, with all their digits."""
    import mxnet as mx

    n, d = case.sizes(3, 6)
    whole = case.integers(10**6, 10**7, n, d, dtype="int32") * 100 + 1
    large, half = case.array([[2**40, 3]], "int64") + 1, case.array([[0.5, 3]], "float16")
    arrays = [whole, case.array([[0.1, 1.0]], "float64") / 3, large, half]
    arrays.append(case.array([[0, 255]], "uint8"))
    return [solution.to_device(x, mx.cpu(2)) for x in arrays]


@exercise.check(points=3, hint="net.initialize(ctx=ctx).")
def initialises_on_the_context(solution, case):
    """initialize_on puts all parameters of any net on ctx, and the net can be called there."""
    import mxnet as mx

    answers = []
    nets = [(1, perceptron, 5), (2, perceptron, 0), (3, deeper, 0), (0, perceptron, 0)]
    for i, make, in_units in nets:
        net, current = make(in_units=in_units), mx.context.current_context()
        solution.initialize_on(net, mx.cpu(i))
        kept = mx.context.current_context() == current
        y = net(case.normal(2, 5).astype("float32").as_in_context(mx.cpu(i)))
        places = {"parameters on": home(net), "answer on": str(y.context), "shape": y.shape}
        answers.append({**places, "leaves the current context as it was": kept})
    return answers


@exercise.check(
    points=2,
    hint="net.initialize(ctx=ctx) makes the gradients too: change nothing else of the net.",
)
def can_be_trained_there(solution, case):
    """initialize_on prepares any new net for training on ctx, with its gradients there too."""
    import mxnet as mx

    answers = []
    for i, make, in_units in [(3, perceptron, 7), (2, deeper, 0), (1, single, 0)]:
        net = make(in_units=in_units)
        solution.initialize_on(net, mx.cpu(i))
        x = case.normal(4, 7).astype("float32").as_in_context(mx.cpu(i))
        x.attach_grad()  # so that there is a way back even where no parameter has a gradient
        with mx.autograd.record():
            y = net(x)
        y.backward()
        owned = net.collect_params().values()
        learning = [p for p in owned if p.grad_req != "null"]
        answers.append(
            {
                "answer on": str(y.context),
                "shape": y.shape,
                "grad_req": [p.grad_req for p in owned],
                "gradients on": [[str(g.context) for g in p.list_grad()] for p in learning],
            }
        )
    return answers
