"""What MXNet and Python say becomes a learner's sentence, with their own words after it."""

from __future__ import annotations

import pytest

from grader.grading.translation import explain, noted
from grader.worker.pool import Pool
from grader.worker.protocol import SKIPPED, TOO_LARGE, Failure, Frame
from tests.conftest import job

RAISES = {
    "nd.ones((4, 10)) / nd.ones((4,))": "Shapes [4,10] and [4] do not line up",
    "nd.elemwise_add(nd.ones((4, 3)), nd.ones((3, 4)))": "must have one shape, but have [4,3] and",
    "nd.dot(nd.ones((2, 5)), nd.ones((4, 3)))": "inner sizes of a matrix product differ, [2,5]",
    "initialised(nn.Dense(3, in_units=4))(nd.ones((2, 5)))": "shape [3,4] where the operator needs",
    "nn.Dense(3, in_units=4)(nd.ones((2, 4)))": "before net.initialize() was called",
    "initialised(nn.Dense(3)).weight.data()": "call net(X) once first",
    "nd.ones((2,)) + nd.ones((2,), dtype='float64')": "one dtype, but are float32 and float64",
    "nd.ones((3,)).asscalar()": "asscalar takes an array of one element",
    "bool(nd.ones((3,)) > 0)": "An `if` needs one truth value",
    "nd.ones((3, 4)).reshape((5, 2))": "12 elements do not fill the shape (5, 2)",
    "nd.sum(nd.ones((3, 4)), axis=1, keepdim=True)": "no argument keepdim, which is PyTorch's",
    "nd.sum(nd.ones((3, 4)), axs=1)": "no argument axs: is it misspelt?",
    "nd.concat(nd.ones((2,)), nd.ones((2,)), axis=0)": "nd.concat has no argument axis",
    "nn.Dense(1).zero_grad()": "because each backward writes the gradients anew",
    "nd.ones((2,)).var()": "the variance is ((x - x.mean()) ** 2).mean()",
    "math.sqrt(2)": "write `import math` at the top of the file",
    "nd.ones((3,)).backward()": "compute it within `with autograd.record():`",
    "changed_while_recording()": "changed in place while autograd was recording",
    "nd.ones((3,), ctx=mx.gpu())": "There is no GPU here",
    "nd.concat(nd.ones((2, 3)), nd.ones((3, 3)), dim=1)": "Joined arrays must agree",
    "nd.ones((2, 3)).sum(axis=2)": "There is no axis 2 in an array of shape [2,3]",
    "Unset()(nd.ones((2,)))": "call super().__init__(**kwargs) first",
    "vector().initialize(init.Xavier())": "Xavier needs at least two axes",
    "hybridised(UsesNd())(nd.ones((2,)))": "use F instead of nd",
    "hybridised(UsesShape())(nd.ones((2, 2)))": "symbols, which have no shape",
    "hybridised(UsesIf())(nd.ones((2,)))": "symbols, whose values an `if` cannot ask: use F.where",
    "hybridised(UsesNumPy())(nd.ones((2,)))": "symbols, which have no asnumpy",
    "init.Normal(std=0.1)": "init.Normal takes one number, sigma",
    "init.Normal(0, 0.01)": "init.Normal takes one number, sigma",
    "init.Uniform(limit=0.1)": "called here takes no argument limit: is it misspelt?",
    "max(nd.ones((2,)), 0)": "Python's max compares arrays as wholes: nd.maximum, or F.maximum",
    "nn.Dense(1, activation=nd.relu)": "An activation is given by its name, activation='relu'",
    "nn.Dense(1, activation=nn.Activation('relu'))": "An activation is given by its name",
    "nn.HybridSequential(nn.Dense(1), nn.Dense(1), nn.Dense(1))": "nn.HybridSequential takes no",
    "nn.Sequential([nn.Dense(1)])": "nn.Sequential takes no layers when it is made",
    "nd.ones((2,)).clamp(0, 1)": "here it is nd.clip(x, low, high)",
    "nd.ones((2,)).sub_(1)": "here -=, += or x[:] = ... write into the array itself",
    "nd.ones((2, 1))[:, 1:2]": "An index lies outside of an axis",
    "written(mx.np.ones((2,)))": "write `from mxnet import nd`",
    "nd.exp(3.0)": "an NDArray as data, no number",
    "nd.exp(np.ones((2,)))": "an NDArray as data, no number",
    "nd.concat([nd.ones((2, 3))], dim=0)": "unpack a list with a star",
    "nd.concat([[0.5, 2.0]], dim=0)": "a list of numbers is none",
    "nd.concat(np.ones((2, 3)), dim=0)": "NumPy's arrays are none",
    "nd.concat(np.array([[-0.5], [2.5e-7]]), dim=0)": "NumPy's arrays are none",
    "gluon.Parameter('bias')()": "self.weight.data() is its array",
    "gluon.Parameter('bias')[0]": "self.weight.data() is its array",
    "nn.Dense(1)[0]": "net[0] and a loop over layers need nn.Sequential: Dense",
    "gluon.data.DataLoader([1], 1)[0]": "TypeError: 'DataLoader' object is not subscriptable",
    "list(nn.Dense(1))": "net[0] and a loop over layers need nn.Sequential: Dense",
    "nd.ones((3,)).exp.sum()": "are its parentheses missing",
    "takes_two.backward()": "A function has no backward: call it",
    "takes_two.initialize()": "or does it stand in a net's place?",
    "nn.Sequential(nn.Dense(1))": "make it empty, then net.add(...)",
    "None.sum()": "is a `return` missing, or was",
    "Plain(1)": "has no `__init__` that takes them",
    "mx.np.exp(nd.ones((2,)))": "write `from mxnet import nd`",
    "nd.exp(mx.np.ones((2,)))": "write `from mxnet import nd`",
    "mx.np.ones((2,)) * nd.ones((2,))": "write `from mxnet import nd`",
    "takes_two(1, 2, 3)": "called with other arguments than it takes",
    "len(None)": "is a `return` missing, or was",
    "nd.ones((2, 2)) @ nd.ones((2, 2))": "no operator @: use nd.dot(a, b)",
    "nd.ones((2,)) // 2": "divide with a single slash",
    "0.5 ^ 2.0": "^ is no power in Python: write **",
    "nd.ones((2, 2)).dott(1)": "An NDArray has no dott",
    "nd.ones((2, 2)).dot(nd.ones((2, 2)))": "the product of matrices is nd.dot(a, b)",
    "nd.ones((1,)).item()": "asscalar() gives the number",
    "nd.ones((1,)).data": "use the array itself",
    "nd.ones((2, 2)).view(-1)": "An NDArray has no view, which is PyTorch's: MXNet's are reshape",
    "Misnamed()": "leave its arguments out, super().__init__(**kwargs)",
    "nd.ones((2,))()": "or are parentheses too many, as in w.grad()?",
    "nd.ones((3, 2))[nd.array([])]": "a slice or a minibatch empty",
    "assigned_while_recording()": "changed in place while autograd was recording",
    "misspelt().initialize()": "An Initializer needs its `_init_weight`",
    "nd.zeros((50 * 10**9,)).asnumpy()": "more memory than it may have",
    "__import__('multiprocessing').Pool(2)": "No submission may start other processes",
    "Unforwarded()(nd.ones((2,)))": "A Block needs its `forward`",
    "nd.ones((2,)) - nd.ones((2,)).max": "A method stands where its result is needed",
    "nd.broadcast_div(nd.ones((2,)), nd.ones((2,)).sum)": "are its parentheses missing",
    "nd.ones((2, 3)).shape()": "shape, size and ndim have no parentheses",
    "nd.ones((2, 3)).size()": "Something of type int is called like a function",
    "[nd.ones((2,))]()": "leave out the parentheses behind it",
    "Plain()(nd.ones((2,)))": "is its class made from nn.Block",
    "np.mean(nd.ones((2, 3)))": "np.mean is NumPy's, and the array is MXNet's: use nd.mean",
    "random.shuffle([1, 2])": "`random` is MXNet's module here",
    "TellsSelf()": "super() passes self by itself",
    "maths.sqrt(nd.ones((2, 3)))": "The functions of `math` take one number",
    "nd.ones((2,)) * np.ones((2,))": "An array of NumPy's meets an NDArray",
    "nd.random.uniform((2, 3))": "write shape=X.shape",
    "nd.zeros(2, 3)": "with two parentheses",
    "nd.ones((2,)).argmax(axis=3)": "There is no axis 3 in an array with 1 axes",
    "nd.ones((2,)).shape[1]": "An array has fewer axes than its shape is asked for",
    "unpacked(1, 2, 3)": "There are 2 names here for more than 2 values",
    "unpacked(1)": "There are 2 names here for 1 values",
    "raising('text')": "`raise` needs an exception, and no text",
    "[1, 2][nd.ones((1,))]": "The index of a list must be a whole number",
    "nn.HybridSequential().add(nn.Sequential())": "A hybrid net holds hybrid blocks only",
    "gluon.Trainer([nd.ones((1,))], 'sgd')": "gluon.Trainer takes the net's parameters",
    "sqrt(2)": "There is no sqrt by itself: write nd.sqrt, or F.sqrt in",
    "absent_name": "There is no absent_name here: define it in this file",
    "branched(False)": "value is used before it has a value",
    "nd.matmul(nd.ones((1,)), nd.ones((1,)))": "the product of matrices is nd.dot(a, b)",
    "nd.cat([nd.ones((1,))])": "nd.concat(a, b, dim=0) joins arrays",
    "nd.linear(nd.ones((1,)))": "nd.dot(x, w) + b, or a layer, nn.Dense",
    "nd.random.rand(2)": "nd.random.uniform(0, 1, shape=X.shape) draws evenly",
    "nd.random.bernoulli(0.5)": "draw with nd.random.uniform, and compare",
    "nd.random.permutation(3)": "np.random.permutation(n) draws one",
    "nd.ones((2,)).index_select(0, 1)": "x[i] or x.take(i) takes whole rows",
    "nd.ones((2,)).pow(2)": "An NDArray has no pow: write **",
    "nd.ones((2, 2)).max(axis=1).values": "max(axis=1) gives the values alone, and argmax",
    "two_of(nd.ones((3, 2)))": "max gives the largest values alone: argmax(axis=1) gives their",
    "autograd.no_grad()": "MXNet records only within autograd.record()",
    "gluon.loss.MSELoss()": "its losses are L2Loss, SoftmaxCrossEntropyLoss",
    "nn.Parameter(nd.ones((1,)))": "self.params.get('weight', shape=...) makes a Block's",
    "nn.Dense(1).eval()": "Gluon's nets have no eval(), which is PyTorch's: leave it out",
    "takes_two.train()": "Gluon's nets have no train(), which is PyTorch's: leave it out",
    "nn.Dense(1).training": "autograd.is_training() tells",
    "nn.Dense(1).register_buffer('mean', 0)": "keep the array as an attribute of self",
    "nn.Dense(1).state_dict()": "net.collect_params() holds its parameters by their names",
    "nn.Dense(1).named_parameters()": "net.collect_params() holds its parameters by their names",
    "nd.clip(nd.ones((2,)), min=0, max=1)": "nd.clip calls its bounds a_min and a_max",
    "nd.array([nd.ones((2,)), nd.ones((2,))])": "a list of NDArrays is joined by nd.stack(*rows)",
    "(nd.ones((2,)), nd.ones((2,))).sum()": "take the one that is meant, as in Y, mean, var",
    "gluon.Trainer([], 'sgd', learning_rate=1)": "settings in a dict, {'learning_rate': 0.1}",
    "initialised(of_a_list())": "A list stands in a layer's place: net.add(a, b)",
    "masked(nd.array([[-1, 1]]))": "a condition's 0 and 1 are numbers of rows: nd.where",
    "refused(0.5)": "Your own line raises this, where the exercise asks for an answer (ValueError",
}

