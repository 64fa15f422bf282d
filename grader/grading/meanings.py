"""What a message of Python or MXNet means, in a learner's terms.

The patterns are of messages that MXNet 1.9.1 and Python 3.10 to 3.12 were seen to give.
"""

from __future__ import annotations

import re

from grader.language import _, later

_SHAPE = r"(\[[\d,]*\]|\([\d, ]*\))"

NONE = later(
    "Something is None that should hold a value: is a `return` missing, or was a function used "
    "that changes its argument and returns None?"
)

SCIPY = r"'scipy' is not a package|import of scipy halted"
"""What `grader.worker` has Python say of SciPy: `mxnet_import.without_scipy`, and the audit of
`trace`."""
NOT_RECORDED = r"Cannot differentiate node because it is not in a computational graph"
POSITIONAL = r"missing \d+ required positional argument|takes (?:from )?\d+.* positional argument"
KEYWORD = r"got an unexpected keyword argument '(\w+)'"

_MEANINGS: list[tuple[str, str]] = [
    (
        rf"could not be broadcast together with (?:remapped )?shapes.*?{_SHAPE}\D+?{_SHAPE}",
        later("Shapes {0} and {1} do not line up: from the last axis on, sizes must be equal or 1"),
    ),
    (
        r"dot shape error: (\S+) X (\S+)",
        later(
            "The inner sizes of a matrix product differ, {0} times {1}: is one of them to be "
            "transposed, or another array meant?"
        ),
    ),
    (
        r"Incompatible attr in node.*expected (\[[\d,-]*\]), got (\[[\d,-]*\])",
        later("Two arrays must have one shape, but have {0} and {1}"),
    ),
    (
        r"Incompatible attr in node.*expected (\w+), got (\w+)",
        later("Two arrays must have one dtype, but are {0} and {1}: convert one with astype"),
    ),
    (
        r"Incompatible input shape: expected (\S+), got (\S+)",
        later("Joined arrays must agree in all other axes, but have {0} and {1} (-1 is free)"),
    ),
    (
        r"Shape inconsistent, Provided ?= ?(\S+), inferred shape=(\S+)",
        later("An array or parameter has shape {0} where the operator needs {1}"),
    ),
    (
        r"Reduction axis (\S+) Exceeds input dimensions (\S+)",
        later("There is no axis {0} in an array of shape {1}: axes count from 0"),
    ),
    (
        SCIPY,
        later(
            "Where the work is to be your own there is no SciPy: compute with NDArray operations"
        ),
    ),
    (
        NOT_RECORDED,
        later(
            "No gradient flows back: asnumpy, detach or a new array made from numbers "
            "cuts the graph"
        ),
    ),
    (
        r"Assigning to NDArrays that are already in a|Inplace operations .* when recording",
        later("An array was changed in place while autograd was recording: make a new one instead"),
    ),
    (
        r"initialization was deferred",
        later(
            "A parameter's shape is not known before the first forward pass: call net(X) once first"
        ),
    ),
    (
        r"has not been initialized",
        later(
            "A parameter is used before net.initialize() was called, or is not registered "
            "with the net"
        ),
    ),
    (
        r"(\w+) initializer cannot be applied to vector (\w+)",
        later("{0} needs at least two axes, but {1} is a vector: give it init='zeros'"),
    ),
    (
        r"must have NDArray type, but got <Symbol",
        later("A hybridised net computes with symbols: use F instead of nd"),
    ),
    (
        r"Positional arguments must have NDArray type, but got \[+-?\d",
        later("The operator takes NDArrays, and a list of numbers is none: make one with nd.array"),
    ),
    (
        r"Positional arguments must have NDArray type, but got \[",
        later("The operator takes its arrays one by one: unpack a list with a star, *arrays"),
    ),
    (
        r"Argument (\w+) must have NDArray type, but got (?:[\[(]|-?[\d.]+$)",
        later(
            "The operator takes an NDArray as {0}, no number, list or array of NumPy's: make one "
            "with nd.array"
        ),
    ),
    (
        r"must have Symbol type, but got",
        later("A net that is not hybridised computes with NDArrays: use F instead of sym"),
    ),
    (
        r"Function __bool__ .* not implemented for Symbol",
        later(
            "A hybridised net computes with symbols, whose values an `if` cannot ask: use F.where"
        ),
    ),
    (
        r"'Symbol' object has no attribute '(\w+)'|Function (\w+) is not implemented for Symbol",
        later("A hybridised net computes with symbols, which have no {0}"),
    ),
    (
        r"'(?:Hybrid)?Sequential' object has no attribute '_children'",
        later(
            "Gluon's Sequential takes no layers when it is made: make it empty, then net.add(...)"
        ),
    ),
    (
        r"Gradient of Parameter .* has not been updated by backward",
        later("No gradient was computed before the step: call backward() on the loss first"),
    ),
    (
        r"object has no attribute '(?:_children|_reg_params|_params|_scope|_prefix)'",
        later("The Block was not set up: call super().__init__(**kwargs) first in __init__"),
    ),
    (
        r"super\(type, obj\): obj must be an instance or subtype of type",
        later(
            "super(...) names another class than the one in which it stands: leave its arguments "
            "out, super().__init__(**kwargs)"
        ),
    ),
    (
        r"implemented for GPU|GPU support is disabled|GPU usage requires|no CUDA-capable device",
        later("There is no GPU here: use a context that is there, such as ctx=X.context"),
    ),
    (
        r"Cannot find argument '(dim|keepdim)'",
        later("The operator has no argument {0}, which is PyTorch's: here it is axis, or keepdims"),
    ),
    (
        r"Cannot find argument 'axis', Possible Arguments.*\bnum_args\b",
        later("nd.concat has no argument axis: it calls it dim"),
    ),
    (
        r"Cannot find argument '(\w+)'",
        later("The operator has no argument {0}: is it misspelt?"),
    ),
    (
        r"current array is not a scalar",
        later(
            "asscalar takes an array of one element: reduce it first, with sum or mean, or compute "
            "with whole arrays"
        ),
    ),
    (
        r"EOF when reading a line",
        later("Nobody types while work is graded: take input() out"),
    ),
    (
        r"^name '(nd|init|gluon|autograd)' is not defined",
        later("{0} is not imported: write `from mxnet import {0}` at the top of the file"),
    ),
    (
        r"^name '(nn)' is not defined",
        later("{0} is not imported: write `from mxnet.gluon import {0}` at the top of the file"),
    ),
    (
        r"^name '(math|random)' is not defined",
        later("{0} is not imported: write `import {0}` at the top of the file"),
    ),
    (
        r"^name 'mx' is not defined",
        later("mx is not imported: write `import mxnet as mx` at the top of the file"),
    ),
    (
        r"^name 'np' is not defined",
        later("np is not imported: write `import numpy as np` at the top of the file"),
    ),
    (
        r"truth value of an NDArray with multiple elements",
        later(
            "An `if` needs one truth value, not an array of them: use nd.where or multiply "
            "by the mask"
        ),
    ),
    (
        r"Cannot reshape array of size (\d+) into shape (\([^)]*\))",
        later("{0} elements do not fill the shape {1}"),
    ),
    (
        POSITIONAL,
        later("A function is called with other arguments than it takes"),
    ),
    (
        KEYWORD,
        later("What is called here takes no argument {0}: is it misspelt?"),
    ),
    (
        r"^(\w+)\(\) takes no arguments",
        later("{0} is made with arguments, but has no `__init__` that takes them: is it misspelt?"),
    ),
    (
        r"'NoneType'",
        NONE,
    ),
    (
        r"Shape dim size cannot be a negative|Operator \w+ inferring shapes failed.*\[-1",
        later(
            "An array would have a size that is unknown or below 0: is a slice or a minibatch "
            "empty, or a parameter's size left open?"
        ),
    ),
    (
        r"unsupported operand type\(s\) for @: .*'NDArray'",
        later("NDArrays have no operator @: use nd.dot(a, b)"),
    ),
    (
        r"unsupported operand type\(s\) for //=?: .*'NDArray'",
        later("NDArrays have no operator //: divide with a single slash"),
    ),
    (
        r"unsupported operand type\(s\) for \^",
        later("^ is no power in Python: write **"),
    ),
    (
        r"'NDArray' object has no attribute '(item|numpy|tolist)'",
        later(
            "An NDArray has no {0}: asscalar() gives the number of an array of one element, and "
            "asnumpy() an array of NumPy's"
        ),
    ),
    (
        r"'NDArray' object has no attribute '(var|std)'",
        later("An NDArray has no {0}: the variance is ((x - x.mean()) ** 2).mean()"),
    ),
    (
        r"'NDArray' object has no attribute '(gather)'",
        later("An NDArray has no {0}: nd.pick(x, i) takes one number from each row"),
    ),
    (
        r"'NDArray' object has no attribute '(dot|matmul|mm)'",
        later("An NDArray has no {0}: the product of matrices is nd.dot(a, b)"),
    ),
    (
        r"'NDArray' object has no attribute 'data'",
        later(
            "An NDArray has no data, as PyTorch's tensors and Gluon's parameters have it: use the "
            "array itself"
        ),
    ),
    (
        r"'NDArray' object has no attribute '(view|unsqueeze|float|double|long|cuda|cpu|to|clone)'",
        later(
            "An NDArray has no {0}, which is PyTorch's: MXNet's are reshape, expand_dims, astype, "
            "as_in_context and copy"
        ),
    ),
    (
        r"'NDArray' object has no attribute '(\w+)'",
        later(
            "An NDArray has no {0}: is it misspelt? NumPy's arrays and Gluon's parameters have "
            "methods of their own"
        ),
    ),
    (
        r"'NDArray' object is not callable",
        later(
            "An array is called like a function: has a function's name been given to an array, as "
            "in loss = loss(net(X), y), or are parentheses too many, as in w.grad()?"
        ),
    ),
    (
        r"all inputs live on the same context.* is on (\S+) while .* is on (\S+)",
        later(
            "Two arrays are on different devices, {0} and {1}: make each where the inputs are "
            "(ctx=X.context)"
        ),
    ),
    (
        r"has no attribute '(zero_grad)'",
        later(
            "Nothing in Gluon has a {0}, as PyTorch has it: leave it out, because each backward "
            "writes the gradients anew"
        ),
    ),
    (
        r"'function' object has no attribute '(backward|step)'",
        later("A function has no {0}: call it, and ask what it returns"),
    ),
    (
        r"'function' object has no attribute '(initialize|collect_params|hybridize|export)'",
        later(
            "A function has no {0}: is it to be called first, or does it stand in a net's place?"
        ),
    ),
    (
        r"'(?:method|function|builtin_function_or_method)' object|unsupported operand.*'method'",
        later("A method is named but not called: are its parentheses missing?"),
    ),
    (
        r"bad_alloc|Failed to allocate|Cannot allocate memory|you are trying to allocate",
        later("It asked for more memory than it may have"),
    ),
    (
        r"^\[Errno 1\] Operation not permitted",
        later("No submission may start other processes, open connections or change the system"),
    ),
]
"""What a message of Python or MXNet means; the first pattern that is found in it counts."""


def meaning(message: str) -> str:
    """A sentence with its stop, or nothing."""
    for pattern, says in _MEANINGS:
        if found := re.search(pattern, message, re.DOTALL):
            named = [group for group in found.groups() if group is not None]
            said = _(says).format(*named)
            return said if says.endswith("?") else _("{sentence}.").format(sentence=said)
    return ""
