"""A shell on a terminal of its own, driven as somebody at the keyboard would."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

from typing_extensions import Self

_CONTROLS = re.compile(r"\x1b(?:[\[?0-9;]*[A-Za-z]|[()][A-B0-2]|[=>])|\r")
PATIENCE = 90.0
"""Seconds; nothing takes a tenth of it on a machine that is not busy."""


class Terminal:
    """`sh` with a terminal of this many columns and rows."""

    def __init__(self, folder: Path, columns: int = 80, rows: int = 24, **more: str) -> None:
        self._master, slave = pty.openpty()
        self.resize(columns, rows)
        # Where these are set, no terminal is asked for its size.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        environment = inherited | {"TERM": "xterm", "PS1": "$ ", "ENV": ""} | more
        # The leader of a session gets the terminal that it opens first for its own.
        opening = 'exec sh -i <"$0" >"$0" 2>&1'
        self._shell = subprocess.Popen(
            ["sh", "-c", opening, os.ttyname(slave)],
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        self._text = self._raw = ""
        self.until("$ ")
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._master)
        self._shell.send_signal(signal.SIGHUP)
        self._shell.wait()

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def until(self, *texts: str) -> str:
        """Everything that was written up to the last of these texts, which come in this order."""
        passed = ""
        ends = time.monotonic() + PATIENCE
        for text in texts:
            while text not in (plain := _CONTROLS.sub("", self._text)):
                if not select.select([self._master], [], [], max(ends - time.monotonic(), 0))[0]:
                    raise AssertionError(f"no {text!r} after {passed!r} in {plain!r}")
                data = os.read(self._master, 65536).decode(errors="replace")
                self._text += data
                self._raw += data
            before, found, self._text = plain.partition(text)
            passed += before + found
        return passed

    def says(self, command: str) -> str:
        """What the shell prints for a command."""
        self.type(f"{command}; echo end-of-'it'\n")
        said = self.until("end-of-it\n")
        return said.partition("\n")[2].removesuffix("end-of-it\n").removeprefix("$ ")

    @property
    def on_the_other_screen(self) -> bool:
        """Whether a program has the terminal's other screen, which has no history."""
        return self._raw.count("\x1b[?1049h") > self._raw.count("\x1b[?1049l")

    @property
    def pid(self) -> int:
        return self._shell.pid
