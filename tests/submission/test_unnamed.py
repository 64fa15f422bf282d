"""Files in a submission that bear no exercise's name."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from grader.submission import Wanted, read
from grader.submission.unnamed import close

WANTED = [
    Wanted("square", ["square"]),
    Wanted("two", ["Shift", "draws"]),
    Wanted("mlp", ["make_net"]),
    Wanted("hybrid", ["make_net"]),
    Wanted("linreg", ["linreg", "train"]),
    Wanted("loop", ["train", "epoch"]),
]
SQUARE = "def square(X): pass\n"
TWO = "class Shift: pass\ndef draws(n): pass\n"
NET = "def make_net(): pass\n"
STUB = "def square(X):\n    raise NotImplementedError\n"
OTHER = "def square(X): return X\n"


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
        (
            {"03_mlp.py": NET, "04 - hybrid.py": NET},
            {"mlp": "03_mlp.py", "hybrid": "04 - hybrid.py"},
        ),
        ({"Square.py": SQUARE, "other.py": SQUARE}, {"square": "Square.py"}),
        ({"mlp.py": NET, "net.py": NET}, {"mlp": "mlp.py", "hybrid": "net.py"}),
        (
            {"01_square.py": SQUARE + TWO, "02_mlp.py": NET},
            {"square": "01_square.py", "two": "01_square.py", "mlp": "02_mlp.py"},
        ),
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
        ({"a.py": SQUARE, "b.py": OTHER}, {}),
        ({"half.py": "class Shift: pass\n", "rest.py": "def draws(n): pass\n"}, {}),
        ({"half.py": "def train(): pass\n"}, {}),
        ({"square.txt": SQUARE}, {}),
        ({"Square.py": "x = 1\n"}, {}),
    ],
)
def test_one_counts_for_nothing_else(files: dict[str, str], counts: dict[str, str], tmp_path: Path):
    """Nor where two could be meant, nor in the place of a file of the right name."""
    assert counted(tmp_path, files)[0] == counts


def test_half_of_an_exercise_counts(tmp_path: Path):
    """As it would in a file of the exercise's name, if nothing else holds any of it."""
    found, notes = counted(tmp_path, {"homework.py": SQUARE + "class Shift: pass\n"})
    assert found == {"square": "homework.py", "two": "homework.py"}
    assert notes[1] == "homework.py counts for two, of which it defines Shift, but not draws."


def test_of_two_files_one_that_another_exercise_needs(tmp_path: Path):
    """It asks for the same and more, so that file is clearly meant for it."""
    (tmp_path / "work_a.py").write_text(NET + "def shapes(net): pass\n")
    (tmp_path / "work_b.py").write_text(NET)
    found = read(
        tmp_path, [Wanted("mlp", ["make_net"]), Wanted("deferred", ["make_net", "shapes"])]
    )
    names = {exercise: source.filename for exercise, source in found.sources.items()}
    assert names == {"mlp": "work_b.py", "deferred": "work_a.py"}


def test_names_that_several_exercises_ask_for(tmp_path: Path):
    """A note says why such a file counts for none of them."""
    found, notes = counted(tmp_path, {"work.py": NET})
    assert found == {}
    assert [note.startswith("work.py defines make_net, for which mlp and hybrid") for note in notes]


def dated(folder: Path, files: dict[str, tuple[float, str]]) -> None:
    """Write files as if at some time."""
    for name, (modified, text) in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="latin-1")
        os.utime(folder / name, (modified, modified))


def passing_over(folder: Path, files: dict[str, str]) -> tuple[str, list[str]]:
    """The file that counts for `square`, of which a stub was handed out; and the notes."""
    for name, text in files.items():
        (folder / name).write_text(text)
    found = read(folder, [Wanted("square", ["square"], STUB)])
    return found.sources["square"].filename, found.notes


@pytest.mark.parametrize("name", ["square (1).py", "square_new.py", "homework.py", "homework.PY"])
def test_work_counts_instead_of_the_untouched_stub(name: str, tmp_path: Path):
    """Also if the stub is there in another language, and as a notebook."""
    files = {"square.py": '"""Quadrat"""\n' + STUB, name: SQUARE}
    note = f"{name} counts for square, of which it defines all that is asked: square.py would be a"
    counts, (said,) = passing_over(tmp_path, files)
    assert (counts, said) == (name, f"{note} safer name.")


