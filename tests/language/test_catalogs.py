"""Every catalog is complete and current, and keeps what a translation must keep."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from grader.course import cataloguing, notebooks
from grader.course.files import CourseError
from grader.course.loading import load
from grader.course.translating import docstrings
from grader.language import catalogs
from grader.language.review import review
from tests.language.conftest import Command, in_chinese
from tools import catalogs as own

ROOT = Path(__file__).parents[2]
COURSE = load(ROOT / "solutions", "en")
PLACES = {"course": (COURSE.folder, cataloguing.of_course(COURSE))}
PLACES |= {entry.id: (entry.folder, cataloguing.of_exercise(entry)) for entry in COURSE.entries}

STALE = "run `make catalogs`"
OPEN = "write what is missing into its msgstr; docs/AUTHORING.md says how"


def findings(text: bytes) -> list[str]:
    return [str(finding) for finding in review(catalogs.parsed(text))]


def test_the_graders_own_are_complete_and_current() -> None:
    """Nothing is missing, stale or fuzzy; out of step? `make catalogs` brings them up to date."""
    for path, text in own.brought_up_to_date():
        assert path.read_bytes() == text, f"{path}: {STALE}"
        assert findings(text) == [], f"{path}: {OPEN}"


@pytest.mark.parametrize("place", PLACES)
def test_the_courses_are_complete_and_current(place: str) -> None:
    """The same; formulas keep their words, so that the notebook can set them."""
    for path, text in cataloguing.brought_up_to_date(*PLACES[place]).items():
        assert path.exists(), f"{path}: {STALE}"
        assert path.read_bytes() == text, f"{path}: {STALE}"
        assert findings(text) == [], f"{path}: {OPEN}"


def test_notebooks_can_be_made_in_chinese() -> None:
    """Whatever is translated so far: no formula is lost."""
    course = load(ROOT / "solutions", "zh_CN")
    for entry in course.entries:
        assert notebooks.notebook(entry, course)


def test_no_function_calls_what_it_has_assigned_to() -> None:
    """`done, _ = wait(...)` makes `_` a variable of the whole function."""
    wrong = [
        f"{path}:{node.lineno}"
        for path in sorted((ROOT / "grader").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and {"store", "call"} <= set(_uses(node))
    ]
    assert wrong == []


def test_nothing_to_translate_stands_within_an_f_string() -> None:
    """Babel finds it there with some versions of Python, and with others does not."""
    wrong = [
        f"{path}:{node.lineno}"
        for path in sorted((ROOT / "grader").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue)
        for part in ast.walk(node)
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "_"
    ]
    assert wrong == []


def _uses(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id == "_":
            yield "store" if isinstance(node.ctx, ast.Store) else "call"
        if isinstance(node, ast.arg) and node.arg == "_":
            yield "store"


def catalog(**messages: str) -> Catalog:
    made = Catalog()
    for note, english in messages.items():
        made.add(english, auto_comments=[note])
    return made


BEFORE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

# A translator's own note.
#. title
msgid "Softmax"
msgstr "Softmax-zh"

#. hint
msgid "It is gone."
msgstr "gone-zh"

#, fuzzy
msgid "Was it meant so?"
msgstr "so-zh"
"""


def test_an_update_keeps_what_is_translated_and_nothing_else() -> None:
    """New messages are open, what is gone is left out, what was guessed is open again."""
    found = catalog(title="Softmax", hint="It is new.", more="Was it meant so?")
    made = catalogs.updated(found, BEFORE.encode(), "zh_CN")
    assert catalogs.updated(found, made, "zh_CN") == made
    assert {m.id: m.string for m in catalogs.parsed(made) if m.id} == {
        "Softmax": "Softmax-zh",
        "It is new.": "",
        "Was it meant so?": "",
    }
    assert "# A translator's own note.\n#. title\n" in made.decode()
    assert "gone" not in made.decode()


