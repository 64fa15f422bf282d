"""In a file that holds several exercises each definition is that exercise's whose turn it is."""

from __future__ import annotations

import ast
import json
import time
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase

import pytest

from grader.course.loading import load
from grader.grading.jobs import wanted
from grader.submission import Source, Wanted, read
from grader.submission.parts import parts
from grader.submission.single import asking_for

WANTED = [
    Wanted("softmax", ["softmax"]),
    Wanted("loop", ["train_epoch", "train"]),
    Wanted("linreg", ["make_net", "train"]),
    Wanted("regression", ["make_net", "accuracy", "train_epoch"]),
    Wanted("mlp", ["make_net"]),
    Wanted("dropout", ["dropout", "Dropout"]),
    Wanted("deferred", ["make_net", "shapes"]),
    Wanted("dense", ["MyDense"]),
    Wanted("hybrid", ["make_net"]),
    Wanted("norm", ["norm"]),
]
WHOLE = [
    *("softmax", "train_epoch", "train", "make_net", "train", "make_net", "accuracy"),
    *("train_epoch", "make_net", "dropout", "Dropout", "make_net", "shapes", "MyDense"),
    *("make_net", "norm"),
]
"""What a file defines that holds the whole course."""


def text(names: list[str]) -> str:
    """A file that defines these, each by its place among all."""
    return "".join(f"def {name}(): return {i}\n" for i, name in enumerate(names))


def places(names: list[str]) -> dict[str, list[int]]:
    """By exercise which definitions of its stubs are the last ones in its part."""
    found = {}
    for exercise, source in parts(Source("ada.py", text(names)), WANTED).sources.items():
        stubs = next(asked.stubs for asked in WANTED if asked.id == exercise)
        defined: dict[str, object] = {}
        exec(source.text, defined)
        found[exercise] = [defined[stub]() for stub in stubs]
    return found


def test_the_whole_course_in_one_file():
    assert places(WHOLE) == {
        "softmax": [0],
        "loop": [1, 2],
        "linreg": [3, 4],
        "regression": [5, 6, 7],
        "mlp": [8],
        "dropout": [9, 10],
        "deferred": [11, 12],
        "dense": [13],
        "hybrid": [14],
        "norm": [15],
    }


FIRST = {"loop": [1, 2], "linreg": [3, 4], "regression": [5, 6, 7]}


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        # Half of the course: what could be a later exercise's as well is the earlier one's.
        (WHOLE[:9], FIRST | {"mlp": [8]}),
        # Without one of those that ask for the same.
        ([*WHOLE[:8], *WHOLE[9:]], FIRST | {"deferred": [10, 11], "hybrid": [13]}),
        ([*WHOLE[:14], *WHOLE[15:]], FIRST | {"mlp": [8], "deferred": [11, 12]}),
        (WHOLE[5:9], {"regression": [0, 1, 2], "mlp": [3]}),
        ([*WHOLE[5:9], "make_net"], {"regression": [0, 1, 2], "mlp": [3], "hybrid": [4]}),
        (
            [*WHOLE[3:9], *WHOLE[11:13]],
            {"linreg": [0, 1], "regression": [2, 3, 4], "mlp": [5]} | {"deferred": [6, 7]},
        ),
        ([*WHOLE[11:13], "make_net"], {"deferred": [0, 1], "hybrid": [2]}),
        (
            ["accuracy", "train_epoch", "make_net", "make_net"],
            {"regression": [2, 0, 1], "mlp": [3]},
        ),
        # Where its place among others tells, once is enough.
        (["MyDense", "make_net", "norm"], {"hybrid": [1]}),
        # A second attempt is the last one's who asks for it.
        ([*WHOLE[1:3], "make_net", "make_net", *WHOLE[9:11]], {"loop": [0, 1], "mlp": [3]}),
        # Out of order.
        (
            [*WHOLE[5:8], *WHOLE[:5], *WHOLE[8:]],
            {"regression": [0, 1, 2], "loop": [4, 5], "linreg": [6, 7]}
            | {"mlp": [8], "deferred": [11, 12], "hybrid": [14]},
        ),
        (
            [*WHOLE[8:9], *WHOLE[5:8], *WHOLE[3:5]],
            {"mlp": [0], "regression": [1, 2, 3], "linreg": [4, 5]},
        ),
        (
            [*WHOLE[:11], "make_net", *WHOLE[11:14], *WHOLE[15:]],
            FIRST | {"mlp": [8], "hybrid": [11], "deferred": [12, 13]},
        ),
        # A correction at the end, of what else tells whose it is.
        (
            [*WHOLE, *WHOLE[5:8]],
            FIRST | {"regression": [16, 17, 18], "mlp": [8], "deferred": [11, 12], "hybrid": [14]},
        ),
        # Made once, for both.
        (["make_net", "dropout", "Dropout", "shapes"], {"mlp": [0], "deferred": [0, 3]}),
        # A stub that is not there leaves the others' definitions theirs.
        (
            [name for name in WHOLE if name != "accuracy"],
            {"loop": [1, 2], "linreg": [3, 4], "mlp": [7], "deferred": [10, 11], "hybrid": [13]},
        ),
        # Nothing tells.
        (["softmax", "make_net"], {}),
        (["make_net"] * 600, {"mlp": [599], "hybrid": [599]}),
    ],
)
def test_other_orders(names: list[str], counts: dict[str, list[int]]):
    shared = {"loop", "linreg", "regression", "mlp", "deferred", "hybrid"}
    found = places(names)
    assert {exercise: found[exercise] for exercise in found if exercise in shared} == counts


