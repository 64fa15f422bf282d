"""One take: a check's probe run on a solution, and its answer as data."""

from __future__ import annotations

from functools import partial

from grader.course import Exercise
from grader.course.own_work import borrowed
from grader.judge.value import Value
from grader.worker import one_context, streams, surroundings, values
from grader.worker.callers import Callers, Line
from grader.worker.case import Case
from grader.worker.module import Solution
from grader.worker.protocol import Answer, Job, Loaded, Take, Use, texts
from grader.worker.trace import Trace

_MOST_USES = 40


class Side:
    """One side of one exercise, loaded: answers takes."""

    def __init__(self, exercise: Exercise, job: Job) -> None:
        self._id = job.exercise
        self._exercise = exercise
        self._probes = {check.name: check.probe for check in self._exercise.checks}
        own_work = self._exercise.own_work
        self._trace = Trace(own_work, [*texts(job), *job.siblings]) if own_work else None
        self._tells_inputs = job.tells_inputs
        self._load = partial(Solution, job, self._exercise.stubs, own_work)
        self._patch = ""
        self._solution = self._load()
        self._callers = Callers(self._solution.files)

    @property
    def loaded(self) -> Loaded:
        """How the loading went."""
        return self._solution.loaded

    def answer(self, index: int, take: Take) -> Answer:
        """Run the take.  Whatever the solution raises is part of the answer."""
        if take.patch != self._patch:
            self._patch = take.patch
            surroundings.begin_anew()
            self._solution = self._load(self._patch)
        if failure := self._solution.loaded.failure:
            return Answer(index, failure=failure)
        value = None
        operators: list[str] = []
        traced = False
        called: list[Line] = []
        trace = self._trace if take.trace else None
        if trace:
            trace.start()
            self._callers.start()
        case = self.case(take)  # within the trace: its generators may be the submission's
        try:
            value = self.run(take, case)
        except BaseException as error:
            failure = self._solution.describe(error)
        streams.flush()  # before the trace ends: a stream may be of the submission's making
        if trace:
            called = self._callers.stop()
            operators, traced = trace.stop()
        uses = self._uses(called) if borrowed(operators, self._exercise.own_work) else []
        told = case.inputs if self._tells_inputs else []
        inputs = [values.array(array, device) for array, device in told]
        return Answer(index, value, failure, inputs, operators, uses, traced)

    def _uses(self, called: list[Line]) -> list[Use]:
        """Where listed operators were called, and what the source spells."""
        names = set(borrowed([name for name, _, _ in called], self._exercise.own_work))
        lines = [line for line in called if line[0] in names]
        return [*map(self._solution.use, lines), *self._solution.uses][:_MOST_USES]

    def case(self, take: Take) -> Case:
        """The take's case: inputs not drawn yet."""
        draws = self._exercise.named(take.check).judge is not None
        return Case(self._id, take, lambda: self._load(take.patch).module, draws=draws)

    def run(self, take: Take, case: Case) -> Value:
        """The encoded answer of the take's probe on `case`; raises what the solution raises."""
        with one_context.insisted_on(take.device):
            return values.encode(self._probes[take.check](self._solution.module, case))
