"""One record of a grading, and its renderings.

What belongs here: `record` (the types), `matrix` (the corner of two arrays that a record keeps),
and one module per rendering: `terminal`, `jsonfile`. A rendering is a pure function of a Report:
it grades nothing, imports no MXNet and asks no process. Renderings are imported by module, so
that a reader of records alone loads neither numpy nor rich.
"""

from grader.report.record import (
    SCHEMA,
    CheckResult,
    CheckStatus,
    Comparison,
    ExerciseResult,
    ExerciseStatus,
    Matrix,
    Report,
    SourceLine,
)

__all__ = [
    "SCHEMA",
    "CheckResult",
    "CheckStatus",
    "Comparison",
    "ExerciseResult",
    "ExerciseStatus",
    "Matrix",
    "Report",
    "SourceLine",
]