SPOKEN = [
    replace(asked, handed_out=handed_out)
    for asked, handed_out in [
        (Wanted("mlp", ["make_net"]), "An nn.Sequential: nn.Dense(256), nn.Dense(10)."),
        (Wanted("deferred", ["make_net", "shapes"]), "Dense(256) and Dense(10)."),
        (Wanted("hybrid", ["make_net"]), "An nn.HybridSequential: nn.Dense(256), nn.Dense(2)."),
    ]
]
MLP, HYBRID, OTHER = (
    f"def make_net():\n    return {net}\n"
    for net in ("nn.Sequential(256, 10)", "nn.HybridSequential(256, 2)", "nets[256]")
)
SHAPES = "def shapes(net, X): return 256, 10\n"


@pytest.mark.parametrize(
    ("pieces", "counts"),
    [
        ([HYBRID], {"hybrid": HYBRID}),
        ([MLP], {"mlp": MLP}),
        ([OTHER], {}),
        (
            ["# hybrid\n\n", OTHER, "# mlp\n\n", OTHER.replace("256", "7")],
            {"mlp": "7", "hybrid": "256"},
        ),
        ([HYBRID, MLP], {"mlp": MLP, "hybrid": HYBRID}),
        ([MLP, OTHER], {"mlp": MLP, "hybrid": OTHER}),
        # Two attempts at one of them.
        ([MLP.replace("256", "25"), MLP], {"mlp": MLP}),
        ([HYBRID, MLP, HYBRID.replace("256", "300")], {"mlp": MLP, "hybrid": "300"}),
        # What stands beside another's work is not asked for its words.
        ([HYBRID, MLP, SHAPES], {"hybrid": HYBRID, "deferred": MLP}),
    ],
)
def test_words_tell_of_exercises_that_ask_for_one_name(pieces: list[str], counts: dict[str, str]):
    """Sizes and classes, or an exercise's name above it; without any, their order does."""
    sources = parts(Source("ada.py", "".join(pieces)), SPOKEN).sources
    assert sources.keys() == counts.keys()
    for exercise, source in sources.items():
        last = source.text[source.text.rindex("def make_net") :]
        assert counts[exercise] in last + SHAPES


LOOP = ["train_epoch(net, loss, batches, update)", "train(net, loss, batches, update, n, X, y)"]
NET_1, NET_10, NET_256, NET_2 = (
    f"make_net(): {layers}"
    for layers in ("Dense(1)", "Dense(10)", "Dense(256), Dense(10)", "Dense(256), Dense(2)")
)
TRAIN = "train(net, features, labels, lr, num_epochs, batch_size)"
ACCURACY, EPOCH = "accuracy(data_iter, net)", "train_epoch(net, train_iter, loss, trainer, size)"
OWN = "train(net, train_iter, test_iter, num_epochs, lr)"
ANY = "make_net(): Dense(outputs)"


def written(pieces: list[str]) -> list[str]:
    """A definition for each, such as `make_net(): Dense(1)`; its docstring is its letter."""
    halves = [piece.partition(": ") for piece in pieces]
    return [
        f"def {head}:\n    '{letter}'\n    return {body or 0}\n"
        for letter, (head, _, body) in zip(ascii_lowercase, halves, strict=False)
    ]


