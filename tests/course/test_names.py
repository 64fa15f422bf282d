"""What a text defines, and which stubs a check calls."""

from __future__ import annotations

from grader.course.names import called, defined

CHECKS = """
def started(solution, case):
    return wrapped(solution.Net())

def wrapped(net):
    return net

def net(solution, case):
    return started(solution, case)

def function(solution, case):
    return case.relu(solution.softmax(case.normal(3)))

def both(solution, case):
    return function(solution, case), started(solution, case)

def neither(solution, case):
    return vars(solution)
"""


def test_called() -> None:
    """Through other functions, too; what comes from elsewhere is no stub."""
    found = called(CHECKS, ["Net", "softmax", "relu"])
    assert found == {
        "started": {"Net"},
        "wrapped": set(),
        "net": {"Net"},
        "function": {"softmax"},
        "both": {"Net", "softmax"},
        "neither": set(),
    }


def test_defined() -> None:
    """What is assigned or patched may be another thing afterwards; what is imported is not its."""
    text = "import numpy as np\nK = 2\nNet.forward = None\ndef f(): a = 1\nclass C:\n    def g(): 0"
    assert defined(text) == {"K", "Net", "f", "C"}
