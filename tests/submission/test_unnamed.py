"""Files in a submission that bear no exercise's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.submission import Wanted, read

WANTED = [
    Wanted("square", ["square"]),
    Wanted("two", ["Shift", "draws"]),
    Wanted("mlp", ["make_net"]),
    Wanted("hybrid", ["make_net"]),
]
SQUARE = "def square(X): pass\n"
TWO = "class Shift: pass\ndef draws(n): pass\n"
NET = "def make_net(): pass\n"


def counted(folder: Path, files: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The file that counts for each exercise that is not missing, and the notes."""
    for name, text in files.items():
        (folder / name).write_text(text)
    found = read(folder, WANTED)
    sources = found.sources.items()
    return {e: source.filename for e, source in sources if not source.missing}, found.notes


@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ({"Square.py": SQUARE}, {"square": "Square.py"}),
        ({"square (1).py": SQUARE}, {"square": "square (1).py"}),
        ({"homework.py": SQUARE + TWO}, {"square": "homework.py", "two": "homework.py"}),
        ({"MLP.py": NET, "Hybrid.py": NET}, {"mlp": "MLP.py", "hybrid": "Hybrid.py"}),
        ({"Square.py": SQUARE, "other.py": SQUARE}, {"square": "Square.py"}),
        ({"mlp.py": NET, "net.py": NET}, {"mlp": "mlp.py", "hybrid": "net.py"}),
    ],
)
def test_one_counts_for_what_it_defines(
    files: dict[str, str], counts: dict[str, str], tmp_path: Path
):
    """Nobody loses points by a file's name where it is clear what the file is for."""
    found, notes = counted(tmp_path, files)
    assert found == counts
    strangers = sorted(set(counts.values()) - {"mlp.py"})
    assert sorted(note.split(" counts for ")[0] for note in notes) == strangers


@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ({"square.py": "x = 1\n", "mine.py": SQUARE}, {"square": "square.py"}),
        ({"a.py": SQUARE, "b.py": SQUARE}, {}),
        ({"half.py": "class Shift: pass\n"}, {}),
        ({"square.txt": SQUARE}, {}),
        ({"Square.py": "x = 1\n"}, {}),
    ],
)
def test_one_counts_for_nothing_else(files: dict[str, str], counts: dict[str, str], tmp_path: Path):
    """Nor where two could be meant, nor in the place of a file of the right name."""
    assert counted(tmp_path, files)[0] == counts


def test_names_that_several_exercises_ask_for(tmp_path: Path):
    """A note says why such a file counts for none of them."""
    found, notes = counted(tmp_path, {"work.py": NET})
    assert found == {}
    assert [note.startswith("work.py defines make_net, for which mlp and hybrid") for note in notes]