CALLED = [
    replace(asked, handed_out="".join(written(handed_out)))
    for asked, handed_out in [
        (Wanted("loop", ["train_epoch", "train"]), LOOP),
        (Wanted("linreg", ["make_net", "train"]), [NET_1, TRAIN]),
        (Wanted("regression", ["make_net", "accuracy", "train_epoch"]), [NET_10, ACCURACY, EPOCH]),
        (Wanted("mlp", ["make_net"]), [NET_256]),
        (Wanted("hybrid", ["make_net"]), [NET_2]),
        (Wanted("square", ["square"]), ["square(X)"]),
    ]
]
REGRESSION = [NET_10, ACCURACY, EPOCH]


@pytest.mark.parametrize(
    ("pieces", "counts"),
    [
        # A demonstration's own train below the next net.
        ([NET_1, TRAIN, NET_256, OWN], {"linreg": [0, 1], "mlp": [2]}),
        (
            [NET_1, TRAIN, NET_256, "train(net, train_iter, test_iter, num_epochs, size, lr)"],
            {"linreg": [0, 1], "mlp": [2]},
        ),
        ([NET_1, TRAIN, ANY, OWN], {"linreg": [0, 1], "mlp": [2]}),
        (
            [*REGRESSION, NET_256, "accuracy(net, data)", "train_epoch(net, data)"],
            {"regression": [0, 1, 2], "mlp": [3]},
        ),
        ([*LOOP, NET_1, TRAIN, OWN], {"loop": [0, 1], "linreg": [2, 3]}),
        ([*REGRESSION, NET_256, OWN], {"regression": [0, 1, 2], "mlp": [3]}),
        ([NET_256, OWN], {"mlp": [0]}),
        ([*REGRESSION, TRAIN], {"regression": [0, 1, 2]}),
        ([TRAIN, OWN, NET_1], {"linreg": [2, 0]}),
        ([ANY, "make_net(sizes)"], {}),
        # The arguments tell of which of two exercises a train is, wherever it stands.
        ([NET_1, *LOOP[::-1], TRAIN], {"loop": [2, 1], "linreg": [0, 3]}),
        (
            [ANY, ANY, TRAIN, ACCURACY, EPOCH, *LOOP],
            {"linreg": [1, 2], "regression": [0, 3, 4], "loop": [5, 6]},
        ),
        # Pasted again: alone, or the whole exercise.
        ([ANY, TRAIN, ANY, TRAIN], {"linreg": [0, 1], "mlp": [2]}),
        ([ANY, *REGRESSION[1:], ANY, *REGRESSION[1:]], {"regression": [0, 1, 2], "mlp": [3]}),
        ([NET_1, TRAIN, f"{NET_1}, 1", TRAIN], {"linreg": [2, 3]}),
        # Mended below.
        ([NET_1, TRAIN, NET_256, f"{TRAIN}: 1"], {"linreg": [0, 3], "mlp": [2]}),
        # By its sizes a net is another exercise's than the one beside which it stands.
        (
            [NET_1, NET_10, NET_256, TRAIN, ACCURACY, EPOCH],
            {"linreg": [0, 3], "regression": [1, 4, 5], "mlp": [2]},
        ),
        (
            [TRAIN, NET_1, ACCURACY, EPOCH, NET_10],
            {"linreg": [1, 0], "regression": [4, 2, 3]},
        ),
        ([NET_1, TRAIN, "make_net(hidden=64): Dense(hidden), Dense(1)"], {"linreg": [0, 1]}),
        ([NET_1, TRAIN, NET_256, f"{NET_1}, 1"], {"linreg": [0, 1], "mlp": [2]}),
        # Wrong sizes and wrong arguments are to be told.
        ([NET_10, TRAIN, *REGRESSION], {"linreg": [0, 1], "regression": [2, 3, 4]}),
        ([NET_1, OWN], {"linreg": [0, 1]}),
        (
            [NET_1, OWN, *REGRESSION, NET_256],
            {"linreg": [0, 1], "regression": [2, 3, 4], "mlp": [5]},
        ),
        (["square(X, y)", "square()"], {"square": [1]}),
        (["square(X)", "square(X, y)"], {"square": [0]}),
        # Nothing but the loop's train may be meant.
        ([*LOOP, NET_256], {"loop": [0, 1], "mlp": [2]}),
        ([*LOOP, NET_10, ACCURACY, NET_256], {"loop": [0, 1], "regression": [2, 3, 0], "mlp": [4]}),
    ],
)
@pytest.mark.parametrize("notebook", [False, True])
def test_arguments_and_sizes_tell(
    pieces: list[str], counts: dict[str, list[int]], *, notebook: bool
):
    """Also a demonstration's definitions, which do not take the place of the work."""
    texts = written(pieces)
    source = Source("ada", cells=tuple(texts)) if notebook else Source("ada", "".join(texts))
    found = {}
    for exercise, part in parts(source, CALLED).sources.items():
        defined: dict[str, object] = {}
        exec(part.code, defined)
        stubs = next(asked.stubs for asked in CALLED if asked.id == exercise)
        found[exercise] = [ascii_lowercase.index(defined[stub].__doc__ or "") for stub in stubs]
    assert found == counts