SOURCE = """
import math as maths
import mxnet as mx
import numpy as np
from mxnet import autograd, gluon, init, nd, random
from mxnet.gluon import nn

def initialised(net):
    net.initialize()
    return net

def hybridised(net):
    net.hybridize()
    return net

class Plain:
    pass

class Misnamed(nn.Block):
    def __init__(self):
        super(nn.Dense, self).__init__()

class Unset(nn.Block):
    def __init__(self):
        self.inner = nn.Dense(3)

class TellsSelf(nn.Block):
    def __init__(self):
        super().__init__(self)
        self.inner = nn.Dense(3)

def unpacked(*values):
    one, two = values
    return one

def raising(text):
    raise text

def two_of(x):
    _, found = x.max(axis=1), 0
    values, places = x.max(axis=1)

def of_a_list():
    net = nn.Sequential()
    net.add([nn.Dense(1)])
    return net

def masked(x):
    return x[x > 0]

def refused(rate):
    if rate < 1:
        raise ValueError("a rate of at least 1 is needed")

def branched(taken):
    if taken:
        value = 1
    return value

class Unforwarded(nn.Block):
    def foward(self, x):
        return x

class UsesNd(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return nd.relu(x)

class UsesShape(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return x.reshape((x.shape[0], -1))

class UsesIf(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return x if x.sum() > 0 else -x

class UsesNumPy(nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return x * x.asnumpy().max()

def takes_two(a, b):
    return a

def vector():
    parameters = gluon.ParameterDict()
    parameters.get("bias", shape=(3,))
    return parameters

class Misspelt(init.Initializer):
    def _init_wieght(self, name, data):
        data[:] = 1

def misspelt():
    return nn.Dense(3, in_units=2, weight_initializer=Misspelt())

def assigned_while_recording():
    x, y = nd.ones((3,)), nd.zeros((3,))
    y.attach_grad()
    with autograd.record():
        y[:] = x

def written(x):
    x[0] = nd.ones((1,))

def changed_while_recording():
    x = nd.ones((3,))
    x.attach_grad()
    with autograd.record():
        x += 1
"""


