"""Copies are found however they are dressed up; honest answers to small exercises are not."""

from __future__ import annotations

import io
import time
import tokenize
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

import pytest
from rich.console import Console

from grader.classroom.similarity import page, terminal, tokens
from grader.classroom.similarity.compared import compared
from grader.classroom.similarity.pairs import Pair, find, threshold
from grader.course.loading import Course, load
from grader.course.stubs import stub
from grader.grading.jobs import wanted
from grader.submission import Source
from grader.submission.parts import parts
from tests.classroom.disguise import disguised

TESTS = Path(__file__).parents[1]
ALTERNATIVES = TESTS / "alternatives"
Works = list[tuple[str, dict[str, str]]]


@pytest.fixture(scope="module")
def real() -> Course:
    return load(TESTS.parent / "solutions")


@pytest.fixture(scope="module")
def alternatives() -> dict[str, dict[str, str]]:
    """Right work in other styles, which its authors did alone: {exercise: {name: source}}."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(ALTERNATIVES.glob("*/*.py")):
        with tokenize.open(path) as file:
            found.setdefault(path.parent.name, {})[path.stem] = file.read()
    return found


@pytest.fixture(scope="module")
def honest(alternatives: dict[str, dict[str, str]]) -> Works:
    """Three students who did all exercises, each in another way."""
    return [
        (name, {exercise: list(works.values())[place] for exercise, works in alternatives.items()})
        for place, name in enumerate(["ada", "bo", "cy"])
    ]


@pytest.fixture(scope="module")
def copied(honest: Works) -> Works:
    """The three, and a fourth who took ten exercises from ada, and disguised them."""
    ten = list(honest[0][1].items())[10:20]
    return [*honest, ("<dee>", {exercise: disguised(source) for exercise, source in ten})]


def source(work: Mapping[str, str]) -> Source:
    """All of it in one notebook."""
    return Source("all.ipynb", cells=tuple(work.values()))


def in_one_file(work: Mapping[str, str], course: Course) -> dict[str, str]:
    """What is compared if it is handed in so."""
    asked = wanted(course)
    return compared(parts(source(work), asked).sources, asked)


def names(pairs: Iterable[Pair]) -> list[set[str]]:
    return [{pair.first, pair.second} for pair in pairs]


class TestHonest:
    def test_other_ways_of_one_exercise(
        self, real: Course, alternatives: dict[str, dict[str, str]]
    ) -> None:
        """No pair among all right solutions of any exercise: 704 pairs, no false alarm."""
        assert sum(len(works) * (len(works) - 1) // 2 for works in alternatives.values()) >= 704
        found = chain.from_iterable(
            find(
                [(name, {exercise: source}) for name, source in works.items()],
                real.only([exercise]),
            )
            for exercise, works in alternatives.items()
        )
        assert names(found) == []

    def test_small_likenesses_do_not_add_up(self, real: Course, honest: Works) -> None:
        assert find(honest, real) == []

    def test_the_obvious_answer(self, real: Course) -> None:
        """Twenty with the notes' three lines, in the same words."""
        line = (
            "from mxnet import nd\n\ndef softmax(X):\n    X_exp = X.exp()\n"
            "    partition = X_exp.sum(axis=1, keepdims=True)\n    return X_exp / partition\n"
        )
        for size in (2, 20):
            works = [(f"s{number}", {"softmax": line}) for number in range(size)]
            assert find(works, real.only(["softmax"])) == []

    @pytest.mark.parametrize(("owners", "pairs"), [(2, 1), (6, 0)])
    def test_a_common_source(
        self, real: Course, alternatives: dict[str, dict[str, str]], owners: int, pairs: int
    ) -> None:
        """What two of two hundred have is theirs; what six have is from a book."""
        book = alternatives["batch_norm"]["as_in_the_book"]
        works = [(f"s{n}", {"batch_norm": book if n < owners else f"x = {n}"}) for n in range(200)]
        assert len(find(works, real.only(["batch_norm"]))) == pairs

    def test_what_the_course_gives(self, real: Course) -> None:
        """Stubs handed in as they are, and the reference, are nobody's own work."""
        for text in (stub, lambda entry: entry.reference):
            given = {entry.id: text(entry) for entry in real.entries}
            assert find([("ada", given), ("bo", given)], real) == []

    def test_one_file_is_compared_once(self, real: Course, honest: Works) -> None:
        """Not in each of the exercises that it counts for."""
        assert find([(name, in_one_file(work, real)) for name, work in honest], real) == []