def test_who_asks_about_one_exercise_means_it():
    """Whatever the only definition looks like; several are told apart all the same."""
    asked = [replace(one, unasked=one.id != "mlp") for one in SPOKEN]
    one, both = Source("ada.py", HYBRID), Source("ada.py", HYBRID + MLP)
    assert asking_for(parts(one, asked), one, "ada.py", asked)[0].keys() == {"mlp"}
    assert MLP in asking_for(parts(both, asked), both, "ada.py", asked)[0]["mlp"].text


COURSE = load(Path(__file__).parents[2] / "solutions")


@pytest.mark.parametrize(
    "order",
    [
        ["hybrid_sequential", "mlp"],
        ["mlp", "hybrid_sequential", "deferred_init"],
        ["sigmoid", "cross_entropy", "graph_conv", "weight_decay", "mlp", "devices"],
    ],
)
@pytest.mark.parametrize("told", [False, True])
def test_sizes_come_before_words_and_places(order: list[str], *, told: bool):
    """Each section begins with its own text, or there is none."""
    texts = {name: COURSE.entry(name).reference for name in order}
    if not told:
        trees = {name: ast.parse(text) for name, text in texts.items()}
        for tree in trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    node.body = [part for part in node.body if not _is_text(part)] or node.body
        texts = {name: ast.unparse(tree) for name, tree in trees.items()}
    found = parts(Source("hw.py", "\n".join(texts.values())), wanted(COURSE))
    assert found.sources.keys() >= {*order}
    for name in {"mlp", "hybrid_sequential"} & {*order}:
        own = "HybridSequential" if name == "hybrid_sequential" else "nn.Sequential"
        net = found.defined[name]["make_net"]
        assert own in "".join(net)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_an_attempt_farther_down_counts():
    assert places(["softmax", "dropout", "Dropout", "softmax"]) == {
        "softmax": [3],
        "dropout": [1, 2],
    }


def part(exercise: str, *cells: str) -> tuple[str, ...]:
    return parts(Source("ada.ipynb", cells=cells), WANTED).sources[exercise].cells


def test_a_notebook_is_run_as_far_as_to_the_work():
    """What later cells import or call in another way is theirs."""
    cells = ["def dropout(): pass", "class Dropout: pass", "import random", "from x import random"]
    dense = "import random\nclass MyDense: pass\n"
    assert part("dropout", *cells, dense, "print()") == (*cells,)
    assert part("dense", *cells, dense, "print()") == (*cells, dense, "print()")
    both = "class Dropout: pass\n\n@wrapped\n@twice(\n)\ndef norm(): pass\nprint()\n"
    assert part("dropout", cells[0], both) == (cells[0], "class Dropout: pass\n\n")


def test_of_a_file_others_definitions_are_left_out():
    """Helpers below stay, and every line keeps its number."""
    own, others = "def make_net(): return help()\n", "@wrapped\ndef make_net():\n    pass\n"
    rest = "x = 1\ndef help(): pass\n"
    first = "def train_epoch(): 1\ndef train(): 1\n"
    after = "def dropout(): 1\nclass Dropout: pass\n"
    source = Source("ada.py", f"{first}{own}{after}class MyDense: pass\n{others}{rest}")
    found = parts(source, WANTED).sources
    assert found["mlp"].text == source.text.replace(others, "\n\n\n")
    assert found["hybrid"].text == found["dropout"].text == source.text


STUB = "def {}():\n    raise NotImplementedError\n"


