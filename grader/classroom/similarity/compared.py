"""What of a submission is compared: each line once, also where one file holds several exercises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from grader.submission import Source, Wanted
from grader.submission.parts import defining


def compared(sources: Mapping[str, Source], wanted: Sequence[Wanted]) -> dict[str, str]:
    """The code by exercise.

    Of a file that counts for several exercises each has what stands from its definitions on to
    another's; the other lines are blank, so that all keep their numbers.
    """
    files = Counter(source.filename for source in sources.values())
    stubs = {stub for asked in wanted for stub in asked.stubs}
    own = {asked.id: set(asked.stubs) for asked in wanted}
    return {
        name: _of_one(source, own[name], stubs) if files[source.filename] > 1 else source.code
        for name, source in sources.items()
    }


def _of_one(source: Source, own: set[str], stubs: set[str]) -> str:
    cells = source.cells or (source.text,)
    before = [sum(cell.count("\n") + 1 for cell in cells[:i]) for i in range(len(cells))]
    found = [(before[b.cell] + b.line, b.name) for b in defining(source, stubs)]
    last = {name: i for i, (_, name) in enumerate(found) if name in own}
    lines = source.code.split("\n")
    ends = [line for line, _ in found[1:]] + [len(lines) + 1]
    kept = {n for i in last.values() for n in range(found[i][0], ends[i])}
    return "\n".join(line if n in kept else "" for n, line in enumerate(lines, 1))
