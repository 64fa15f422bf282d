"""What crosses the boundary between the judge and a worker: data; and to a child the code of the
probes, which runs there.

The judge sends one `Job` to a fresh child; the child answers with `Ready`, one `Loaded` and then,
for each `Take` in order, one `Began` and one `Answer`; before each it waits for the judge's word
(`wire.GO_ON`), so that what is printed is told apart by takes.  Everything that a child says is
untrusted: types are exact (msgspec), sizes are bounded (`wire`), and nothing here implies a score.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from grader.judge.value import MAX_TEXT, Array, Short, Value

Name = Annotated[str, Meta(max_length=100)]
"""What a submission calls something."""
LONGEST_PLACE = 300
Place = Annotated[str, Meta(max_length=LONGEST_PLACE)]
"""A file's path, which each line of a traceback repeats."""
Operator = Annotated[str, Meta(max_length=200)]
"""MXNet's profiler cuts its names at 127 characters; the others are the course's own."""
Few = Meta(max_length=64)
"""Lists that a report repeats whole."""
Fewer = Meta(max_length=20)
"""Lists of texts that it repeats whole."""
Bounded = Meta(max_length=1024)
"""Lists that the judge goes through; a probe runs fewer operators, and draws fewer arrays.
Unbounded, a forged message of 2 million names would keep the judge busy for minutes."""


def short(text: str) -> str:
    """`text` as a message can hold it: not too long, and without lone surrogates."""
    return text[:MAX_TEXT].encode("utf-8", "backslashreplace").decode()[:MAX_TEXT]


def cell_name(filename: str, number: int) -> str:
    """The name of a notebook's code cell in tracebacks: `softmax.ipynb, cell 3`.

    Cells that hold code are counted, from 1, as Jupyter numbers them when all are run.
    """
    return f"{filename}, cell {number}"


class Take(Struct, frozen=True):
    """One run of one check's probe on one side."""

    check: str
    seed: int
    """Seeds the case's inputs and every generator that a solution may draw from."""
    device: str = "cpu"
    dtype: str = "float32"
    jitter: int = 0
    """0: the inputs as drawn.  k > 0: moved by one unit in the last place, in the k-th pattern
    of random signs (see `judge.allowance`)."""
    ulp: float = 0.0
    """The relative size of that move."""
    trace: bool = False
    """Whether to tell which operators the engine ran."""
    simpler: int = 0
    """0: full-size inputs.  k > 0: the k-th simplification (smaller, small whole numbers)."""
    patch: str = ""
    """Statements executed after the source, in a module of their own, which takes one after
    another with the same patch share: how a mistake differs from the reference."""


class Job(Struct, frozen=True):
    """Everything that a child needs to run one side of one exercise."""

    exercise: str
    filename: str
    """The name under which the source appears in tracebacks, such as `softmax.py`."""
    source: str
    checks: str
    """The text of the exercise's `checks.py`.  A child gets `program` in its place."""
    takes: list[Take]
    cells: list[str] = []
    """A notebook's code cells, in place of `source`."""
    siblings: dict[str, str] = {}
    """The submission's other Python files, importable by their paths: `common/ops.py`."""
    bare: bool = False
    """Whether only what the definitions need is executed, and no demonstration."""
    tells_inputs: bool = False
    """Whether an answer holds its case's inputs.  The reference's do, for the report: a
    submission's might lie."""
    token: bytes = b""
    """What each reply to this child's job begins with.  Who writes into its socket without knowing
    it says nothing."""
    program: bytes = b""
    """The checks' code, as `grader.worker.program` compiles it: its probes run here, on this
    side."""
    memory: int = 0
    """Bytes that the child may map beyond what the warm worker has mapped; 0 for no limit."""
    file_size: int = 0
    """Bytes that one file may grow to; 0 for no limit."""
    processes: int = 0
    """Threads and processes together (RLIMIT_NPROC); 0 for no limit."""
    cpu_seconds: int = 0
    """CPU seconds after which the kernel ends the child; 0 for no limit."""
    seconds: float = 0.0
    """In which the judge waits for the source to be loaded; 0 for no limit."""

    @property
    def on_gpu(self) -> bool:
        """Whether any of its takes is on a GPU."""
        return any(take.device.startswith("gpu") for take in self.takes)