def test_a_stub_that_is_filled_in_below_is_none_of_the_definitions():
    """As in a notebook that keeps the stubs' cells."""
    cells = []
    for names in (["train_epoch", "train"], ["make_net", "accuracy", "train_epoch"], ["make_net"]):
        cells += ["".join(map(STUB.format, names)), "".join(f"def {name}(): 1\n" for name in names)]
    found = parts(Source("ada.ipynb", cells=tuple(cells)), WANTED)
    ends = {exercise: len(source.cells) for exercise, source in found.sources.items()}
    assert ends == {"loop": 2, "regression": 4, "mlp": 6}
    assert found.several == {
        "train_epoch": ["loop", "regression"],
        "make_net": ["regression", "mlp"],
    }


def test_nor_is_one_below_the_work():
    """As in a notebook that keeps the stub's cell behind the work."""
    assert part("softmax", "def softmax(): 1", STUB.format("softmax")) == ("def softmax(): 1",)
    # Of a name that others ask for it may be another exercise's, which is not done yet.
    source = Source("ada.py", "".join(written([NET_256])) + STUB.format("make_net"))
    assert parts(source, CALLED).several == {"make_net": ["mlp", "hybrid"]}


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("softmax = partial(_softmax, axis=1)", True),
        ("softmax = functools.partial(f)", True),
        ("softmax = _Softmax(1)", True),
        ("softmax = layers.normalised  # alias", True),
        ("softmax = lambda X: X", True),
        ("softmax = nd.exp(X)", False),
        ("softmax = 1", False),
        ("softmax == Softmax", False),
    ],
)
def test_what_a_name_gets_may_be_the_work(line: str, counts: bool, tmp_path: Path):
    (tmp_path / "ada.py").write_text(f"def norm(): pass\n{line}\n")
    assert list(read(tmp_path / "ada.py", WANTED).sources) == ["softmax"] * counts + ["norm"]


def test_a_note_says_which_counts_for_which(tmp_path: Path):
    """Nothing tells it better than to see that it went wrong."""
    (tmp_path / "ada.py").write_text(text(WHOLE))
    found = read(tmp_path / "ada.py", WANTED)
    assert found.notes[-1] == (
        "ada.py defines make_net several times: these count for linreg, regression, mlp, deferred "
        "and hybrid, in this order."
    )
    assert [note.split()[2] for note in found.notes] == ["train_epoch", "train", "make_net"]


def test_in_a_folder_too(tmp_path: Path):
    """Each of the files, and one exercise alone as among all."""
    (tmp_path / "week1.py").write_text(text(WHOLE[:9]))
    cells = [{"cell_type": "code", "source": f"def {name}(): pass"} for name in WHOLE[9:]]
    notebook = {"nbformat": 4, "cells": cells}
    (tmp_path / "week2.ipynb").write_text(json.dumps(notebook))
    sources = read(tmp_path, WANTED).sources
    assert {source.filename for source in sources.values()} == {"week1.py", "week2.ipynb"}
    gone = [3, 5, 8]
    lines = [("" if i in gone else line) for i, line in enumerate(text(WHOLE[:9]).split("\n"))]
    assert sources["mlp"].text == text(WHOLE[:9])
    assert sources["linreg"].text.split("\n")[3:6] == [
        lines[4].replace("train", "make_net").replace("4", "3"),
        lines[4],
        "",
    ]
    assert sources["hybrid"].cells[-1] == "def make_net(): pass"
    for asked in WANTED:
        alone = [replace(other, unasked=other is not asked) for other in WANTED]
        assert read(tmp_path, alone).sources == {asked.id: sources[asked.id]}


def test_parts_of_a_file_are_hashed(tmp_path: Path):
    """A change in any of them is a change."""
    digests = set()
    for last in ("return 14", "return 15", "return 14 # the same"):
        (tmp_path / "ada.py").write_text(text(WHOLE).replace("return 14", last))
        digests.add(read(tmp_path / "ada.py", WANTED).digest)
    assert len(digests) == 3


def test_a_giant_takes_no_longer():
    """Than to tell its definitions."""
    lines = "make_net = x\ndef make_net(): 0\nfrom x import *\n"
    giant = Source("ada.py", text(WHOLE) + lines * (2**20 // len(lines)))
    began = time.process_time()
    assert len(parts(giant, WANTED).sources) == len(WANTED)
    assert time.process_time() - began < 20
