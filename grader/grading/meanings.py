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

_LONGEST = 1_000
"""Characters of a message that are looked through: what it means stands near its beginning."""
_NOT_CALLED = later(
    "A method stands where its result is needed: are its parentheses missing, or are arguments in "
    "the wrong order?"
)

_NO_NET = (
    r"^'(?!None|NDArray|DataLoader|Trainer|Context|\w*(?:Dataset|Iter|Loss)')([A-Z]\w*)' object "
    r"is not (?:subscriptable|iterable)"
)
"""What is asked for its layers, and is no list of them."""
SCIPY = r"'scipy' is not a package|import of scipy halted"
"""What `grader.worker` has Python say of SciPy: `mxnet_import.without_scipy`, and the audit of
`trace`."""
NOT_RECORDED = r"Cannot differentiate node because it is not in a computational graph"
POSITIONAL = r"missing \d+ required positional argument|takes (?:from )?\d+.* positional argument"
KEYWORD = r"got an unexpected keyword argument '(\w+)'"

_IN_LINES: list[tuple[str, str, str]] = [
    (
        r"backward",
        NOT_RECORDED,
        later(
            "autograd has recorded nothing that leads to this: compute it within "
            "`with autograd.record():`, without asnumpy, detach or a new array made from numbers "
            "on the way"
        ),
    ),
    (
        r"\bnp\.(\w+)\(",
        r"Cannot find argument|too many dimensions in result|maximum supported dimension",
        later("np.{0} is NumPy's, and the array is MXNet's: use nd.{0}, or the array's own method"),
    ),
    (
        r"(?<![\w.])random\.(?:shuffle|sample|choice)\(",
        r"must have NDArray type",
        later(
            "`random` is MXNet's module here, and not Python's: write `import random` below the "
            "imports from mxnet"
        ),
    ),
    (
        r"(?<![\w.])(max|min)\(",
        r"truth value of an NDArray with multiple elements",
        later(
            "Python's {0} compares arrays as wholes: nd.{0}imum, or F.{0}imum in a hybrid net, "
            "compares them element by element"
        ),
    ),
    (
        r"\bTrainer\(",
        KEYWORD,
        later("gluon.Trainer takes an optimizer's settings in a dict, {{'learning_rate': 0.1}}"),
    ),
    (
        r"= .*\.max\(",
        r"(?:too many|not enough) values to unpack",
        later("max gives the largest values alone: argmax(axis=1) gives their places"),
    ),
    (
        r"\w\[[^\]]*(?:[<>]|[=!]=)[^\]]*\]",
        r"out of bounds",
        later(
            "In x[...] a condition's 0 and 1 are numbers of rows: nd.where(condition, a, b) "
            "chooses element by element"
        ),
    ),
    (
        r"\bnn\.((?:Hybrid)?Sequential)\(",
        rf"{POSITIONAL}|has no attribute 'endswith'",
        later("nn.{0} takes no layers when it is made: make it empty, then net.add(...)"),
    ),
    (
        r"\bNormal\(",
        rf"{POSITIONAL}|{KEYWORD}",
        later("init.Normal takes one number, sigma, for its mean is 0: init.Normal(sigma=0.01)"),
    ),
    (
        r"super\(\)\.__init__\((self)\b",
        r"has no attribute '_",
        later("super() passes {0} by itself: write super().__init__(**kwargs)"),
    ),
]
"""What a message means that arose in such a line of the submission's."""

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
            "A parameter's shape is not known before the first forward pass: call net(X) once "
            "first, or in a forward of your own set its shape and call _finish_deferred_init()"
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
        r"Positional arguments must have NDArray type, but got \[+ *-?[\d.e+-]+(?:\]*\s)",
        later(
            "The operator takes NDArrays, and NumPy's arrays are none: compute with nd throughout"
        ),
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
        r"must have NDArray type, but got <(?:bound|function)|type <class 'method'> not supported",
        _NOT_CALLED,
    ),
    (
        r"Argument (\w+) must have NDArray type, but got (?:[\[(]|-?[\d.]+$)",
        later(
            "The operator takes an NDArray as {0}, no number, list or array of NumPy's: make one "
            "with nd.array"
        ),
    ),
    (
        r"must have Symbol type, but got|must be Symbol instances, but got",
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
        r"object has no attribute '_(?:children|reg_params|params|scope|prefix|forward\w*hooks)'",
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
        r"Cannot find argument '(?:min|max)'.*\ba_min\b",
        later("nd.clip calls its bounds a_min and a_max: nd.clip(x, low, high)"),
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
        r"must be real number, not NDArray",
        later("The functions of `math` take one number, and this is an array: use those of nd"),
    ),
    (
        r"type <class 'numpy.ndarray'> not supported",
        later(
            "An array of NumPy's meets an NDArray: make it one with nd.array, or use nd for both"
        ),
    ),
    (
        r"Distribution parameters must be either NDArray or numbers",
        later("The first arguments of nd.random's functions are numbers: write shape=X.shape"),
    ),
    (
        r"Invalid context string \d+",
        later("The sizes of a new array are one argument: nd.zeros((h, w)), with two parentheses"),
    ),
    (
        r"axis (-?\d+) exceeds the input dimension of (\d+)",
        later("There is no axis {0} in an array with {1} axes: they count from 0"),
    ),
    (
        r"^tuple index out of range",
        later("An array has fewer axes than its shape is asked for: axes count from 0"),
    ),
    (
        r"unhashable type: 'list'",
        later("A list stands in a layer's place: net.add(a, b), or net.add(*layers)"),
    ),
    (
        r"source_array must be array like",
        later("nd.array takes numbers: a list of NDArrays is joined by nd.stack(*rows)"),
    ),
    (
        r"'tuple' object has no attribute",
        later(
            "A function that returns several values gives a tuple: take the one that is meant, as "
            "in Y, mean, var = f(X)"
        ),
    ),
    (
        r"too many values to unpack \(expected (\d+)\)",
        later("There are {0} names here for more than {0} values"),
    ),
    (
        r"not enough values to unpack \(expected (\d+), got (\d+)\)",
        later("There are {0} names here for {1} values"),
    ),
    (
        r"exceptions must derive from BaseException",
        later("`raise` needs an exception, and no text: raise ValueError('...')"),
    ),
    (
        r"list indices must be integers or slices, not NDArray",
        later("The index of a list must be a whole number, and no NDArray: int(i.asscalar())"),
    ),
    (
        r"Children of HybridBlock must also be HybridBlock",
        later(
            "A hybrid net holds hybrid blocks only: nn.HybridSequential in place of nn.Sequential"
        ),
    ),
    (
        r"First argument must be a list or dict of Parameters",
        later("gluon.Trainer takes the net's parameters, net.collect_params(), and no arrays"),
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
        r"^name '(exp|log|sqrt|dot|relu|zeros|ones)' is not defined",
        later("There is no {0} by itself: write nd.{0}, or F.{0} in hybrid_forward"),
    ),
    (
        r"cannot access local variable '(\w+)'|local variable '(\w+)' referenced before",
        later("{0} is used before it has a value: give it one first, on every way to this line"),
    ),
    (
        r"unsupported operand type\(s\) for \+: '(?:\w*function\w*|(?!ND)[A-Z]\w+)' and 'str'",
        later("An activation is given by its name, activation='relu', not as a function or layer"),
    ),
    (
        r"src_idx < dshape_len",
        later("An index lies outside of an axis: are there fewer rows, columns or axes than that?"),
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
        r"'NDArray' object has no attribute '(\w+)'",
        later(
            "An NDArray has no {0}: is it misspelt? NumPy's arrays, PyTorch's tensors and Gluon's "
            "parameters have methods of their own"
        ),
    ),
    (
        r"'(tuple|int)' object is not callable",
        later(
            "Something of type {0} is called like a function: shape, size and ndim have no "
            "parentheses, or has a function's name been given to something else?"
        ),
    ),
    (
        r"'(list|generator)' object is not callable",
        later("A {0} is not a function: leave out the parentheses behind it"),
    ),
    (
        r"'NDArray' object is not callable",
        later(
            "An array is called like a function: has a function's name been given to an array, as "
            "in loss = loss(net(X), y), or are parentheses too many, as in w.grad()?"
        ),
    ),
    (
        r"^'Parameter' object is not (?:callable|subscriptable|iterable)",
        later("A Parameter is no array and no function: self.weight.data() is its array"),
    ),
    (
        _NO_NET,
        later("net[0] and a loop over layers need nn.Sequential: {0} is something else"),
    ),
    (
        r"^'([A-Z]\w*)' object is not callable",
        later("{0} cannot be called: is its class made from nn.Block, with a `forward`?"),
    ),
    (
        r"all inputs live on the same context.* is on (\S+) while .* is on (\S+)",
        later(
            "Two arrays are on different devices, {0} and {1}: make each where the inputs are "
            "(ctx=X.context)"
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
        _NOT_CALLED,
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


def meaning(message: str, line: str) -> str:
    """A sentence with its stop, or nothing; `line` is the submission's own in which it arose."""
    message = message[:_LONGEST]
    for own, pattern, says in _IN_LINES:
        place = re.search(own, line)
        if place and re.search(pattern, message, re.DOTALL):
            return _sentence(says, place)
    for pattern, says in _MEANINGS:
        if found := re.search(pattern, message, re.DOTALL):
            return _sentence(says, found)
    return ""


def _sentence(says: str, found: re.Match[str]) -> str:
    named = [group for group in found.groups() if group is not None]
    said = _(says).format(*named)
    return said if says.endswith("?") else _("{sentence}.").format(sentence=said)
