"""Keys, each as soon as it is pressed; the terminal is given back as it was."""

from __future__ import annotations

import os
import re
import termios
import tty
from contextlib import suppress

from typing_extensions import Self

_NAMES = {
    "\x1b[A": "up",
    "\x1bOA": "up",
    "\x1b[B": "down",
    "\x1bOB": "down",
    "\x1b[5~": "page up",
    "\x1b[6~": "page down",
    " ": "page down",
    "\x1b[H": "top",
    "\x1bOH": "top",
    "\x1b[1~": "top",
    "\x1b[F": "end",
    "\x1bOF": "end",
    "\x1b[4~": "end",
}
_KEY = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]|.", re.DOTALL)
_BEGUN = re.compile(r"\x1b(?:[\[O][0-9;]*)?\Z")
"""The beginning of a key whose rest is still on its way; over ssh it may take a while."""


SUSPEND = "\x1a"
"""Ctrl-Z arrives as a key.  A signal would stop `make` at once, and the shell would take the
terminal before it is as it was."""
_NONE = b"\0"


class Keys:
    """The terminal `descriptor`; while it is entered, keys need no Return and are not shown."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._begun = ""

    def __enter__(self) -> Self:
        self._before = termios.tcgetattr(self._descriptor)
        tty.setcbreak(self._descriptor)
        mode = termios.tcgetattr(self._descriptor)
        mode[6][termios.VSUSP] = _NONE
        termios.tcsetattr(self._descriptor, termios.TCSANOW, mode)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(termios.error):  # the terminal is gone, and its settings with it
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)

    def fileno(self) -> int:
        """The descriptor that becomes readable."""
        return self._descriptor

    def read(self) -> list[str] | None:
        """The keys that were pressed, by letter in lower case or by name; None at the end."""
        try:
            data = os.read(self._descriptor, 1024)
        except OSError:
            return None
        if not data:
            return None
        text = self._begun + data.decode(errors="ignore")
        begun = _BEGUN.search(text)
        self._begun = begun.group() if begun else ""
        found = _KEY.findall(text.removesuffix(self._begun))
        return [_NAMES.get(key, key.lower()) for key in found]