@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ({"square.py": STUB, "square (1).py": STUB}, "square.py"),
        ({"square (1).py": STUB, "square (2).py": SQUARE}, "square (2).py"),
        ({"square.py": SQUARE, "square (1).py": STUB}, "square.py"),
        ({"a.py": SQUARE, "b.py": "# The same.\n" + SQUARE}, "a.py"),
        ({"square.py": STUB, "a.py": SQUARE, "b.py": SQUARE}, "a.py"),
        ({"square.py": STUB, "a.py": OTHER, "square_new.py": SQUARE}, "square_new.py"),
        ({"square.py": "", "a.py": SQUARE}, "square.py"),
        ({"square.py": STUB, "a.py": OTHER, "square_v3_final.py": SQUARE}, "square_v3_final.py"),
        ({"square.py": STUB, "a.py": OTHER, "squares_and_all.py": SQUARE}, "square.py"),
    ],
)
def test_what_counts_of_several_files(files: dict[str, str], counts: str, tmp_path: Path):
    """The one with work in it; of twins the first."""
    assert passing_over(tmp_path, files)[0] == counts


def test_where_it_is_unclear_no_other_file_counts(tmp_path: Path):
    """A note says which files were passed over, and what to do."""
    files = {"square.py": STUB, "a.py": OTHER, "b.py": SQUARE}
    counts, (note,) = passing_over(tmp_path, files)
    assert counts == "square.py"
    assert note == (
        "a.py and b.py hold different versions of square, and their times do not tell which is the "
        "last, so none of them counts: hand in one version only."
    )


def test_of_several_versions_the_one_modified_last_counts(tmp_path: Path):
    """As a teacher would take it.  A note says so, and what to do."""
    versions = {"hw1.py": (0, SQUARE + TWO), "hw2.py": (9, SQUARE + TWO), "hw3.py": (99, OTHER)}
    dated(tmp_path, versions)
    counts, notes = counted(tmp_path, {})
    assert counts == {"square": "hw3.py", "two": "hw2.py"}
    assert notes[0].startswith("hw2.py counts for two")
    assert notes[1] == (
        "What was modified last counts for square: hw3.py; passed over: hw1.py. To be safe, hand "
        "in one version only."
    )


@pytest.mark.parametrize(
    ("times", "counts"),
    [((0, 2, 0), False), ((0, 4, 2), False), ((0, 2.5, 0), True), ((0, 9, 0), True)],
)
def test_files_modified_at_nearly_the_same_time(
    times: tuple[float, float, float], counts: bool, tmp_path: Path
):
    """As in a copy or a checkout: none of them is the last, and all are named."""
    texts = (OTHER, SQUARE, "def square(X): return 1\n")
    names = ("a.py", "b.py", "c.py")
    dated(tmp_path, dict(zip(names, zip(times, texts, strict=True), strict=True)))
    found, (note,) = counted(tmp_path, {})
    assert found == ({"square": "b.py"} if counts else {})
    assert note.startswith("What was" if counts else "a.py, b.py and c.py hold different versions")


@pytest.mark.parametrize("last", [STUB, "", "x = '\xff'\n"])
def test_what_is_no_work_never_wins(last: str, tmp_path: Path):
    """Neither the stub, however new, nor a file that cannot be read."""
    dated(tmp_path, {"a/square.py": (0, SQUARE), "b/square.py": (99, last)})
    assert passing_over(tmp_path, {})[0] == "a/square.py"


def test_what_takes_other_arguments_does_not_win(tmp_path: Path):
    """A later chapter's demonstration, however new, under the names that an exercise asks for."""
    asked = Wanted("linreg", ["train"], "def train(net, X, y, epochs):\n    pass\n")
    demo = "def train(net, batches, loss):\n    return loss\n"
    work = "def train(net, X, y, epochs):\n    return epochs\n"
    dated(tmp_path, {"ch6.py": (0, work), "ch7.py": (99, demo)})
    assert read(tmp_path, [asked]).sources["linreg"].filename == "ch6.py"
    dated(tmp_path, {"ch6.py": (0, demo)})
    assert read(tmp_path, [asked]).sources["linreg"].filename == "ch7.py"


def test_a_file_that_is_for_something_else_does_not_win(tmp_path: Path):
    """The only one for an exercise that asks for the same and more, however new."""
    more = f"{NET}def shapes(net): pass\n"
    dated(tmp_path, {"a.py": (99, more), "b.py": (0, "def make_net(): return 1\n")})
    wanted = [Wanted("mlp", ["make_net"]), Wanted("deferred", ["make_net", "shapes"])]
    assert read(tmp_path, wanted).sources["mlp"].filename == "b.py"