def texts(job: Job) -> dict[str, str]:
    """What runs, by its name in tracebacks: the file, or a notebook's cells in their order."""
    if not job.cells:
        return {job.filename: job.source}
    return {cell_name(job.filename, i): cell for i, cell in enumerate(job.cells, 1)}


class Frame(Struct, frozen=True):
    """One line of the student's own code in a traceback."""

    line: int
    function: Short
    source: Short
    file: Place = ""
    """Empty for the exercise's own file; a sibling's path, or a cell's name, otherwise."""


TOO_LONG = "TooLong"
"""The type of failure of a statement that was stopped."""
TOO_LARGE = "AnswerTooLarge"
"""The type of failure of an answer that no message may hold."""
LEFT_OUT = "LeftOut"
"""The type of failure of all demonstrations together, where they were not executed."""
SKIPPED = "Skipped"
"""The type of failure of a magic that would have run another file."""


def empty(stub: str) -> str:
    """The message of the NotImplementedError that a stub raises whose body is empty."""
    return f"{stub} is empty"


class Failure(Struct, frozen=True):
    """An exception, with the student's lines only."""

    type: Short
    message: Short
    frames: Annotated[list[Frame], Fewer] = []
    own_raise: bool = False
    """Whether the innermost frame is in the student's code (a stub's NotImplementedError)."""
    meant: Short = ""
    """Where a name is nowhere, one that is there and looks like it."""

    @property
    def unfilled(self) -> bool:
        """Whether a stub raised it that is as it was handed out."""
        return self.type == "NotImplementedError" and self.own_raise


class Use(Struct, frozen=True):
    """A place in the source that calls an operator on the exercise's `own_work` list, or spells a
    name on it."""

    name: Short
    line: int
    source: Place
    file: Place = ""
    """As in a `Frame`."""
    called: bool = False
    """Whether the operator was called from there, and not only spelled."""


class Loaded(Struct, frozen=True, tag="loaded"):
    """The submission's module was executed, statement by statement."""

    failure: Failure | None = None
    """Nothing could be executed: a syntax error, for example."""
    notes: Annotated[list[Failure], Fewer] = []
    """Top-level statements that raised; the statements after them still ran."""
    missing: Annotated[list[Short], Few] = []
    """Stubs that the module does not define."""
    bound: Annotated[list[Short], Few] = []
    """Those of them whose name stands for something that cannot be called."""
    defined: Annotated[list[Name], Few] = []
    """Functions and classes that it does define (a stub may have been renamed)."""
    repeated: Annotated[list[Frame], Fewer] = []
    """All definitions of each stub that is defined more than once, under its name."""
    inside: Annotated[list[Frame], Fewer] = []
    """Definitions of missing stubs within another statement, whose first line is the source."""


class Ready(Struct, frozen=True, tag="ready"):
    """The child has read its job and shut itself in; what follows may be the submission's doing,
    and nothing before it can be."""


class Began(Struct, frozen=True, tag="began"):
    """The take with this index starts now."""

    index: int


class Answer(Struct, frozen=True, tag="answer"):
    """What the probe of take `index` returned, or why it did not."""

    index: int
    value: Value | None = None
    failure: Failure | None = None
    inputs: Annotated[list[Array], Bounded] = []
    """The case's arrays as drawn, in order, where the job tells them."""
    operators: Annotated[list[Operator], Bounded] = []
    """Operators that MXNet's engine ran, and `own_work` Python functions that were entered."""
    uses: Annotated[list[Use], Few] = []
    """Where operators on the `own_work` list were called, and where the source spells their names,
    if one of these operators is on it."""
    traced: bool = False
    """Whether the operator trace was on from beginning to end."""


Reply = Ready | Loaded | Began | Answer
