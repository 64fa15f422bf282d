"""Expected beside actual, drawn: two small matrices with the worst element in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.text import Text

from grader.language import _
from grader.report.layout import INDENT, Page
from grader.report.record import Matrix

_BETWEEN = 4
_FEWEST = 4  # With fewer columns side by side, one above the other shows more.


@dataclass(frozen=True)
class _Window:
    """The part of a corner that fits, and how wide its parts are."""

    columns: range
    label: int
    cell: int

    @property
    def width(self) -> int:
        return self.label + self.cell * len(self.columns)


def draw(page: Page, expected: Matrix, actual: Matrix, index: Sequence[int] = ()) -> list[Text]:
    """Return both matrices side by side, or stacked where the page is narrow.

    Rows and columns carry their index. The element at `index`, the worst, stands in brackets.
    """
    pair = (expected, actual)
    if not _drawable(*pair):
        return []
    room = page.width - 2 * INDENT
    worst = expected.place(index) if index else None
    beside = _window(page, pair, worst, (room - _BETWEEN) // 2)
    many = min(_FEWEST, len(pair[0].rows[0]))
    if beside is not None and len(beside.columns) >= many:
        parts = _both(page, pair, worst, beside)
        gap = " " * _BETWEEN
        lines = [
            left.append(" " * (beside.width - left.cell_len) + gap).append_text(right)
            for left, right in zip(*parts, strict=True)
        ]
    else:
        alone = _window(page, pair, worst, room)
        if alone is None:
            return []
        parts = _both(page, pair, worst, alone)
        lines = [*parts[0], Text(), *parts[1]]
    return [Text(" " * 2 * INDENT).append_text(line) for line in lines]


def single(page: Page, head: str, matrix: Matrix) -> list[Text]:
    """Return one matrix under its head; nothing if it is empty or too wide for the page."""
    if not _drawable(matrix, matrix):
        return []
    window = _window(page, (matrix, matrix), None, page.width - 2 * INDENT)
    lines = [Text(head, "bold"), *_matrix(page, head, matrix, None, window)[1:]] if window else []
    return [Text(" " * 2 * INDENT).append_text(line) for line in lines]


def in_rows(page: Page, parts: Iterable[list[Text]]) -> list[Text]:
    """Return what `single` has drawn, as many side by side as fit on the page."""
    rows: list[list[list[Text]]] = []
    room = 0
    for part in filter(None, parts):
        width = _width(part)
        if width > room:
            rows.append([])
            room = page.width
        rows[-1].append(part)
        room -= width
    return [line for row in rows for line in _joined(row)]


def _joined(parts: Sequence[list[Text]]) -> Iterator[Text]:
    for lines in zip_longest(*parts, fillvalue=Text()):
        joined = Text()
        for line, part in zip(lines, parts, strict=True):
            joined.append_text(line).append(" " * (_width(part) - line.cell_len))
        yield joined


def _width(part: list[Text]) -> int:
    return max(line.cell_len for line in part)


def _drawable(expected: Matrix, actual: Matrix) -> bool:
    """Whether both are the same rectangle of an array, and not an empty one."""
    frames = [
        (matrix.shape, matrix.row, matrix.column, len(matrix.rows), {len(r) for r in matrix.rows})
        for matrix in (expected, actual)
    ]
    widths = frames[0][-1]
    return frames[0] == frames[1] and len(widths) == 1 and 0 not in widths


def _window(
    page: Page, pair: tuple[Matrix, Matrix], worst: tuple[int, int] | None, room: int
) -> _Window | None:
    """Choose as many columns around the worst element as fit in `room`; None if none does."""
    number = len(pair[0].rows[0])
    texts = [page.line(text) for matrix in pair for row in matrix.rows for text in row]
    # One column on either side of a number is kept for the brackets.
    cell = max(len(str(pair[0].column + number - 1)), *(text.cell_len for text in texts)) + 2
    labels = [_label(pair[0], row) for row in range(len(pair[0].rows))]
    label = max(map(len, labels)) + 1 if labels[0] else 0
    fit = min((room - label) // cell, number)
    if fit < 1:
        return None
    centre = worst[1] if worst else 0
    begin = max(0, min(centre - fit // 2, number - fit))
    return _Window(range(begin, begin + fit), label, cell)


def _label(matrix: Matrix, row: int) -> str:
    """The index of a row: of all leading axes where there are several; empty for a vector."""
    return ",".join(map(str, matrix.label(row)))


def _both(
    page: Page, pair: tuple[Matrix, Matrix], worst: tuple[int, int] | None, window: _Window
) -> tuple[list[Text], list[Text]]:
    expected, actual = pair
    return (
        _matrix(page, _("expected"), expected, worst, window, "bold green"),
        _matrix(page, _("actual"), actual, worst, window, "bold red"),
    )


def _matrix(
    page: Page,
    head: str,
    matrix: Matrix,
    worst: tuple[int, int] | None,
    window: _Window,
    mark: str = "",
) -> list[Text]:
    """`mark`: the style of the worst element."""
    lines = [Text(page.shortened(Text(head), window.width).plain, "bold")]
    if matrix.shape:
        numbers = Text(" " * window.label)
        for column in window.columns:
            numbers.append(f"{matrix.column + column!s:>{window.cell - 1}} ", "dim")
        lines.append(numbers)
    for number, row in enumerate(matrix.rows):
        line = Text().append(
            _label(matrix, number).rjust(window.label - 1).ljust(window.label), "dim"
        )
        for column in window.columns:
            text = page.line(row[column])
            blank = " " * (window.cell - 2 - text.cell_len)
            if (number, column) == worst:
                line.append(blank).append(f"[{text.plain}]", mark)
            else:
                line.append(f"{blank} {text.plain} ")
        lines.append(line)
    return lines
