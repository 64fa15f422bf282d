"""Everything about the first failing check of an exercise, in the order in which one asks.

What failed; the worst element, by how much, and how many; both matrices; the likely cause; where
in one's own code; how to see it again; what else failed.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from grader.language import _, listed
from grader.report import drawing, words
from grader.report.again import Again
from grader.report.layout import INDENT, Page
from grader.report.record import CheckResult, Example, ExerciseResult, SourceLine
from grader.report.safe import cut

MESSAGE = (2000, 20)  # Characters and lines of a message: an exception can be a whole array.
SOURCE = (300, 4)
_PRINTED = (600, 6)
_INNERMOST = 4  # Frames shown of a deep recursion, beside the outermost.


def failing(exercise: ExerciseResult) -> list[CheckResult]:
    """Return the checks that ran and did not pass, in the course's order."""
    idle = not_run(exercise)
    return [c for c in exercise.checks if c.status in words.FAILING and c not in idle]


def not_run(exercise: ExerciseResult) -> list[CheckResult]:
    """Return the checks that were not run, or could not be: the whole file's message is theirs."""
    return [
        check
        for check in exercise.checks
        if check.status == "not_run"
        or (check.status in words.FAILING and check.message == exercise.message != "")
    ]


def wanted(exercise: ExerciseResult) -> bool:
    """Whether there is more to say about `exercise` than its row does."""
    if exercise.status in {"done", "not_started", "missing"}:
        return False
    return bool(failing(exercise) or not_run(exercise) or exercise.message or exercise.likely_cause)


def block(page: Page, exercise: ExerciseResult, again: Again, *, every: bool) -> list[Text]:
    """Return the detail of one exercise: its first failing check, or each of them."""
    found = failing(exercise)
    lines: list[Text] = []
    if not found or exercise.message:
        lines += _heading(page, exercise, exercise.title or exercise.id)
        lines += page.indented(_state(exercise))
        if exercise.message:
            lines += [Text(), *page.indented(_long(page, exercise.message, MESSAGE))]
        lines += [Text()] if found else []
    if not found:
        about = [line for check in not_run(exercise)[:1] for line in _evidence(page, check)]
        about += [*_cause(page, exercise), *_own_notes(page, exercise)]
        lines += _gap(about + _not_run(page, exercise))
    for number, check in enumerate(found if every else found[:1]):
        lines += [Text()] if number else []
        lines += _heading(page, exercise, _title(check))
        lines += page.indented(_what(page, check))
        if check.message:
            lines += [Text(), *page.indented(_long(page, check.message, MESSAGE))]
        if check.comparison is not None:
            found_at = check.comparison
            lines += _gap(
                drawing.draw(page, found_at.expected_matrix, found_at.actual_matrix, found_at.index)
            )
        if check.example is not None:
            lines += _gap(_example(page, check.example))
        rest = _cause(page, exercise) if number == 0 else []
        rest += _advice(page, check)
        rest += _own_notes(page, exercise) if number == 0 else []
        if pieces := again.pieces(exercise.id, check):
            rest += _command(page, pieces)
        rest += [] if every else _further(page, exercise, found)
        rest += _not_run(page, exercise) if number == 0 else []
        lines += _gap(rest)
    return lines


def _title(check: CheckResult) -> str:
    """A check's title is a docstring's sentence; a heading has no full stop."""
    return words.without_stop(check.title) or check.name


def _heading(page: Page, exercise: ExerciseResult, title: str) -> list[Text]:
    return page.heading(
        page.line(_("{exercise}: {title}").format(exercise=exercise.id, title=title))
    )


def _gap(lines: list[Text]) -> list[Text]:
    return [Text(), *lines] if lines else []


def _long(page: Page, text: str, limit: tuple[int, int]) -> Text:
    return page.prose(cut(text, limit))


def _state(exercise: ExerciseResult) -> Text:
    line = Text().append(words.of_exercise(exercise.status), words.EXERCISE[exercise.status][1])
    if not exercise.max_points:
        return line
    return line.append(_("; ") + words.score(exercise.points, exercise.max_points))


def _what(page: Page, check: CheckResult) -> Text:
    line = Text().append(words.of_check(check.status), words.CHECK[check.status][1])
    what = _("{check} on {device}, {dtype}")
    if check.comparison is not None:
        what = _("{check} on {device}, {dtype}, shape {shape}")
    shape = words.shape(check.comparison.expected_matrix.shape) if check.comparison else ""
    what = what.format(check=check.name, device=check.device, dtype=check.dtype, shape=shape)
    facts = [what, words.score(check.points, check.max_points)]
    facts += [_("a hidden check")] if check.hidden else []
    return line.append_text(page.line(_(": ") + _("; ").join(facts)))