@pytest.fixture(scope="module")
def sentences(pool: Pool) -> dict[str, str]:
    """What is said of each expression, all raised in one real worker."""
    functions = [f"def f{i}():\n    return {text}" for i, text in enumerate(RAISES)]
    probes = [f"return solution.f{i}()" for i in range(len(RAISES))]
    run = pool.submit(job("\n".join([SOURCE, *functions]), *probes)).result()
    said = {}
    for expression, take in zip(RAISES, run.takes, strict=True):
        failure = take.answer.failure if take.answer else None
        said[expression] = explain(failure) if failure else f"no failure: {take}"
    return said


@pytest.mark.parametrize("expression", RAISES)
def test_what_it_means_comes_first(sentences: dict[str, str], expression: str) -> None:
    """The meaning comes first, then the engine's own text, without its C++ positions."""
    sentence = sentences[expression]
    assert RAISES[expression] in sentence
    assert '.h"' not in sentence
    assert "Traceback" not in sentence


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (
            "f() missing 1 required positional argument: 'axis'",
            (
                "The check calls it with the arguments that the exercise says: keep them. "
                "(TypeError: f() missing 1 required positional argument: 'axis')"
            ),
        ),
        (
            "Net.forward() takes 1 positional argument but 2 were given",
            (
                "The check calls it with the arguments that the exercise says: keep them. "
                "(TypeError: Net.forward() takes 1 positional argument but 2 were given)"
            ),
        ),
        (
            "MyDense.__init__() got an unexpected keyword argument 'units'",
            (
                "The check calls it with the arguments that the exercise says: keep them. "
                "(TypeError: MyDense.__init__() got an unexpected keyword argument 'units')"
            ),
        ),
        (
            "no len()",
            (
                "TypeError: no len(). It arose where the check called the code or used what it "
                "returned."
            ),
        ),
    ],
)
def test_what_no_line_of_the_code_raised(message: str, says: str) -> None:
    """The call itself, or the check with what came back."""
    assert explain(Failure("TypeError", message)) == says