class TestCopies:
    def test_ten_disguised_exercises(self, real: Course, copied: Works) -> None:
        """Renamed, reordered, other comments; the two are found, and nobody else."""
        (pair,) = find(copied, real)
        assert {pair.first, pair.second} == {"ada", "<dee>"}
        assert pair.bits > 2 * threshold(4)
        assert min(share for match in pair.matches for share in match.shares) > 0.6

    def test_from_a_file_with_all(self, real: Course, honest: Works, copied: Works) -> None:
        """A line has the number that it has in that file."""
        whole = [(name, in_one_file(work, real)) for name, work in honest]
        (pair,) = find([*whole, copied[-1]], real)
        assert {pair.first, pair.second} == {"ada", "<dee>"}
        text = source(dict(honest)["ada"]).code
        shown = dict(pair.matches[0].excerpts[0][pair.second == "ada"].lines)
        assert shown.items() <= dict(enumerate(text.split("\n"), 1)).items()

    def test_one_long_exercise(self, real: Course, alternatives: dict[str, dict[str, str]]) -> None:
        """A long one alone is enough; and the excerpts are the same lines of both."""
        works = alternatives["batch_norm"]
        source = works["as_in_the_book"]
        others = [(name, {"batch_norm": text}) for name, text in works.items()]
        (pair,) = find([*others, ("dee", {"batch_norm": disguised(source)})], real)
        assert {pair.first, pair.second} == {"as_in_the_book", "dee"}
        (match,) = pair.matches
        left, right = match.excerpts[0]
        assert left.lines.items() <= dict(enumerate(source.split("\n"), 1)).items()
        assert abs(len(left.lines) - len(right.lines)) <= len(left.lines) // 2

    def test_docstrings_and_comments_are_not_shown(self, real: Course) -> None:
        """They are the course's, most often, and take the place of what is alike."""
        finished = TESTS.parent / "examples" / "submissions" / "finished"
        work = {path.stem: path.read_text(encoding="utf-8") for path in finished.glob("*.py")}
        (pair,) = find([("ada", work), ("bo", work)], real)
        excerpts = [left for match in pair.matches for left, _ in match.excerpts]
        lines = [line.strip() for excerpt in excerpts for line in excerpt.lines.values()]
        assert "mean = X.mean(axis=axes, keepdims=True)" in lines
        assert not [line for line in lines if not line or line.startswith(("#", '"""'))]

    def test_three_lines_copied_are_not_enough(
        self, real: Course, alternatives: dict[str, dict[str, str]]
    ) -> None:
        works = alternatives["sgd"]
        others = [(name, {"sgd": text}) for name, text in works.items()]
        copy = ("dee", {"sgd": disguised(works["minus_equals"])})
        assert find([*others, copy], real.only(["sgd"])) == []

    def test_not_python(self, real: Course, copied: Works) -> None:
        """What cannot be read as Python hides no copy beside it."""
        odd = ["def f(:\n", "\0\0", "%matplotlib inline\n!ls\n", "a = 1\n" * 20_000, "\r\r'''"]
        noise = [(f"x{n}", {"softmax": text, "sgd": text}) for n, text in enumerate(odd)]
        assert names(find([*copied, *noise], real)) == [{"ada", "<dee>"}]


class TestTokens:
    @pytest.mark.parametrize(
        ("source", "same"),
        [
            ("def f(x):\n    return x.max(axis=1)", "def g(q):\n    return q.max(axis=1)"),
            ("a = 'x'  # one\n", 'b = "yy"\n# two\n'),
            ("self.w = 3\nself.w += 1", "me.v = 3\nme.v += 1"),
            ("from mxnet import nd\nnd.exp(X)", "from mxnet import ndarray_\nndarray_.exp(Q)"),
        ],
    )
    def test_names_of_ones_own_do_not_matter(self, source: str, same: str) -> None:
        assert tokens.read(source).symbols == tokens.read(same).symbols

    @pytest.mark.parametrize(
        ("source", "other"),
        [
            ("X.max(axis=1)", "X.sum(axis=1)"),
            ("X.max(axis=1)", "X.max(axis=0)"),
            ("len(X)", "print(X)"),
            ("X + Y", "X - Y"),
        ],
    )
    def test_what_nobody_can_rename_does(self, source: str, other: str) -> None:
        assert tokens.read(source).symbols != tokens.read(other).symbols

    def test_lines(self) -> None:
        """A docstring and comments stand on lines too."""
        read = tokens.read('"""One\ntwo."""\n# three\nx = (1,\n     y)\n')
        assert list(zip(read.symbols, read.lines, strict=True)) == [
            ("V", 4),
            ("=", 4),
            ("(", 4),
            ("1", 4),
            (",", 4),
            ("V", 5),
            (")", 5),
        ]

    @pytest.mark.parametrize(
        "filler",
        [
            "\n \n",
            "\n\x0b\n",
            "\n\u3000",
            "match" + " " * 20_000 + "x\n",
            "'" + "\\N{" * 10_000,
            "x = '{a[" + "a" * 10_000 + "\n",
        ],
        ids=["blank lines", "vertical tabs", "wide blanks", "one blank", "names", "fields"],
    )
    def test_what_takes_pygments_long(self, filler: str) -> None:
        """What stands before it is read as ever, and the rest takes seconds at most."""
        source = "def f(X):\n    return X.max(axis=1)\n"
        began = time.process_time()
        read = tokens.read(source + filler * (tokens.MOST_CHARACTERS // len(filler)))
        assert time.process_time() - began < 5
        alone = tokens.read(source).symbols
        assert read.symbols[: len(alone)] == alone


class TestRenderings:
    @pytest.mark.parametrize("width", [40, 80, 140])
    def test_terminal(self, real: Course, copied: Works, width: int) -> None:
        """Both excerpts stand side by side within the width."""
        text = self._rendered(find(copied, real), width)
        assert "1 suspicious pair among 4 students" in " ".join(text.split())
        assert max(map(len, text.splitlines())) <= width
        if width > 40:
            assert any("my_0" in line and line.count("nd.") >= 2 for line in text.splitlines())

    def test_nothing_found(self) -> None:
        assert self._rendered([], 80).strip() == "No suspicious pair among 4 students."

    def test_page(self, real: Course, copied: Works, tmp_path: Path) -> None:
        """Names and sources are escaped, and nothing is fetched."""
        page.write(find(copied, real), 4, tmp_path / "similar.html")
        text = (tmp_path / "similar.html").read_text(encoding="utf-8")
        assert "&lt;dee&gt;" in text
        assert "<dee>" not in text
        assert "my_0" in text
        assert not [part for part in ("<script", "http:", "https:", "@import") if part in text]

    @staticmethod
    def _rendered(pairs: list[Pair], width: int) -> str:
        file = io.StringIO()
        terminal.render(pairs, 4, Console(file=file, width=width))
        return file.getvalue()
