"""Which spellings of an operator are the same operator."""

from __future__ import annotations

import pytest

from grader.course.own_work import borrowed, computes, matches


@pytest.mark.parametrize(
    ("name", "pattern", "same"),
    [
        ("softmax", "softmax", True),
        ("_npx_softmax", "softmax", True),
        ("_backward_softmax", "softmax", True),
        ("_backward_npx_softmax", "softmax", True),
        ("_sg_mkldnn_fully_connected", "FullyConnected", True),
        ("_contrib_softmax", "softmax", True),
        ("Softmax", "softmax", True),
        ("soft_max", "softmax", True),
        ("SoftmaxOutput", "softmax*", True),
        ("_backward_SoftmaxOutput", "softmax*", True),
        ("log_softmax", "log_softmax", True),
        ("_npi_dropout", "Dropout", True),
        ("log_softmax", "softmax", False),
        ("softmax_cross_entropy", "softmax", False),
        ("max", "softmax", False),
        ("softmax", "max", False),
        ("exp", "expm1", False),
        ("", "softmax", False),
    ],
)
def test_matches(name: str, pattern: str, same: bool):
    """Prefixes, case and underscores do not tell operators apart; other letters do."""
    assert matches(name, pattern) is same


def test_names_that_somebody_makes_up_are_not_kept():
    """The judge asks for those of each submission of a class."""
    matches.cache_clear()
    for number in range(50_000):
        matches(f"name{number}", "softmax")
    assert matches.cache_info().currsize < 20_000


def test_functions_match_by_their_whole_name():
    """A dotted entry is a Python function, and no pattern for operators."""
    operators = ["Xavier", "mxnet.initializer.Xavier", "dot"]
    assert borrowed(operators, ["mxnet.initializer.Xavier"]) == ["mxnet.initializer.Xavier"]


def test_in_what_is_folded_anything_may_be():
    """An operator is not named that an executor folded into the one before it."""
    operators = ["_sg_mkldnn_conv", "sgd_update", "exp"]
    assert borrowed(operators, ["sigmoid"]) == ["_sg_mkldnn_conv"]


@pytest.mark.parametrize(
    ("operators", "computed"),
    [
        ([], False),
        (
            ["_copyto", "_zeros", "Cast", "slice", "slice_axis", "CopyCPU2CPU", "DeleteVariable"],
            False,
        ),
        (["_zeros", "_slice_assign_scalar"], True),
        (["Custom", "pure_python", "_copyto"], False),
        (["_copyto", "exp"], True),
        (["elemwise_mul"], True),
    ],
)
def test_moving_numbers_is_not_computing(operators: list[str], computed: bool):
    """Copies, casts and constants compute nothing; any other operator does."""
    assert computes(operators) is computed
