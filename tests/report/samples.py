"""Reports built by hand: one for each situation that a reader meets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.report.matrix import corner, pair
from grader.report.record import (
    PRACTICE_SEED,
    CheckResult,
    CheckStatus,
    Comparison,
    ExerciseResult,
    ExerciseStatus,
    Report,
    SourceLine,
)

Make = Callable[[], Report]
Array = np.ndarray[Any, Any]

TITLES = {
    "softmax": ("Softmax", "1, 3.1"),
    "sigmoid": ("Sigmoid", "2"),
    "cross_entropy": ("Cross-entropy", "3"),
    "linear_regression": ("Linear regression", "4, 5"),
    "data_iter": ("Reading mini-batches", "5, 5.1"),
    "sgd": ("Stochastic gradient descent", "4.1-4.3"),
    "training_loop": ("The training loop", "5"),
    "learning_rate": ("Learning-rate schedules", "4.3, 4.4"),
    "gluon_linreg": ("Linear regression in Gluon", "6, 6.1, 12"),
    "softmax_regression": ("Softmax regression", "6.2"),
    "mlp": ("Multilayer perceptron", "6.3"),
    "model_selection": ("Model selection", "7.1"),
    "weight_decay": ("Weight decay", "7.2"),
    "dropout": ("Dropout", "7.3"),
    "initialization": ("Initialisation", "8.1, 14"),
    "xavier": ("Xavier initialisation", "8.2"),
    "deferred_init": ("Deferred initialisation", "8.3"),
    "devices": ("Devices", "9"),
    "mlp_block": ("A block of one's own", "10, 10.1"),
    "centered_layer": ("A layer without parameters", "10.2, 10.3, 15"),
    "my_dense": ("A dense layer", "10.4, 15"),
    "hybrid_sequential": ("HybridSequential", "11, 11.1"),
    "hybrid_net": ("HybridBlock", "11.2"),
    "batch_norm": ("Batch normalisation", "12.1"),
    "conv2d": ("Convolution", "13"),
    "graph_conv": ("Graph convolution", "15"),
}


def check(
    name: str,
    title: str,
    status: CheckStatus = "passed",
    maximum: float = 2,
    device: str = "cpu",
    **more: object,
) -> CheckResult:
    """A check that has all its points if it passed, and none otherwise."""
    points = maximum if status == "passed" else 0
    fields = {"name": name, "title": title, "status": status, "device": device}
    return CheckResult(**fields, points=points, max_points=maximum, **more)


def exercise(
    name: str, status: ExerciseStatus, checks: list[CheckResult] | None = None, **more: object
) -> ExerciseResult:
    """An exercise whose points are the sum of its checks'."""
    title, section = TITLES[name]
    if checks is None:
        state: CheckStatus = "passed" if status == "done" else "not_run"
        checks = [check(f"law_{k}", f"Law {k}.", state, 1.5) for k in range(4)]
    counted = [c for c in checks if c.status != "skipped"]
    return ExerciseResult(
        id=name,
        title=title,
        section=section,
        status=status,
        points=sum(c.points for c in counted),
        max_points=sum(c.max_points for c in counted),
        checks=checks,
        **more,
    )


def report(exercises: list[ExerciseResult], action: str, **more: object) -> Report:
    """A report of the usual submission on the usual machine."""
    fields: dict[str, object] = {
        "submission": "exercises",
        "seed": PRACTICE_SEED,
        "isolation": "bubblewrap, seccomp, rlimits",
        "devices": ["cpu", "cpu:1"],
        "versions": {"grader": "0.1.0", "python": "3.11.7", "mxnet": "1.9.1", "numpy": "1.23.5"},
        "limits": {"seconds": 10.0},
        "seconds": 4.21,
        **more,
    }
    return Report(
        points=sum(e.points for e in exercises),
        max_points=sum(e.max_points for e in exercises),
        next_action=action,
        exercises=exercises,
        **fields,
    )


def compared(
    expected: Array,
    actual: Array,
    worst: tuple[int, ...],
    ratio: float | None,
    wrong: int,
) -> Comparison:
    """A comparison as the judge would make it."""
    left, right = corner(expected, actual, worst)
    texts = pair(expected[worst], actual[worst])
    return Comparison(
        index=list(worst),
        expected=texts[0],
        actual=texts[1],
        ratio=ratio,
        wrong=wrong,
        total=expected.size,
        expected_matrix=left,
        actual_matrix=right,
    )


