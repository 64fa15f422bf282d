"""How `try_gpu`, `to_device` and `initialize_on` are checked.

The CPU's other contexts stand in for the GPUs that a machine may not have.
"""

from contextlib import contextmanager

from grader.course import Exercise

exercise = Exercise("Devices", stubs=["try_gpu", "to_device", "initialize_on"])


def context(answer):
    """The name of the answer if it is a context (see `four_gpus`), else what else it is."""
    import mxnet as mx

    if type(answer) is mx.Context:
        return str(answer).replace("cpu_pinned", "gpu")
    return None if answer is None else f"an object of type {type(answer).__name__}"


def forget(solution):
    """Empty what functools keeps for the solution's functions: GPUs come and go only here."""
    for value in vars(solution).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


@contextmanager
def four_gpus(solution):
    """As on a machine with four GPUs, which in truth are cpu_pinned(0) to cpu_pinned(3).

    MXNet keeps a context's kind as a number, and each of its Python functions that counts GPUs asks
    one C function: kind and function are changed there, for however a solution spells them.  Any
    other GPU stays what it is, one that does not exist.
    """
    import mxnet as mx

    library = mx.base._LIB
    counted = library.MXGetGPUCount, library.MXGetGPUMemoryInformation64
    pinned = mx.Context.devstr2type["cpu_pinned"]
    make = mx.Context.__init__

    def four(found):
        found._obj.value = 4
        return 0

    def plenty(device, free, total):
        free._obj.value = total._obj.value = 2**34
        return 0 if getattr(device, "value", device) in range(4) else -1

    def pin(self, device_type, device_id=0):
        make(self, device_type, device_id)
        if device_type == "gpu" and device_id in range(4):
            self.device_typeid = pinned

    forget(solution)
    library.MXGetGPUCount, library.MXGetGPUMemoryInformation64 = four, plenty
    mx.Context.__init__ = pin
    try:
        yield
    finally:
        library.MXGetGPUCount, library.MXGetGPUMemoryInformation64 = counted
        mx.Context.__init__ = make
        forget(solution)


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
    with mx.cpu(2):
        return [*answers, context(solution.try_gpu(2))]


@exercise.check(
    points=2,
    hint="Answer mx.gpu(i) where an array can be made on it, with i as it was given.",
)
def answers_the_gpu_that_was_asked_for(solution, case):
    """try_gpu answers GPU number i where it exists (here other contexts pass for four GPUs)."""
    with four_gpus(solution):
        return [context(solution.try_gpu(i)) for i in (2, 1, 3, 99)] + [context(solution.try_gpu())]


@exercise.check(points=3, hint="x.as_in_context(ctx) copies x to ctx; return the copy.")
def moves_arrays(solution, case):
    """to_device answers x's values on the context that was asked for, of whatever kind it is."""
    import mxnet as mx

    n, d = case.sizes(4, 3)
    there = case.normal(d, n).as_in_context(mx.cpu(1))
    return [
        solution.to_device(case.normal(n, d), mx.cpu(1)),
        solution.to_device(there, mx.cpu(2)),
        solution.to_device(there, case.ctx),
        solution.to_device(there, mx.cpu_pinned(1)),
    ]


@exercise.check(
    points=1, hint="as_in_context answers x itself where it is there already; copyto always copies."
)
def copies_only_to_move(solution, case):
    """to_device copies nothing where x is on ctx already, and leaves x alone where it is not."""
    import mxnet as mx

    x, y = case.normal(*case.sizes(3, 5)), case.normal(*case.sizes(2, 3))
    filled = []
    for ctx in (case.ctx, mx.cpu(1), mx.cpu(2)):
        there = x.copyto(ctx)
        solution.to_device(there, ctx)[:] = 1
        filled.append(bool((there.asnumpy() == 1).all()))
    solution.to_device(y, mx.cpu(3))[:] = 2
    return {"filling the answer fills x": filled, "y is left alone": y}


@exercise.check(
    points=1, hint="nd.array(x.asnumpy()) makes everything float32; as_in_context keeps x's dtype."
)
def keeps_the_dtype(solution, case):
    """to_device keeps whole numbers and float64 as they are."""
    import mxnet as mx

    n, d = case.sizes(3, 6)
    arrays = [case.integers(-9, 9, n, d, dtype="int32"), case.array([[0.1, 1 / 3]], "float64")]
    return [solution.to_device(x, mx.cpu(2)) for x in arrays]


@exercise.check(points=3, hint="net.initialize(ctx=ctx).")
def initialises_on_the_context(solution, case):
    """initialize_on puts all parameters of any net on ctx, and the net can be called there."""
    import mxnet as mx

    answers = []
    for i, make, in_units in [(1, perceptron, 5), (2, perceptron, 0), (3, deeper, 0)]:
        net = make(in_units=in_units)
        solution.initialize_on(net, mx.cpu(i))
        y = net(case.normal(2, 5).astype("float32").as_in_context(mx.cpu(i)))
        answers.append({"parameters on": home(net), "answer on": str(y.context), "shape": y.shape})
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
