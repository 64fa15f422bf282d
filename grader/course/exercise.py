"""What an author writes in `checks.py` and `mistakes.py`.

A check is a probe that runs on both sides: a function of a solution (the module that holds the
stubs) and a case (seeded inputs, `grader.worker.case.Case`).  The grader runs it on the
reference and on the submission and compares what it returns.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Probe = Callable[[Any, Any], Any]

_DEVICE = re.compile(r"(?:cpu(?::\d{1,2})?)?")
_DTYPES = ("float16", "float32", "float64")


class Law(Protocol):
    """Judges an answer on its own, where equality with the reference is not the question."""

    false_rejection: float
    """Upper bound on the probability that right work is rejected; 0 for a deterministic law."""

    def __call__(self, answer: Any) -> str | None:
        """What is wrong with `answer` (plain arrays, numbers, lists, dicts), or None."""


@dataclass(frozen=True)
class Check:
    """One probe with its points.  `title`, its docstring, is its name in every report."""

    name: str
    title: str
    points: float
    probe: Probe
    hints: tuple[str, ...] = ()
    """The least telling first."""
    judge: Law | None = None
    """None: equality with the reference within the derived allowance."""
    dtype: str = "float32"
    device: str = ""
    """A context of its own, such as `cpu:1`; empty for every device that is asked for."""
    hidden: bool = False
    """A student's report names what it tests and its points, and shows no numbers of it."""

    @property
    def hint(self) -> str:
        """What a report shows: the first hint; empty if there is none."""
        return self.hints[0] if self.hints else ""


@dataclass
class Exercise:
    """The checks of one exercise, in the order in which they run and a report lists them.

    Hidden ones stand behind the others: what a submission prints or raises in a visible check is
    shown to its author, so by then it must not have seen a hidden check's inputs.
    """

    title: str
    stubs: list[str]
    own_work: list[str] = field(default_factory=list)
    """What would do the student's work.  A plain name is an operator pattern (`softmax` also
    matches `_npx_softmax`; `*` is allowed); a dotted one is a Python function
    (`mxnet.initializer.Xavier._init_weight`)."""
    checks: list[Check] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Raises ValueError where a text stands for a list, which is one of letters."""
        for name, given in (("stubs", self.stubs), ("own_work", self.own_work)):
            if isinstance(given, str) or not all(isinstance(one, str) for one in given):
                raise ValueError(f'{name}={given!r}: give a list of names, {name}=["relu"]')

    def check(
        self,
        *,
        points: float,
        hint: str | Sequence[str] = "",
        judge: Law | None = None,
        dtype: str = "float32",
        device: str = "",
        hidden: bool = False,
    ) -> Callable[[Probe], Probe]:
        """Register the decorated probe; its docstring's first line is the check's title.

        `hint` is one sentence, or several from general to specific: reports show the first, and
        `grader hint` gives the others.
        """

        def register(probe: Probe) -> Probe:
            if refusal := _refusal(points, hint, judge, dtype, device):
                raise ValueError(f"{probe.__name__}: {refusal}")
            hints = tuple(filter(None, [hint] if isinstance(hint, str) else hint))
            title = (inspect.getdoc(probe) or "").partition("\n")[0]
            if not title:
                raise ValueError(f"{probe.__name__}: a check needs a docstring; it is its title")
            if any(check.name == probe.__name__ for check in self.checks):
                raise ValueError(f"{probe.__name__}: two checks have this name")
            check = Check(probe.__name__, title, points, probe, hints, judge, dtype, device, hidden)
            self.checks.append(check)
            self.checks.sort(key=lambda check: check.hidden)
            return probe

        return register

    def named(self, name: str) -> Check:
        """The check with this name.  Raises KeyError."""
        for check in self.checks:
            if check.name == name:
                return check
        raise KeyError(name)

    @property
    def points(self) -> float:
        """The sum of the checks' points."""
        return sum(check.points for check in self.checks)


def _refusal(points: object, hint: object, judge: object, dtype: object, device: object) -> str:
    """What is wrong with a check's options, and what to give instead; empty if nothing is."""
    number = points if isinstance(points, int | float) and not isinstance(points, bool) else 0
    if not 0 < number < math.inf:
        return f"points={points!r}: give a positive number"
    hints = [hint] if isinstance(hint, str) else hint
    if not isinstance(hints, Sequence) or not all(isinstance(one, str) for one in hints):
        return f"hint={hint!r}: give a text, or a list of texts"
    if judge is not None and not (callable(judge) and hasattr(judge, "false_rejection")):
        return f"judge={judge!r}: give a law, such as uniform(0, 1)"
    if dtype not in _DTYPES:
        return f"dtype={dtype!r}: give one of {', '.join(_DTYPES)}"
    if not isinstance(device, str) or not _DEVICE.fullmatch(device):
        return f"device={device!r}: give a context, such as cpu:1, or leave it out"
    return ""


class Mistake:
    """Base of the classes in `mistakes.py`: a wrong version that learners really write.

    The docstring is the sentence that would have helped.  The body redefines some of the
    reference's names; it is executed in the reference's module, so that everything else stays
    right.
    """