CALLS = {
    "sgd": "sgd(params, lr, batch_size)",
    "MLP.forward": "forward(self, x)",
    "Net.hybrid_forward": "hybrid_forward(self, F, x)",
}


@pytest.mark.parametrize(
    ("message", "call"),
    [
        ("sgd() takes 2 positional arguments but 3 were given", CALLS["sgd"]),
        ("MLP.forward() takes 1 positional argument but 2 were given", CALLS["MLP.forward"]),
        ("Net.forward() missing 1 required positional argument: 'x'", CALLS["Net.hybrid_forward"]),
    ],
)
def test_a_call_is_told_as_the_exercise_gives_it(message: str, call: str) -> None:
    """An older text's arguments are the commonest mistake of all; `self` is left out as often."""
    said = explain(Failure("TypeError", message), calls=CALLS)
    assert said.startswith(f"The exercise gives it as `{call}`: keep the name and the arguments. (")


def test_a_parameter_that_hybrid_forward_does_not_take() -> None:
    """Gluon adds it to the arguments that the exercise gives."""
    message = "MyDense.hybrid_forward() got an unexpected keyword argument 'weight'"
    said = explain(Failure("TypeError", message), calls=CALLS)
    assert said.startswith("Gluon passes parameters to hybrid_forward by name: add `weight` behind")


def test_a_name_that_is_nowhere_is_told_once() -> None:
    """What Python or an earlier line knows of it is better than what can be said of any."""
    failure = Failure("NameError", "name 'X_exp' is not defined", meant="x_exp", own_raise=True)
    assert "There is no X_exp here" not in explain(failure)


def test_nothing_is_proposed_in_place_of_another_librarys_name() -> None:
    """What MXNet has for it is told, and no name that is spelt alike."""
    message = "module 'mxnet.ndarray.random' has no attribute 'rand'"
    said = explain(Failure("AttributeError", message, meant="randn", own_raise=True))
    assert said.startswith("There is no rand here: nd.random.uniform(0, 1, ")
    assert "randn" not in said


def test_where_a_package_lies_is_nothing_to_a_learner() -> None:
    """Python ends such a message with its path."""
    message = "cannot import name 'autogard' from 'mxnet' (/usr/lib/mxnet/__init__.py)"
    note = Failure("ImportError", message, [Frame(1, "", "from mxnet import autogard")], True)
    assert noted(note) == "ImportError: cannot import name 'autogard' from 'mxnet'"


def test_a_list_of_too_many_numbers() -> None:
    """The bytes of the message are nothing to a learner."""
    sentence = explain(Failure(TOO_LARGE, "a message of 3501000 bytes"))
    assert sentence.startswith("The answer is far larger than any right one: return an NDArray")


def test_a_skipped_magic_without_end_is_cut() -> None:
    """A file may have many of them."""
    note = Failure(SKIPPED, "", [Frame(1, "", "%run " + "x" * 4_000)])
    assert noted(note) == f"`%run {'x' * 155}` was skipped"