def softmax() -> ExerciseResult:
    """Right for small logits; overflows for large ones, on both contexts."""
    logits = np.random.RandomState(3).normal(size=(4, 10)).astype("float32")
    expected = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    actual = expected.copy()
    actual[2] = np.nan
    large = {
        "message": "10 elements are not finite.",
        "hint": "exp overflows float32 above 88; softmax(X) = softmax(X - c).",
        "comparison": compared(expected, actual, (2, 3), None, 10),
        "traceback": [
            SourceLine(file="softmax.py", line=14, source="    return E / E.sum(axis=1)")
        ],
        "output": "max logit 2874.1\nlogits ok\n",
    }
    names = [
        ("equals_reference", "Equals the reference on random logits."),
        ("rows", "Rows sum to 1."),
    ]
    passed = [
        check(name, title, device=device, margin=0.2)
        for name, title in names
        for device in ("cpu", "cpu:1")
    ]
    title = "Stays finite for logits near 1000."
    return exercise(
        "softmax",
        "partly",
        [
            *passed,
            check("survives_large_logits", title, "failed", 2, "cpu", **large),
            check("survives_large_logits", title, "failed", 2, "cpu:1", **large),
            check("shift", "Does not change when a constant is added.", "failed", 0.5),
            check("gradient", "Its gradient equals the reference's.", "skipped", 2, "gpu:0"),
        ],
        likely_cause="You take exp of the logits as they are. Subtract each row's maximum first.",
        notes=["A top-level statement raised NameError: name 'plt' is not defined (line 40)."],
    )


def dropout() -> ExerciseResult:
    """Fails a law of chance."""
    rate = check(
        "rate",
        "Drops the stated share of elements.",
        "failed",
        message="5,210 of 10,000 elements are 0 where p = 0.3 allows 2,717 to 3,284.",
        false_rejection=1e-9,
    )
    return exercise("dropout", "failed", [rate, check("scale", "Keeps the mean.", "timeout")])


def my_dense() -> ExerciseResult:
    """Close, but beyond the allowance; a four-dimensional input."""
    expected = np.random.RandomState(1).normal(size=(2, 3, 8, 8)).astype("float32")
    actual = expected.copy()
    actual[1, 2, 5, 7] += 1e-4
    values = check(
        "values",
        "Equals nn.Dense on the same weights.",
        "failed",
        3,
        message="The values differ.",
        comparison=compared(expected, actual, (1, 2, 5, 7), 41.7, 1),
    )
    return exercise("my_dense", "failed", [values])


def sgd() -> ExerciseResult:
    """Raises."""
    frames = [
        SourceLine(file="sgd.py", line=9, source="        step(p, lr)", function="sgd"),
        SourceLine(file="sgd.py", line=4, source="    p -= lr * p.gradd", function="step"),
    ]
    raised = "AttributeError: 'NDArray' object has no attribute 'gradd'"
    first = check(
        "one_step", "One step equals the reference.", "error", message=raised, traceback=frames
    )
    return exercise("sgd", "error", [first, check("two", "Two steps.", "not_run")])


def xavier() -> ExerciseResult:
    """Not the student's own work."""
    message = "mx.init.Xavier did the work of xavier_uniform (line 7). Write the bound yourself."
    bound = check("bound", "Never leaves [-b, b].", "failed", message=message)
    return exercise("xavier", "borrowed", [bound])


def half_finished() -> Report:
    """Every state once, in the whole course."""
    special = {e.id: e for e in (softmax(), dropout(), my_dense(), sgd(), xavier())}
    done = {"sigmoid", "cross_entropy", "linear_regression", "data_iter", "mlp"}
    exercises = []
    for name in TITLES:
        if name in special:
            exercises.append(special[name])
        elif name == "hybrid_net":
            message = "hybrid_net.py has a syntax error in line 12: '(' was never closed."
            exercises.append(exercise(name, "error", [], message=message))
        elif name == "conv2d":
            exercises.append(exercise(name, "missing", [], message="There is no file conv2d.py."))
        else:
            exercises.append(exercise(name, "done" if name in done else "not_started"))
    return report(exercises, "Next: make softmax stay finite for logits near 1000.")


def complete() -> Report:
    """Everything done."""
    names = ("softmax", "sgd", "my_dense")
    return report([exercise(name, "done") for name in names], "Nothing is left to do.")


def fresh() -> Report:
    """A fresh clone."""
    names = ("softmax", "sgd", "my_dense")
    exercises = [exercise(name, "not_started") for name in names]
    return report(exercises, "Next: fill in exercises/softmax.py.")


def one() -> Report:
    """One exercise of a submission that is somewhere else."""
    return report([softmax()], "Next: subtract each row's maximum.", submission="/tmp/her work")


SAMPLES: dict[str, Make] = {
    "half_finished": half_finished,
    "complete": complete,
    "fresh": fresh,
    "one": one,
}
