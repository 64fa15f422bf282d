"""The page in a real browser: headless Chromium, on a telephone and on a desk, by day and night."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from grader.report.html import page as html
from grader.report.record import Report
from tests.report import pictured, samples

SIZES = [(360, 740), (1440, 900)]
SCHEMES = ["light", "dark"]
REPORTS = {
    "pictured": pictured.report,
    "hostile": pictured.hostile,
    "complete": samples.complete,
    "fresh": samples.fresh,
}

CONTRAST = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
      if (colour[3] !== 0) throw new Error('half transparent: ' + e.className);
    }
    return [255, 255, 255, 255];
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const front = rgba(element.closest('svg') ? style.fill : style.color);
    const [a, b] = [light(front), light(behind(element))].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), element.tagName + '.' + element.className.toString()
                + ': ' + texts.currentNode.data.trim().slice(0, 30)]);
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; where there is none the test is skipped, and fails in CI."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI must look at the page, but there is no Chromium")
        pytest.skip("there is no Chromium")
    with sync_playwright() as driver:
        # Chromium has no sandbox of its own as root; nothing but our own page is opened.
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Opened:
    """A page, and everything that it asked for and complained about."""

    def __init__(self, browser: Browser, folder: Path, report: Report, **context: Any) -> None:
        path = folder / "report.html"
        html.write(report, path)
        self.page: Page = browser.new_context(**context).new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())
        self.asked.remove(path.as_uri())


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}px")
def size(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {"viewport": {"width": request.param[0], "height": request.param[1]}}


def opened_wide(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("make", REPORTS.values(), ids=list(REPORTS))
def test_quiet_and_as_wide_as_the_screen(
    browser: Browser, tmp_path: Path, make: samples.Make, size: dict[str, Any]
) -> None:
    """No error, no request, no dialog; nothing sticks out, also with every part open."""
    shown = Opened(browser, tmp_path, make(), **size)
    opened_wide(shown.page)
    width = size["viewport"]["width"]
    out = shown.page.evaluate(
        """width => [...document.querySelectorAll('body *')]
           .filter(e => !e.closest('.scroll, svg, .skip, .unseen'))
           .filter(e => e.getBoundingClientRect().right > width + 0.5)
           .map(e => e.tagName + '.' + e.className)""",
        width,
    )
    assert out == []
    assert shown.page.evaluate("document.documentElement.scrollWidth") == width
    shown.page.wait_for_timeout(50)
    assert (shown.said, shown.asked) == ([], [])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast(browser: Browser, tmp_path: Path, size: dict[str, Any], scheme: Any) -> None:
    """Every text has a contrast of 4.5 to 1 at least (WCAG 2, AA), in both schemes."""
    shown = Opened(browser, tmp_path, pictured.report(), color_scheme=scheme, **size)
    opened_wide(shown.page)
    found = shown.page.evaluate(CONTRAST)
    assert len(found) > 100
    assert [pair for pair in found if pair[0] < 4.5] == []


def test_dark_is_dark(browser: Browser, tmp_path: Path) -> None:
    """The reader's scheme decides."""
    papers = []
    for scheme in ("light", "dark"):
        shown = Opened(browser, tmp_path, samples.one(), color_scheme=scheme)
        papers.append(shown.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers == ["rgb(251, 250, 247)", "rgb(21, 24, 27)"]


def test_text_is_large_enough(browser: Browser, tmp_path: Path, size: dict[str, Any]) -> None:
    """12 pixels at least, but in drawings 9."""
    shown = Opened(browser, tmp_path, pictured.report(), **size)
    opened_wide(shown.page)
    sizes = shown.page.evaluate(
        """[...document.querySelectorAll('body *')]
           .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
           .map(e => {
             const svg = e.closest('svg');
             const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
             return [!!svg, parseFloat(getComputedStyle(e).fontSize) * scale];
           })"""
    )
    assert min(pixels for drawn, pixels in sizes if drawn) >= 9
    assert min(pixels for drawn, pixels in sizes if not drawn) >= 12


def test_headings_go_down_one_step_at_a_time(browser: Browser, tmp_path: Path) -> None:
    """One h1, and no level is left out."""
    shown = Opened(browser, tmp_path, pictured.report())
    levels = shown.page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_keyboard(browser: Browser, tmp_path: Path) -> None:
    """The way leads past the head first, then through the page in its order; Enter opens."""
    shown = Opened(browser, tmp_path, pictured.report())
    page = shown.page
    stops = []
    page.evaluate("window.stops = []")
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body || stops.includes(e)) return null;
              stops.push(e);
              const box = e.getBoundingClientRect();
              const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
              const ringed = getComputedStyle(e).outlineStyle !== 'none';
              return [e.tagName, seen && ringed];
            }"""
        )
        if stop is None:
            break
        stops.append(stop)
    assert stops[0] == ["A", True]
    assert all(visible for _, visible in stops)
    assert page.evaluate("document.querySelectorAll('summary').length") == sum(
        tag == "SUMMARY" for tag, _ in stops
    )
    assert page.evaluate(
        """stops.every((e, i) => !i ||
           stops[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)"""
    )


def test_skip_link_and_summaries_work_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """Enter on the first link leads to the exercises; on a summary it opens its part."""
    page = Opened(browser, tmp_path, pictured.report()).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "exercises"
    closed = page.locator("details:not([open]) > summary").first
    part = closed.locator("xpath=..")
    handle = part.element_handle()
    closed.focus()
    page.keyboard.press("Enter")
    assert handle is not None
    assert handle.evaluate("part => part.open")
