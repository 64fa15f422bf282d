"""MXNet under all of it at once: what exercises need works, what they must not do is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.sandbox.conftest import Inside


@pytest.fixture(scope="module")
def facts(run_inside: Inside) -> dict[str, Any]:
    return run_inside("inside_mxnet.py")


EXPECTED = {
    "train": True,
    "export": [["net-0000.params", "net-symbol.json"], True],
    "profile": True,
    "huge": "MXNetError",
    "large": 1.0,
    "numpy": 300.0,
    "load": [10, 35],
    "thread": [3.0],
    "bomb": "PermissionError",
    "subprocess": "PermissionError",
    "kill": "PermissionError",
    "write_parent": "OSError",
    "crash": "no answer",
    "again": 3.0,
}


@pytest.mark.parametrize("name", EXPECTED)
def test_confined_child(name: str, facts: dict[str, Any]) -> None:
    """Each attempt of a confined child ends as intended, a crash as that child's alone."""
    assert facts[name] == EXPECTED[name]