def _example(page: Page, example: Example) -> list[Text]:
    """A case to work through by hand: what goes in, what should come out, what comes out."""
    head = _("By hand: a small input that shows it (--simpler {number})")
    lines = page.indented(Text(head.format(number=example.simpler), "bold"))
    inputs = (
        drawing.single(page, words.of_input(number, len(example.inputs)), matrix)
        for number, matrix in enumerate(example.inputs, 1)
    )
    lines += drawing.in_rows(page, inputs)
    return lines + drawing.draw(page, example.expected, example.actual)


def _cause(page: Page, exercise: ExerciseResult) -> list[Text]:
    if not exercise.likely_cause:
        return []
    return page.labelled(_("Likely cause"), page.prose(exercise.likely_cause, "yellow"))


def _own_notes(page: Page, exercise: ExerciseResult) -> list[Text]:
    if not exercise.notes:
        return []
    return page.labelled(_("Note"), *(_long(page, note, MESSAGE) for note in exercise.notes))


def _advice(page: Page, check: CheckResult) -> Iterator[Text]:
    if check.hint:
        yield from page.labelled(_("Hint"), page.prose(check.hint))
    if check.false_rejection and check.status == "failed":
        yield from page.labelled(_("Chance"), Text(words.chance(check.false_rejection)))
    yield from _evidence(page, check)


def _evidence(page: Page, check: CheckResult) -> Iterator[Text]:
    """Where in one's own code it happened, and what that printed."""
    if check.traceback:
        yield from page.labelled(_("Your code"), *_frames(page, check.traceback))
    if check.output.strip():
        yield from page.labelled(_("Printed"), _long(page, check.output, _PRINTED))


def _frames(page: Page, traceback: list[SourceLine]) -> Iterator[Text]:
    for frame in without_middle(traceback, _INNERMOST):
        if isinstance(frame, int):
            yield Text(words.lines_left_out(frame), "dim")
        else:
            yield page.line(words.place(frame))
            source = page.prose(cut(frame.source.strip(), SOURCE), "cyan")
            yield Text(" " * INDENT).append_text(source)


def without_middle(traceback: list[SourceLine], innermost: int) -> list[SourceLine | int]:
    """Return the student's lines, outermost first; of a deep recursion the middle is a number."""
    left_out = len(traceback) - 1 - innermost
    if left_out < 2:
        return [*traceback]
    return [traceback[0], left_out, *traceback[-innermost:]]


def _command(page: Page, pieces: list[str]) -> list[Text]:
    """The command: beside its label or below it, or in lines that a shell joins."""
    whole = page.line(" ".join(pieces), "bold")
    beside = page.labelled(_("Reproduce"), whole)
    if len(beside) == 1:
        return beside
    label = page.indented(Text(_("Reproduce"), "bold"))
    below = page.indented(whole, 2 * INDENT)
    if len(below) == 1:
        return [*label, *below]
    lines, room = pieces[:1], page.measure - 3 * INDENT - len(" \\")
    for piece in pieces[1:]:
        if cell_len(lines[-1]) + 1 + cell_len(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            # Behind a long word there may be no room for a space, which no shell asks for here.
            lines[-1] += " \\" if cell_len(lines[-1]) <= room else "\\"
            lines.append(piece)
    for number, line in enumerate(lines):
        label += page.indented(page.line(line, "bold"), (3 if number else 2) * INDENT)
    return label


def _further(page: Page, exercise: ExerciseResult, found: list[CheckResult]) -> list[Text]:
    """One line: how many more checks failed, and which; nothing if none did."""
    first, rest = found[0], found[1:]
    many = len({(check.device, check.dtype) for check in exercise.checks}) > 1
    places: dict[str, list[CheckResult]] = {}
    for check in rest:
        places.setdefault(check.name, []).append(check)
    phrases = []
    for name, checks in places.items():
        where = listed(dict.fromkeys(_place(exercise, check) for check in checks))
        title = _title(checks[0])
        if name == first.name:
            phrases.append(_("the same on {where}").format(where=where))
        elif many:
            phrases.append(_("{title} ({where})").format(title=title, where=where))
        else:
            phrases.append(title)
    if not rest:
        return []
    number = words.counted("{number} further check", "{number} further checks", len(rest))
    return page.labelled(_("Also failed"), page.line(number + _(": ") + _("; ").join(phrases)))


def _not_run(page: Page, exercise: ExerciseResult) -> list[Text]:
    """The checks that were not run, and the reasons that they give but for the whole file's."""
    idle = not_run(exercise)
    if not idle:
        return []
    titles = _("; ").join(dict.fromkeys(_title(check) for check in idle))
    reasons = dict.fromkeys(c.message for c in idle if c.message not in {"", exercise.message})
    number = words.counted("{number} check", "{number} checks", len(idle))
    texts = [page.line(number + _(": ") + titles)]
    return page.labelled(
        _("Not run"), *texts, *(_long(page, reason, MESSAGE) for reason in reasons)
    )


def _place(exercise: ExerciseResult, check: CheckResult) -> str:
    """The device, and the dtype where the exercise is checked with several."""
    several = len({other.dtype for other in exercise.checks}) > 1
    return f"{check.device} {check.dtype}" if several else check.device
