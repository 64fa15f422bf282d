"""`grader debug`: one check on a submission, in the user's own interpreter.

The reference's answer still comes from a worker; the submission runs here, where a debugger can
reach it.
"""

from __future__ import annotations

import ast
import bdb
import os
import pdb  # noqa: T100  (this is the debugger's command)
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from grader.course.loading import Course, Entry
from grader.grading import jobs, remarks
from grader.grading.outcome import assess
from grader.grading.references import Expectation, References
from grader.judge import answers
from grader.judge.compare import leaves, within
from grader.judge.value import Array, Value
from grader.language import _, joined
from grader.report import words
from grader.sandbox import Isolation, Limits
from grader.spelling import near
from grader.submission import Submission, SubmissionError
from grader.worker import mxnet_import, notebook
from grader.worker.client import ENVIRONMENT
from grader.worker.pool import Pool
from grader.worker.protocol import Take, texts

if TYPE_CHECKING:  # they import MXNet
    from grader.worker.case import Case
    from grader.worker.probe import Side


def run(
    course: Course,
    submission: Submission,
    check: str,
    *,
    isolation: Isolation,
    seed: int,
    device: str,
    simpler: int,
    interactive: bool,
) -> None:
    """Run `check` of the course's only exercise and print what went in and what came out.

    simpler: 0 for the inputs of the report, k for the k-th simplification of them.

    Raises SubmissionError if there is no such check or nothing to run.
    """
    (entry,) = course.entries
    _require(entry, check)
    source = submission.sources[entry.id]
    if source.problem:
        raise SubmissionError(source.problem)
    with Pool(isolation, Limits(), 1) as pool:
        references = References(pool, seed, [device])
        references.begin(entry)
        os.environ.update(ENVIRONMENT)
        with _quiet():
            mxnet_import.run()
            import mxnet as mx

            from grader.worker import surroundings
            from grader.worker.probe import Side

            mx.nd.zeros((1,)).wait_to_read()  # starts the engine
            surroundings.prepare()

        path = _path(submission, source.filename)
        takes = references.takes(entry)
        full = next(take for take in takes if take.check == check)
        take = jobs.simplified(full)[simpler - 1] if simpler else full
        (job,) = jobs.submission_jobs(entry, submission, [take])
        job = msgspec.structs.replace(job, filename=str(path))
        with _elsewhere(), surroundings.of(entry.exercise, job):
            side = Side(entry.exercise, job)
            if failure := side.loaded.failure:
                said = remarks.not_loaded(side.loaded, failure, source.filename)
                lines = [f"    {frame.source.strip()}" for frame in failure.frames[-1:]]
                raise SubmissionError("\n".join([said, *lines]))
            case = side.case(take)
            value = _answer(side, take, case, texts(job), interactive=interactive)
        if simpler:
            expected = references.simplified(entry, full)[simpler - 1]
        else:
            expected = references.expectations(entry)[takes.index(full)]
        _show(entry, take, case.inputs, expected, value)


def _answer(
    side: Side, take: Take, case: Case, files: Mapping[str, str], *, interactive: bool
) -> Value | None:
    """The probe's answer; None, after printing the traceback, if the solution raised.

    files: the solution's texts by name.
    """
    try:
        if not interactive:
            return side.run(take, case)
        debugger = pdb.Pdb()
        debugger.rcLines.append("continue")  # to the first of these
        for name, text in files.items():
            for line in _first_lines(text, name):
                debugger.set_break(name, line)
        answer: Value | None = debugger.runcall(side.run, take, case)
    except bdb.BdbQuit:
        return None
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  (a submission may raise anything)
        frames = traceback.extract_tb(error.__traceback__)
        print("".join(traceback.format_list([f for f in frames if f.filename in files])))
        print(f"{type(error).__name__}: {error}")
        if interactive:
            pdb.post_mortem(error.__traceback__)
        return None
    return answer


def _first_lines(text: str, name: str) -> Iterator[int]:
    """The first line of each function's body: where `--pdb` stops."""
    try:
        tree = notebook.parse(text, name)
    except SyntaxError:  # a cell that does not run has no functions
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and node.body[1:] else node.body
            yield body[0].lineno


def _show(
    entry: Entry,
    take: Take,
    inputs: list[tuple[np.ndarray[Any, Any], str]],
    expected: Expectation,
    value: Value | None,
) -> None:
    check = entry.exercise.named(take.check)
    head = _("{exercise}: {title}").format(exercise=entry.id, title=check.title)
    print(f"{head} ({take.device}, {take.dtype})")
    given = _("input {number}, shape {shape}, {dtype}, {device}")
    for number, (array, device) in enumerate(inputs, 1):
        said = given.format(number=number, shape=array.shape, dtype=array.dtype, device=device)
        print(f"\n{said}\n{array}")
    print("", _("expected"), _text(expected.answer.answer), sep="\n")
    if check.judge:
        print(_("(a random draw: judged by its law, not by these numbers)"))
    if value is None:
        return
    print("", _("actual"), _text(value), sep="\n")
    verdict = assess(check, expected, value)
    print(f"\n{verdict.message or words.of_check('passed')}")


def _text(value: Value) -> str:
    """Each part of the answer under its name."""
    parts = list(leaves(value))
    if len(parts) == 1 and not parts[0][0]:
        return _leaf(value)
    return "\n".join(f"{''.join(map(within, path))}{_leaf(leaf)}" for path, leaf in parts)


def _leaf(value: Value) -> str:
    plain = answers.plain(value)
    if isinstance(value, Array):
        said = _("shape {shape}, {dtype}, {device}")
        head = said.format(shape=value.shape, dtype=value.dtype, device=value.device)
        return f"{head}\n{plain}"
    return answers.name(value) if plain is None else str(plain)


def _path(submission: Submission, filename: str) -> Path:
    path = submission.path.resolve()
    lies = submission.places.get(filename, (filename,))
    return path if path.name == filename else path.joinpath(*lies)


@contextmanager
def _quiet() -> Iterator[None]:
    """MXNet says on stderr which engine it starts, and warns of its own imports."""
    told = os.dup(2)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    try:
        yield
    finally:
        os.dup2(told, 2)
        os.close(told)
        os.close(nothing)


@contextmanager
def _elsewhere() -> Iterator[None]:
    """In an empty folder, as in a worker: an exported net must not land among the exercises."""
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(home)


def _require(entry: Entry, check: str) -> None:
    names = [known.name for known in entry.exercise.checks]
    if check in names:
        return
    listed = joined(names)
    if not check:
        said = _("name a check, as in {example}. {exercise} has: {listed}")
        example = f"{entry.id}:{names[0]}"
        raise SubmissionError(said.format(example=example, exercise=entry.id, listed=listed))
    said = _("{exercise} has no check {name}. It has: {listed}")
    close = near(check, names)
    if close:
        said = _("{exercise} has no check {name}; did you mean {close}?")
    fields = {"close": _(" or ").join(f"{entry.id}:{name}" for name in close), "listed": listed}
    raise SubmissionError(said.format(exercise=entry.id, name=repr(check), **fields))
