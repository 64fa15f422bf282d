"""The class's page, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from grader.classroom.analysis import Analysis, analyse
from grader.classroom.report import page
from grader.report.record import Report
from tests.classroom.reporting.classes import NAMES, gradebook
from tests.classroom.reporting.test_analysis import book, lone
from tests.report import samples

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def path(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a class with every awkward name."""
    made = tmp_path_factory.mktemp("page") / "class.html"
    page.write(analyse(gradebook(reports, 40, hide="survives_large_logits")), made)
    return made


def rendered(analysis: Analysis, folder: Path) -> str:
    """The page."""
    page.write(analysis, folder / "class.html")
    return (folder / "class.html").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Visit:
    """One visit, and everything that the page did or asked for."""

    def __init__(self, browser: Browser, path: Path, width: int, scheme: str) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_in_a_browser(browser: Browser, path: Path, width: int, scheme: str) -> None:
    """It asks for nothing, complains of nothing, and fits, also with everything open."""
    visit = Visit(browser, path, width, scheme)
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert visit.said == []
    assert visit.asked == [path.as_uri()]
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    fits = "[...document.querySelectorAll('.scroll')].every(t => t.scrollWidth <= t.clientWidth)"
    assert visit.page.evaluate(fits)  # nothing hints at what would have to be scrolled to
    assert visit.page.title().startswith("Gluon & <friends>: 40 students")
    background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    lightness = sum(map(int, background.removeprefix("rgb(").removesuffix(")").split(",")))
    assert (lightness > 3 * 128) is (scheme == "light")
    visit.context.close()


def test_names_are_text(browser: Browser, path: Path) -> None:
    """A name that looks like a program is read, not run."""
    visit = Visit(browser, path, 1440, "light")
    names = visit.page.locator("#students ~ .scroll tbody th").all_inner_texts()
    assert len(names) == 40
    for name in ("<script>document.title = 'x'</script>", "&amp; \"quotes\" 'and' more", "ada"):
        assert name in names
    assert "\\u202egnp.exe" in names
    assert visit.page.locator("script").count() == 0
    assert visit.page.locator("th bdi").count() == 40
    visit.context.close()


def test_a_link_opens_what_it_leads_to(browser: Browser, path: Path) -> None:
    """From the overview to the checks of an exercise, by keyboard alone."""
    visit = Visit(browser, path, 1440, "light")
    link = visit.page.locator("a[href='#exercise-sgd']").first
    assert not visit.page.locator("#exercise-sgd").is_visible()
    link.focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator("#exercise-sgd").wait_for(state="visible", timeout=5000)
    visit.context.close()


class Outline(HTMLParser):
    """Headings and ids, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))
        about = dict(attrs)
        self.ids += [about["id"] or ""] if "id" in about else []
        target = about.get("href") or ""
        self.targets += [target[1:]] if target.startswith("#") else []


def test_structure(path: Path) -> None:
    """Headings skip no level, every link has its target, no id is used twice."""
    outline = Outline()
    outline.feed(path.read_text("utf-8"))
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert outline.headings[0] == 1
    assert all(after - before <= 1 for before, after in steps)
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.targets) <= set(outline.ids)


def test_numbers_are_the_analysis(reports: list[Report], tmp_path: Path) -> None:
    """What stands on the page is what was computed."""
    analysis = analyse(gradebook(reports, 40))
    text = rendered(analysis, tmp_path)
    assert f">isolation {reports[0].isolation}<" in text
    for exercise in analysis.exercises:
        for item in exercise.items:
            assert f"{item.statuses.get('passed', 0)} of {item.counted}" in text
            if item.discrimination is not None:
                assert f">{item.discrimination:.2f}<" in text
        for _, count in exercise.causes[:8]:
            assert f"{count} times: " in text or "once: " in text


def test_what_nobody_handed_in_is_one_line(tmp_path: Path) -> None:
    """It has neither a row nor a table of its checks."""
    exercises = [samples.exercise("softmax", "done"), samples.exercise("sgd", "missing")]
    text = rendered(analyse(book(exercises)), tmp_path)
    assert "Nobody handed in anything that could be run for: sgd." in text
    assert ("exercise-softmax" in text, "exercise-sgd" in text) == (True, False)


def test_what_is_worth_a_look_is_said_beside_its_list(tmp_path: Path) -> None:
    """And not where there is none."""
    lost = lone(samples.check("a", "A."), samples.check("b", "B.", "failed"))
    said = "Listed are the checks that at least 10 students tried and nobody passed, or whose "
    assert said in rendered(analyse(book(*[lost] * 10)), tmp_path)
    assert "Listed are" not in rendered(analyse(book(*[lost] * 9)), tmp_path)


def test_an_empty_class(tmp_path: Path) -> None:
    """There is a page for it too."""
    assert "Nobody has been graded yet." in rendered(analyse(book()), tmp_path)


def test_names_that_utf8_cannot_hold(tmp_path: Path, reports: list[Report]) -> None:
    """The page is UTF-8 whatever the students are called."""
    text = rendered(analyse(gradebook(reports, len(NAMES))), tmp_path)
    assert "lone \\ud800 surrogate" in text
