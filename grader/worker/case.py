"""The case: one take's seeded inputs, and what a probe may ask of MXNet.

Both sides draw the same inputs because both seed the same generator; nothing that a solution
does can move it.  Numbers are drawn in float64 and rounded to float32 first, so that a float64
run sees the very numbers that a float32 run saw.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import numpy as np
from mxnet import Context, autograd, gluon, nd
from mxnet.base import MXNetError
from mxnet.random import seed as seed_mxnet
from numpy.random import default_rng

from grader.worker.protocol import Take


class Case:
    """Inputs of one take: `ctx` and `dtype` say where and in which type to create arrays."""

    def __init__(
        self,
        exercise: str,
        take: Take,
        again: Callable[[], Any],
        *,
        draws: bool = True,
    ) -> None:
        """`again` loads the solution once more.  `draws`: whether its own random draws are judged.
        Seeding MXNet costs a millisecond; without it that generator goes on from where the take
        before left it."""
        name = f"{exercise}:{take.check}".encode()
        self._entropy = [take.seed, zlib.crc32(name)]
        self._draws = default_rng(self._entropy)
        self._signs = default_rng([*self._entropy, take.jitter])
        self._ulp = take.ulp if take.jitter else 0.0
        self._simpler = take.simpler
        self.dtype = take.dtype
        self.ctx = Context(*_device(take.device))
        self.again = again
        """The solution loaded anew, which sees the machine as it is now."""
        self.inputs: list[tuple[np.ndarray[Any, Any], str]] = []
        """Every array and number handed out, as drawn, with its context."""
        self._seed(0, mxnet=draws)

    # -- inputs ---------------------------------------------------------------------------

    def sizes(self, *full: int) -> tuple[int, ...]:
        """The sizes to use where `full` would be: fewer when a failure is being simplified."""
        if not self._simpler:
            return full
        return tuple(min(size, self._simpler + 1) for size in full)

    def normal(self, *shape: int, mean: float = 0.0, scale: float = 1.0) -> Any:
        """An NDArray of N(mean, scale²) draws."""
        return self._array(self._draws.normal(mean, scale, shape))

    def uniform(self, low: float, high: float, *shape: int) -> Any:
        """An NDArray of U(low, high) draws."""
        return self._array(self._draws.uniform(low, high, shape), whole=False)

    def integers(self, low: int, high: int, *shape: int, dtype: str = "") -> Any:
        """An NDArray of whole numbers in [low, high), in `dtype` (this case's by default)."""
        values = self._draws.integers(low, high, shape).astype(np.float64)
        return self._array(values, dtype=dtype, exact=True)

    def array(self, values: Any, dtype: str = "") -> Any:
        """An NDArray of the numbers given, exactly."""
        return self._array(np.asarray(values, np.float64), dtype=dtype, exact=True)

    def number(self, low: float, high: float) -> float:
        """A Python float from U(low, high), short enough to read: three significant digits."""
        value = float(f"{self._draws.uniform(low, high):.3g}")
        self.inputs.append((np.asarray(value), str(self.ctx)))
        return value

    def _array(
        self,
        values: np.ndarray[Any, Any],
        *,
        dtype: str = "",
        exact: bool = False,
        whole: bool = True,
    ) -> Any:
        if self._simpler and whole and not exact:
            values = np.round(values) + 0.0  # not -0
        values = values.astype(np.float32).astype(np.float64)
        if self._ulp and not exact:
            values = values * (1 + self._ulp * self._signs.choice([-1.0, 1.0], values.shape))
        drawn = values.astype(dtype or self.dtype)
        self.inputs.append((drawn, str(self.ctx)))
        if 0 in (drawn.ndim, drawn.size):
            return nd.array(drawn, ctx=self.ctx, dtype=drawn.dtype)
        # What nd.array does, without the slice assignment that takes most of its time.
        array = nd.empty(drawn.shape, self.ctx, drawn.dtype)
        array._sync_copyfrom(drawn)  # noqa: SLF001  (MXNet has no public name for it)
        return array

    def reseed(self, key: int = 0) -> None:
        """Seed every generator that a solution may draw from (MXNet's, NumPy's, Python's)."""
        self._seed(key, mxnet=True)

    def _seed(self, key: int, *, mxnet: bool) -> None:
        state = int(default_rng([*self._entropy, key]).integers(2**31))
        if mxnet:
            seed_mxnet(state)
        np.random.seed(state)
        random.seed(state)

    # -- what probes do with them ---------------------------------------------------------

    def gradient(self, function: Callable[..., Any], *inputs: Any) -> list[Any]:
        """The gradients of Σ head · function(*inputs) with respect to each input.

        `head` is drawn anew for each call, in the shape of the output.  Raises MXNetError where
        the output was not recorded.
        """
        for array in inputs:
            array.attach_grad()
        with autograd.record():
            output = function(*inputs)
        output.backward(self.normal(*output.shape))
        return [array.grad for array in inputs]

    def passes_back(self, function: Callable[[Any], Any], array: Any) -> bool:
        """Whether any gradient comes back from function(array) to a copy of the array; not where
        nothing was recorded, or where the answer is no NDArray."""
        array = array.copy()
        array.attach_grad()
        with suppress(AttributeError, MXNetError):
            with autograd.record():
                output = function(array)
            output.backward()
        return bool((array.grad != 0).max().asscalar())

    def fill(self, net: Any, *inputs: Any) -> Any:
        """Initialise `net` on this case's context and set each parameter to known values.

        The values depend on the last part of a parameter's name and on its shape, not on the rest
        of its name: the n-th of a kind and shape, in the order of `collect_params`, gets the n-th
        values.  `inputs`, where given, are passed through once so that deferred shapes are known.
        """
        net.initialize(ctx=self.ctx, force_reinit=True)
        if self.dtype != "float32":
            net.cast(self.dtype)
        if inputs:
            net(*inputs)
        seen: Counter[str] = Counter()
        for name, parameter in net.collect_params().items():
            kind = f"{name.rsplit('_', 1)[-1]}{tuple(parameter.shape)}"
            entropy = [*self._entropy, zlib.crc32(kind.encode()), seen[kind]]
            seen[kind] += 1
            values = default_rng(entropy).normal(0, 0.5, parameter.shape)
            parameter.set_data(self._array(values))
        return net

    def made(self, make: Callable[[], Any]) -> Any:
        """The net that `make()` gives, on this case's context and in its type."""
        with self.ctx:
            net = make()
        net.collect_params().reset_ctx(self.ctx)
        if self.dtype != "float32":
            net.cast(self.dtype)
        return net

    def is_where_data_are(self, make: Callable[[], Any]) -> bool:
        """Whether a net of `make()` takes data that nobody moved, or is on a GPU that it chose."""
        with self.ctx:
            parameters = make().collect_params().values()
        ours = (self.ctx, Context("cpu"))
        try:
            places = [parameter.list_ctx() for parameter in parameters]
        except RuntimeError:  # They have no values, which is another question.
            return True
        return all(any(ctx in ours or ctx.device_type == "gpu" for ctx in ctxs) for ctxs in places)

    def parameters(self, net: Any) -> dict[str, str]:
        """The shapes of `net`'s own parameters by name, without the block's prefix, sorted: as
        text, `(5, 3)`, for a report tells one that is wrong as a whole."""
        own = {name.removeprefix(net.prefix): p for name, p in net.collect_params().items()}
        return {name: str(tuple(own[name].shape)) for name in sorted(own)}

    def uninitialised(self, net: Any) -> str:
        """Whether initialize() has reached `none` or `not all` of `net`'s parameters; or empty."""
        missing = 0
        owned = net.collect_params().values()
        for parameter in owned:
            try:
                parameter.list_ctx()
            except RuntimeError:
                missing += 1
        return "none" if missing == len(owned) else "not all" if missing else ""

    def parameter_kinds(self, net: Any) -> list[str]:
        """The last part of the name and the shape of each of `net`'s parameters, sorted.

        Such as `weight (5, 3)`: neither prefixes nor the order of creation matter.
        """
        return sorted(_kind(name, p) for name, p in net.collect_params().items())

    def parameter_values(self, net: Any) -> dict[str, Any]:
        """`net`'s parameters by the last part of their names, where each has another."""
        owned = net.collect_params().items()
        return {name.rsplit("_", 1)[-1]: parameter.data(self.ctx) for name, parameter in owned}

    def parameter_learning(self, net: Any) -> str:
        """All ways in which `net`'s parameters keep their gradients and follow a trainer."""
        owned = net.collect_params().values()
        return ", ".join(
            sorted({f"grad_req {p.grad_req} with lr_mult {p.lr_mult:g}" for p in owned})
        )

    def parameter_gradients(self, net: Any) -> dict[str, Any]:
        """What the last backward pass left in `net`'s parameters, by their kinds."""
        found: dict[str, Any] = {}
        for name, parameter in net.collect_params().items():
            kind = _kind(name, parameter)
            same = sum(key.startswith(kind) for key in found)
            found[f"{kind} no. {same + 1}" if same else kind] = parameter.grad(self.ctx).copy()
        return {kind: found[kind] for kind in sorted(found)}

    def exported(self, net: Any, inputs: Sequence[Any]) -> Any:
        """The answer of `net` after `export` and `SymbolBlock.imports`, called on `inputs`.

        `net` must have been hybridised and called.  Raises what MXNet raises otherwise.
        """
        net.export("exported")
        names = ["data"] if len(inputs) == 1 else [f"data{i}" for i in range(len(inputs))]
        block = gluon.SymbolBlock.imports(
            "exported-symbol.json", names, "exported-0000.params", ctx=self.ctx
        )
        return block(*inputs)


def _kind(name: str, parameter: Any) -> str:
    return f"{name.rsplit('_', 1)[-1]} {tuple(parameter.shape)}"


def _device(name: str) -> tuple[str, int]:
    """`cpu:1` is ("cpu", 1)."""
    kind, _, index = name.partition(":")
    return kind, int(index or 0)
