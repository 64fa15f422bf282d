"""The page as text: everything is in it, and nothing that a submission wrote becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from grader.report.html import page
from grader.report.record import Report
from tests.report import pictured, samples
from tests.report.test_terminal import REPORTS, unloaded

VOID = {"meta", "link", "br", "img", "path", "rect", "circle"}
ALLOWED = {
    *("html", "head", "meta", "link", "title", "style", "body", "header", "main", "footer"),
    *("section", "h1", "h2", "h3", "h4", "p", "a", "span", "strong", "code", "pre", "ul", "li"),
    *("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"),
    *("details", "summary", "figure", "figcaption", "svg", "path", "rect", "circle", "text"),
}


class Reader(HTMLParser):
    """Keeps what a page holds; fails where its elements do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def read(report: Report) -> Reader:
    return Reader(page.render(report))


def words(reader: Reader) -> str:
    return " ".join(reader.text.split())


def test_everything_about_a_failing_check_is_there() -> None:
    """Score, next action, state, message, cause, hint, both matrices, lines and output."""
    text = words(read(samples.one()))
    for said in (
        "Next",
        "partly",
        "10 elements are not finite.",
        "exp overflows float32 above 88",
        "softmax.py, line 14",
        "return E / E.sum(axis=1)",
        "max logit 2874.1",
        "expected (4, 10)",
        "actual (4, 10)",
        "grader debug softmax:",
        "seed 20220222",
    ):
        assert said in text


@pytest.mark.parametrize("make", samples.SAMPLES.values(), ids=list(samples.SAMPLES))
def test_every_exercise_has_a_row(make: samples.Make) -> None:
    """With its id, and its state in words; and elements nest."""
    report = make()
    found = read(report)
    rows = sum(tag == "th" and a.get("scope") == "row" for tag, a in found.tags)
    assert rows >= len(report.exercises)
    for exercise in report.exercises:
        assert f"{exercise.title} {exercise.id}" in found.text


def test_what_cannot_be_run_is_told_once() -> None:
    """With the place in one's own code; no check is said to have run."""
    text = words(read(samples.report([unloaded()], "Next.")))
    said = (
        "SyntaxError: invalid syntax Your code dropout.py, line 3 def dropout(X: 2 checks not run"
    )
    assert said in text
    assert (text.count("SyntaxError"), "Chance" in text) == (1, False)


def test_ones_own_report_is_headed_so() -> None:
    """There is no other to be told from."""
    text = page.render(samples.complete())
    assert "<title>18 of 18 points</title>" in text
    assert "<h1>Report</h1>" in text


def test_links_lead_to_parts_of_the_page() -> None:
    """Every id is there once, and every link has its target."""
    found = read(pictured.report())
    ids = [a["id"] for _, a in found.tags if "id" in a]
    links = [a["href"] or "" for tag, a in found.tags if tag == "a"]
    named = [a["aria-labelledby"] or "" for _, a in found.tags if "aria-labelledby" in a]
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} | set(named) <= set(ids)


def test_each_picture_says_what_it_shows() -> None:
    """For those who do not see it."""
    found = read(pictured.report())
    drawn = [a["aria-label"] or "" for t, a in found.tags if t == "svg" and a.get("role") == "img"]
    assert len(drawn) >= 5
    assert drawn[0].startswith("expected: 4 rows, 10 columns, from 0.0")
    assert drawn[1].endswith("and some nan or infinite")
    assert drawn[3].startswith("5,000 draws in ")
    assert "4 numbers beside 4 expected ones; 1 of them" in drawn[4]


def test_nothing_becomes_markup() -> None:
    """Neither an element nor an attribute is made from what a submission wrote."""
    text = page.render(pictured.hostile())
    found = Reader(text)
    assert {tag for tag, _ in found.tags} <= ALLOWED
    names = {name for _, a in found.tags for name in a}
    assert not {name for name in names if name.startswith("on")}
    assert {a["href"] for tag, a in found.tags if tag == "a"} <= {"#exercises", "#exercise-1"}
    assert "<script>alert(1)</script>" in found.text
    assert "{{ 7 * 7 }}" in found.text


def test_nothing_hides_or_reorders() -> None:
    """Control characters, overrides and surrogates are shown as escapes."""
    text = page.render(pictured.hostile())
    assert text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", text)
    assert r"\x1b[31m\x07\x00 \u202eesrever\u202c \ud800" in text


def test_long_texts_are_cut() -> None:
    """64 KiB on one line, in every place, make a page of no more than some 100 KiB."""
    text = page.render(pictured.hostile())
    assert "more characters)" in text
    assert len(text) < 150_000


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """No address, and a policy that forbids both."""
    text = page.render(pictured.report())
    assert "<script" not in text
    addresses = re.findall(r'(?:src|href|xlink:href|srcset)\s*=\s*"([^"]*)"', text)
    assert addresses
    assert {address[:1] for address in addresses} == {"#", "d"}  # a place here, or data:
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_withheld_seed_and_hidden_check() -> None:
    """Neither a seed nor a command is shown where the seed is not known."""
    text = words(read(replace(pictured.report(), seed=None)))
    assert "seed" not in text
    assert "Reproduce" not in text


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_any_record_becomes_a_page(report: Report) -> None:
    """Whatever a record holds: elements nest, and only ours are there."""
    assert {tag for tag, _ in read(report).tags} <= ALLOWED


def test_the_page_is_written_as_a_whole(tmp_path: Path) -> None:
    """Folders are made; a path that cannot be written is told in a sentence."""
    page.write(samples.one(), tmp_path / "a" / "report.html", program="grader")
    assert (tmp_path / "a" / "report.html").read_text("utf-8") == page.render(samples.one())
    with pytest.raises(OSError, match=r"could not be written: Is a directory\.$"):
        page.write(samples.one(), tmp_path)