@pytest.mark.parametrize(
    ("english", "translated", "says"),
    [
        ("{a} of {b}", "{b} {a}", ""),
        ("{a} of {b}", "{a}", "other fields"),
        ("{a} of {b}", "{a} {", "other fields"),
        ("end it with `return`", "`return` zh", ""),
        ("end it with `return`", "return zh", "other `code`"),
        ("a draw from N(0, 1)", "zh N(0,\n1)", ""),
        ("a draw from N(0, 1)", "zh N(0,1)", "does not keep N(0, 1)"),
        ("anything", "", "is not translated"),
    ],
)
def test_what_a_translation_must_keep(english: str, translated: str, says: str) -> None:
    made = Catalog(locale="zh_CN")
    notes = ["keep: N(0, 1)"] if "N(0" in english else []
    made.add(english, translated, auto_comments=notes)
    said = [str(finding) for finding in review(made)]
    assert [says in text for text in said] == ([True] if says else [])


def test_authors_update_their_courses_catalogs(command: Command, translated: Path) -> None:
    """A new message is named, and the exit status says that something is open."""
    done = command("course", "catalogs")
    assert (done.exit_code, done.stdout) == (0, "3 catalogs: everything is translated\n")
    checks = translated / "square" / "checks.py"
    checks.write_text(checks.read_text().replace("Multiply X by itself.", "Take X times X."))
    done = command("course", "catalogs", "--exercise", "square")
    assert done.exit_code == 1
    assert done.stdout == "solutions/square/zh_CN.po: 'Take X times X.' is not translated\n"
    text = (translated / "square" / "zh_CN.po").read_text()
    assert "Multiply X by itself." not in text
    assert load(translated, "zh_CN").entries[0].exercise.checks[0].hint == "Take X times X."


def test_what_another_exercise_says_is_translated_alike(command: Command, translated: Path) -> None:
    """In the one that was asked for, though the other was not."""
    checks = translated / "square" / "checks.py"
    common = "Adds the number to each element."
    checks.write_text(checks.read_text().replace("Multiply X by itself.", common))
    done = command("course", "catalogs", "--exercise", "square")
    assert (done.exit_code, done.stdout) == (0, "1 catalog: everything is translated\n")
    said = load(translated, "zh_CN").entries[0].exercise.checks[0].hint
    assert said == in_chinese(common)


@pytest.mark.parametrize("text", [b"msgid nothing", b"\xff\xfe"])
def test_a_broken_catalog_is_named(translated: Path, text: bytes) -> None:
    (translated / "square" / "zh_CN.po").write_bytes(text)
    with pytest.raises(CourseError, match=r"square/zh_CN\.po: this is no catalog of gettext's"):
        load(translated, "zh_CN")
    assert load(translated, "en").entries[0].id == "square"


DOCUMENTED = '''\
"""A."""


class Net:
    r"""One \\alpha.

    Two.
    """

    def forward(self, X):
        """Three."""  # a remark
        return "Two."
'''


def test_docstrings_are_translated_in_their_place() -> None:
    """By paragraphs, with their indentation; nothing else is touched."""
    said = {"A.": 'B "C"', "One \\alpha.": "Eins \\alpha.", "Three.": "Drei\nvier"}
    made = docstrings(DOCUMENTED, lambda text: said.get(text, text))
    assert ast.get_docstring(ast.parse(made)) == 'B "C"'
    net = ast.parse(made).body[1]
    assert isinstance(net, ast.ClassDef)
    assert ast.get_docstring(net) == "Eins \\alpha.\n\nTwo."
    assert ast.get_docstring(net.body[1]) == "Drei\nvier"  # type: ignore[arg-type]  # a class
    assert 'return "Two."\n' in made


def test_a_course_is_translated_where_it_is_read(translated: Path) -> None:
    """Titles, hints, sentences; what the judge and the workers see stays as it is."""
    english, chinese = (load(translated, language) for language in ("en", "zh_CN"))
    assert chinese.title == in_chinese(english.title)
    for one, other in zip(english.entries, chinese.entries, strict=True):
        assert other.exercise.title == in_chinese(one.exercise.title)
        for check, said in zip(one.exercise.checks, other.exercise.checks, strict=True):
            assert (said.title, said.probe.__name__) == (in_chinese(check.title), check.name)
            assert said.hints == tuple(map(in_chinese, check.hints))
        assert [m.sentence for m in other.mistakes] == [
            in_chinese(m.sentence) for m in one.mistakes
        ]
        assert (one.reference, one.checks) == (other.reference, other.checks)
