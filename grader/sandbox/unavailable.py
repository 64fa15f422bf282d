"""Why a part of the sandbox is missing: a value, since the report says it and grading goes on."""

from __future__ import annotations

from msgspec import Struct


class Unavailable(Struct, frozen=True):
    """A part of the sandbox that this machine does not offer."""

    reason: str
    """One sentence without its full stop."""
    remedy: str = ""

    @property
    def told(self) -> str:
        """The reason, with the remedy after a colon where there is one."""
        return f"{self.reason}: {self.remedy}" if self.remedy else self.reason
