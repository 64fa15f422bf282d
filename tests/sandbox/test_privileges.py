"""A child cannot look into the fork server or the judge, not even as root."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.sandbox import drop_capabilities, hide_memory

if TYPE_CHECKING:
    from tests.sandbox.conftest import InChild


def test_no_capability_is_left(in_child: InChild) -> None:
    """All five sets are empty."""

    def attempt() -> list[str]:
        drop_capabilities()
        lines = Path("/proc/self/status").read_text().splitlines()
        sets = dict(line.split(":\t") for line in lines if line.startswith("Cap"))
        # An ordinary user may not shrink the bounding set, which then is of no use to anyone.
        return [name for name, bits in sets.items() if int(bits, 16) and name != "CapBnd"]

    assert in_child(attempt).value == []


def test_memory_is_closed(in_child: InChild) -> None:
    """The memory, environment and descriptors of the parent cannot be opened by its child."""

    def server() -> Any:
        drop_capabilities()
        hide_memory()
        reading, writing = os.pipe()
        if os.fork() == 0:
            opened = []
            for name in ("mem", "environ", "maps", f"fd/{reading}", "cwd/", "root/"):
                try:
                    os.close(os.open(f"/proc/{os.getppid()}/{name}", os.O_RDONLY))
                    opened.append(name)
                except OSError:
                    pass
            os.write(writing, repr(opened).encode())
            os._exit(0)
        return os.read(reading, 1000).decode()

    assert in_child(server).value == "[]"
