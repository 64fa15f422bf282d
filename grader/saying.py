"""A command's sentences: on a terminal they are broken between words, elsewhere not at all."""

from __future__ import annotations

import sys

import typer


def say(text: str, *, err: bool = False) -> None:
    """Print `text` on stdout, or on stderr."""
    if (sys.stderr if err else sys.stdout).isatty():
        from rich.console import Console

        from grader.report.layout import Page

        page = Page.of(Console(stderr=err))
        text = "\n".join(line.plain for line in page.wrap(page.prose(text), page.measure))
    typer.echo(text, err=err)
