"""The library is asked past MXNet's Python."""

from __future__ import annotations

import mxnet as mx
import pytest
from mxnet import Context, cpu, nd

from grader.worker.library import LIBRARY, place


def test_a_place_is_the_engines_word(monkeypatch: pytest.MonkeyPatch):
    """Whatever MXNet's Python says of contexts."""
    there = nd.ones((1,), ctx=cpu(1))
    monkeypatch.setattr(Context, "__str__", lambda _: "cpu(0)")
    monkeypatch.setattr(Context, "devtype2str", {})
    monkeypatch.setattr(nd.NDArray, "context", cpu(0))
    assert place(there) == "cpu(1)"


def test_its_functions_are_nobody_elses(monkeypatch: pytest.MonkeyPatch):
    """Nor is their type, which could be made to call something else."""
    assert LIBRARY.MXNDArrayGetContext is not mx.base._LIB.MXNDArrayGetContext
    assert type(LIBRARY.MXNDArrayGetContext) is not type(mx.base._LIB.MXNDArrayGetContext)
    monkeypatch.setattr(mx.base._LIB, "MXNDArrayGetContext", None)
    assert place(nd.ones((1,))) == "cpu(0)"