def test_many_choices_are_told_together(tmp_path: Path):
    """By time, and where times do not tell."""
    wanted = [Wanted(f"e{number}", [f"stub{number}"]) for number in range(5)]
    for modified, counting in ((0, 0), (9, 5)):
        for asked in wanted:
            stub = f"def {asked.stubs[0]}(): "
            files = {
                f"a/{asked.id}.py": (0, f"{stub}a\n"),
                f"b/{asked.id}.py": (modified, f"{stub}b\n"),
            }
            dated(tmp_path, files)
        found = read(tmp_path, wanted)
        (note,) = found.notes
        assert "e0, e1, e2, e3 and e4" in note
        assert "a/e0.py" in note
        assert ("and ..." in note) == (not modified)  # ten names are too many for a sentence
        assert sum(not source.missing for source in found.sources.values()) == counting


def test_other_work_under_nearly_the_name_is_told(tmp_path: Path):
    """It does not count, for a file of the right name holds work."""
    files = {"square.py": SQUARE, "square_new.py": OTHER, "square (1).py": SQUARE}
    note = "square_new.py is passed over: square.py counts for square."
    assert passing_over(tmp_path, files) == ("square.py", [note])


def test_a_file_and_the_notebook_of_its_name(tmp_path: Path):
    """The newer one, as of an exercise's own two."""
    (tmp_path / "work.ipynb").write_text(
        json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": OTHER}]})
    )
    os.utime(tmp_path / "work.ipynb", (2_000, 2_000))
    (tmp_path / "work.py").write_text(SQUARE)
    assert passing_over(tmp_path, {})[0] == "work.py"
    os.utime(tmp_path / "work.py", (1_000, 1_000))
    counts, (told, why) = passing_over(tmp_path, {"square.py": STUB})
    assert (counts, told.partition(" counts")[0]) == ("work.ipynb", "work.ipynb")
    assert why == (
        "work.py and work.ipynb were both changed: work.ipynb counts, for it is not the older one."
    )


def test_a_file_and_the_notebook_of_its_name_beside_an_older_one(tmp_path: Path):
    """As if there were these two only; the older one is told."""
    notebook = json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": OTHER}]})
    older = (0, "def square(X): return 1\n")
    dated(tmp_path, {"old.py": older, "work.py": (50, SQUARE), "work.ipynb": (51, notebook)})
    counts, (told, why) = passing_over(tmp_path, {"square.py": STUB})
    assert counts == "work.ipynb"
    assert told.startswith(
        "What was modified last counts for square: work.ipynb; passed over: old."
    )
    assert why.startswith("work.py and work.ipynb were both changed")


def test_what_cannot_be_read_is_told(tmp_path: Path):
    """Where other files count, too: it may hold what is missing.  An empty one holds nothing."""
    files = {"two.py": TWO, "hw.ipynb": '{"cells": [', "old.ipynb": "", "__init__.py": ""}
    _, (broken,) = counted(tmp_path, files)
    assert broken.startswith("hw.ipynb is not a notebook, for it is not JSON")
    more = {f"hw{number}.ipynb": "{" for number in range(9)}
    assert len(counted(tmp_path, more)[1]) == 4


def test_what_a_cell_writes_elsewhere_defines_nothing(tmp_path: Path):
    """`%%writefile` and its like hold text; what `%%time` stands above is run."""
    cells = [f"%%writefile old.py\n{SQUARE}", f"\n%%time\n{TWO}", f"%%html\n{NET}"]
    document = {"nbformat": 4, "cells": [{"cell_type": "code", "source": cell} for cell in cells]}
    (tmp_path / "work.ipynb").write_text(json.dumps(document))
    assert counted(tmp_path, {"mine.py": SQUARE})[0] == {"square": "mine.py", "two": "work.ipynb"}


def test_a_name_counts_in_whichever_folder(tmp_path: Path):
    """However the file defines what is asked for."""
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "square.py").write_text("square, cube = make(2), make(3)\n")
    assert counted(tmp_path, {"two.py": TWO})[0] == {"square": "first/square.py", "two": "two.py"}


def test_an_exercise_that_was_not_asked_for_stands_in_for_none(tmp_path: Path):
    """The list that the course writes beside its stubs says that a file is another exercise's."""
    (tmp_path / "mlp.py").write_text("def make_net():\n    raise NotImplementedError\n")
    (tmp_path / "hybrid.py").write_text(NET)
    asked = Wanted("mlp", ["make_net"], (tmp_path / "mlp.py").read_text())
    (tmp_path / ".stubs.json").write_text('{"mlp": "", "hybrid": "", "hybrid.ipynb": ""}')
    found = read(tmp_path, [asked])
    assert (found.sources["mlp"].filename, found.notes) == ("mlp.py", [])
    (tmp_path / ".stubs.json").write_text("[")
    assert read(tmp_path, [asked]).sources["mlp"].filename == "hybrid.py"


