"""Formulas that several oracles need, in float64 over an array namespace (NumPy or CuPy).

An oracle (`solutions/<id>/oracle.py`) writes an exercise again from its formula.  What exercises
only build on, nets of dense layers and the losses that train them, is written here once.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

Layers = Sequence[tuple[Any, Any, str]]
"""Each layer's weight (units, in_units), bias (units,) and activation: "relu", "tanh" or ""."""


def single(number: float) -> float:
    """The number rounded to float32: Gluon's optimisers keep their settings so, in float64 too."""
    return float(struct.unpack("f", struct.pack("f", float(number)))[0])


def softmax(xp: Any, x: Any) -> Any:
    """exp(x) over its sum along the last axis; x of any shape."""
    exps = xp.exp(x - x.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def one_hot(xp: Any, y: Any, q: int) -> Any:
    """(n, q): 1.0 in each row at the place that y names."""
    return (xp.arange(q) == y.reshape(-1, 1)).astype(xp.float64)


def layers(parameters: Sequence[Any], *activations: str) -> Layers:
    """Weights and biases in turn, as `case.fill` hands them out, with their activations."""
    return list(zip(parameters[::2], parameters[1::2], activations, strict=True))


def perceptron(xp: Any, x: Any, net: Layers) -> Any:
    """The answer of dense layers, one behind the other, to x of shape (n, ...): (n, units)."""
    return _outputs(xp, x, net)[-1]


def perceptron_gradients(xp: Any, x: Any, net: Layers, head: Any) -> list[Any]:
    """The gradients of Σ head · perceptron(x): of x, then of each weight and bias.

    By the chain rule from the last layer to the first: with z = h W' + b and the activation's
    derivative as a function of its own output a, dz = da · a', dW = dz' h, db = Σ dz, dh = dz W.
    """
    outputs = _outputs(xp, x, net)
    found: list[Any] = []
    for (weight, _, activation), h, a in reversed(
        list(zip(net, outputs[:-1], outputs[1:], strict=True))
    ):
        slope = {"relu": a > 0, "tanh": 1 - a * a, "": xp.ones_like(a)}[activation]
        dz = head * slope
        found[:0] = [dz.T @ h, dz.sum(axis=0)]
        head = dz @ weight
    return [head.reshape(x.shape), *found]


def named(gradients: Sequence[Any]) -> dict[str, Any]:
    """Gradients of weights and biases under the names that `case.parameter_gradients` gives."""
    kinds = ["weight", "bias"] * (len(gradients) // 2)
    return {f"{kind} {g.shape}": g for kind, g in zip(kinds, gradients, strict=True)}


def _outputs(xp: Any, x: Any, net: Layers) -> list[Any]:
    found = [x.reshape(x.shape[0], -1)]
    for weight, bias, activation in net:
        z = found[-1] @ weight.T + bias
        found.append({"relu": xp.maximum(z, 0), "tanh": xp.tanh(z), "": z}[activation])
    return found
