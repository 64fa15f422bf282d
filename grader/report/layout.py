"""A page: how wide it is, what it may draw, and how text is laid out on it.

Every line is wrapped here and printed as it is. Rich's own tables pad each cell with blanks and
draw boxes; a report also goes through pipes, into logs and narrow windows, and is copied from.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.report.breaking import breaks
from grader.report.safe import clean, clean_line

INDENT = 2
_LABEL = 15  # Of the longest label, "Likely cause", and a gap.
_MEASURE = 100  # Prose in longer lines is hard to read.
_NARROW = 50  # Below, a label stands above its text, not beside it.
_HEADED = 30  # Below, a heading has no room for dashes before it.
_DRAWN = 72  # Below, lines and bars are plain characters.


@dataclass(frozen=True)
class Page:
    """Where a report is drawn."""

    console: Console
    width: int
    encoding: str
    plain: bool
    """Only ASCII for bars and lines: a pipe, a narrow or dumb terminal, or one without UTF-8."""

    @classmethod
    def of(cls, console: Console) -> Page:
        """Return the page that `console` offers."""
        able = console.is_terminal and not console.is_dumb_terminal
        plain = not (able and console.encoding.startswith("utf") and console.width >= _DRAWN)
        return cls(console, max(console.width, 1), console.encoding, plain)

    @property
    def measure(self) -> int:
        """The width of prose, in columns."""
        return min(self.width, _MEASURE)

    def line(self, text: str, style: str = "") -> Text:
        """Return `text` as one line, with nothing in it interpreted."""
        return Text(clean_line(text, encoding=self.encoding), style)

    def prose(self, text: str, style: str = "") -> Text:
        """Return `text` with its line ends, with nothing in it interpreted."""
        return Text(clean(text, encoding=self.encoding), style)

    def wrap(self, text: Text, width: int) -> list[Text]:
        """Break `text` where its script allows it, and inside a word longer than a line."""
        lines: list[Text] = []
        for line in text.split("\n", allow_blank=True):
            line.expand_tabs(4)
            lines += line.divide(breaks(line.plain, max(width, 1)))
        for line in lines:
            line.rstrip()
        return lines

    def indented(self, text: Text, by: int = INDENT) -> list[Text]:
        """Wrap `text`, each line `by` columns from the margin."""
        by = by if self.width > 4 * by else 0
        return [_blank(by).append_text(line) for line in self.wrap(text, self.measure - by)]

    def labelled(self, label: str, *items: Text) -> list[Text]:
        """Wrap `items`, one below the other, in a column beside `label`."""
        if self.width < _NARROW:
            body = [line for item in items for line in self.indented(item, 2 * INDENT)]
            return [*self.indented(Text(label, "bold")), *body]
        room = self.measure - INDENT - _LABEL
        body = [line for item in items for line in self.wrap(item, room)]
        made: list[Text] = []
        for number, line in enumerate(body):
            head = _blank(INDENT)
            head.append(left(label if number == 0 else "", _LABEL), "bold")
            made.append(head.append_text(line))
        return made

    def heading(self, text: Text) -> list[Text]:
        """A line across the page with `text` in it, which may go on below; the rule ends it."""
        dash = "-" if self.plain else "\u2500"
        text.stylize("bold")
        begin = dash * 2 + " " if self.width >= _HEADED else ""
        parts = self.wrap(text, self.measure - len(begin))
        lines = [Text(begin, "dim"), *(_blank(len(begin)) for _ in parts[1:])]
        lines = [line.append_text(part) for line, part in zip(lines, parts, strict=True)]
        room = self.measure - lines[-1].cell_len - 1
        if room > 0:
            lines[-1].append(" " + dash * room, "dim")
        return lines

    def shortened(self, text: Text, width: int) -> Text:
        """Return `text` in at most `width` columns, with dots where something was left out."""
        if text.cell_len <= width:
            return text
        dots = "..."[: max(width, 0)]
        text = text.copy()
        text.truncate(max(width - len(dots), 0), overflow="crop")
        return text.append(dots)

    def show(self, lines: list[Text]) -> None:
        """Print the lines as they are."""
        for line in lines:
            line.rstrip()
        if lines:  # at once: most of the time goes into each call
            self.console.print(Text("\n").join(lines), soft_wrap=True, highlight=False)


def left(text: str, columns: int) -> str:
    """The text at the left of so many columns, of which a Chinese letter takes two."""
    return text + " " * (columns - cell_len(text))


def _blank(columns: int) -> Text:
    return Text(" " * columns)