ANOTHERS = [
    {"mlp.py": NET},
    {"MLP.py": NET, "notes.py": "x = 1\n"},
    {"mlp.py": NET, "Square.py": SQUARE, "two.py": TWO + SQUARE},
    {"loop.py": "def train(): pass\ndef epoch(): pass\n" + TWO + NET + SQUARE, "linreg.py": ""},
    {"square.py": STUB, "a.py": OTHER, "b.py": SQUARE, "half.py": "class Shift: pass\n"},
]


@pytest.mark.parametrize("files", ANOTHERS)
def test_one_exercise_is_read_as_among_all(files: dict[str, str], tmp_path: Path):
    """A file that is another's is not its own because nobody asked about the other."""
    whole, _ = counted(tmp_path, files)
    for exercise in WANTED:
        asked = [replace(other, unasked=other is not exercise) for other in WANTED]
        found = read(tmp_path, asked)
        (source,) = found.sources.values()
        assert whole.get(exercise.id, "") == ("" if source.missing else source.filename)


def test_only_what_was_asked_about_is_told(tmp_path: Path):
    """Notes on other exercises' files are no help with this one."""
    files = {"Square.py": SQUARE, "mlp.py": NET, "mlp_2.py": f"{NET}x = 1\n"}
    _, notes = counted(tmp_path, {**files, "half.py": "class Shift: pass\n"})
    assert [note.split(" ", 1)[0] for note in notes] == [
        "Square.py",
        "mlp_2.py",
        "mlp_2.py",
        "half.py",
    ]
    asked = [replace(other, unasked=other.id != "linreg") for other in WANTED]
    assert read(tmp_path, asked).notes == []


def test_what_several_ask_for_counts_for_the_one_that_is_asked_about(tmp_path: Path):
    """As the note says that it gets otherwise."""
    (tmp_path / "work.py").write_text(NET)
    asked = [replace(other, unasked=other.id != "hybrid") for other in WANTED]
    found = read(tmp_path, asked)
    assert found.sources["hybrid"].filename == "work.py"
    assert [note.partition(",")[0] for note in found.notes] == ["work.py counts for hybrid"]


def test_a_name_without_end_is_like_no_exercises():
    """It is not compared to its end, of which an archive could have thousands."""
    began = time.process_time()
    assert close("ab" * 5_000_000 + ".py", ["square"]) == ""
    assert close("sqaure" + ".x" * 5_000_000, ["square"]) == "square"
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", ["async '''", "async", "async x", "def", "class\n", "@", "lambda"])
def test_what_defines_nothing_is_no_definition(text: str, tmp_path: Path):
    """However it ends."""
    assert counted(tmp_path, {"homework.py": text})[0] == {}


def test_clutter_keeps_no_work_from_counting(tmp_path: Path):
    """Neither hundreds of helpers that come before it in the alphabet, nor large files."""
    helpers = {f"helper{number}.py": f"x = {number}\n" for number in range(200)}
    large = {f"large{number}.py": f"x = {'a' * 900_000!r}\n" for number in range(3)}
    files = {**helpers, **large, "my_own.py": SQUARE}
    assert counted(tmp_path, files)[0] == {"square": "my_own.py"}


def test_many_that_stand_in_are_told_together(tmp_path: Path):
    wanted = [Wanted(f"e{number}", [f"stub{number}"]) for number in range(5)]
    for asked in wanted:
        (tmp_path / f"for_{asked.id}.py").write_text(f"def {asked.stubs[0]}(): pass\n")
    told = (
        "for_e0.py, for_e1.py, for_e2.py, for_e3.py, ... count for the exercises of which they "
        "define all that is asked: files named after these, such as e0.py, in one folder would be "
        "safer."
    )
    assert read(tmp_path, wanted).notes == [told]


def test_many_that_have_their_names_elsewhere_are_told_together(tmp_path: Path):
    """But not that such names would be safer."""
    wanted = [
        Wanted(f"e{number}", [f"stub{number}"], f"def stub{number}(): 0\n") for number in range(6)
    ]
    for asked in wanted:
        dated(tmp_path, {f"exercises/{asked.id}.py": (0, asked.handed_out)})
        dated(tmp_path, {f"mine/{asked.id}.py": (0, f"def {asked.stubs[0]}(): pass\n")})
    (tmp_path / "mine" / "e5.py").unlink()
    told = "count: all of them in one folder would be safer."
    expected = [f"mine/e0.py, mine/e1.py, mine/e2.py, mine/e3.py, ... {told}"]
    assert read(tmp_path, wanted).notes == expected
