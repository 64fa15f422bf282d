"""Columns of text that line up, one of which gives way where the page is narrow."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from grader.report.layout import INDENT, Page

GAP = 2
_SHORTEST = 8


@dataclass(frozen=True)
class Column:
    """A head and a cell for each row."""

    head: str
    cells: list[Text]
    right: bool = False
    """Whether cells stand at the right, as numbers do."""
    gives_way: bool = False
    """Whether it is cut where the page has no room for all."""

    @property
    def width(self) -> int:
        """The width that shows all of it."""
        return max([cell_len(self.head), *(cell.cell_len for cell in self.cells)])


def width(columns: list[Column], gap: int = GAP) -> int:
    """Return the width at which nothing is cut."""
    return INDENT + sum(column.width for column in columns) + gap * (len(columns) - 1)


def lines(page: Page, columns: list[Column], gap: int = GAP) -> list[Text]:
    """Return a line of heads and a line per row, with a `gap` between columns."""
    widths = [column.width for column in columns]
    short = width(columns, gap) - page.width
    for number, column in enumerate(columns):
        if column.gives_way and short > 0:
            kept = max(widths[number] - short, min(widths[number], _SHORTEST))
            short -= widths[number] - kept
            widths[number] = kept
    heads = [Text(column.head, "dim") for column in columns]
    rows = [heads, *(list(row) for row in zip(*(c.cells for c in columns), strict=True))]
    return [_line(page, columns, widths, row, gap) for row in rows]


def _line(
    page: Page, columns: list[Column], widths: list[int], cells: list[Text], gap: int
) -> Text:
    line = Text(" " * INDENT)
    for number, (column, size, cell) in enumerate(zip(columns, widths, cells, strict=True)):
        shown = page.shortened(cell, size)
        blank = " " * (size - shown.cell_len)
        line.append(" " * gap if number else "")
        if column.right:
            line.append(blank).append_text(shown)
        else:
            line.append_text(shown).append(blank)
    return page.shortened(line, page.width) if line.cell_len > page.width else line
