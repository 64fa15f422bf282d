"""What one child has said: how its takes ended, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from grader.worker.protocol import Answer, Loaded, Take


class End(Enum):
    """How a take, or the loading of a file, ended."""

    ANSWERED = "answered"
    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    FLOODED = "flooded"
    MALFORMED = "malformed"
    NOT_RUN = "not run"


@dataclass(frozen=True)
class TakeResult:
    """One take's outcome: `answer` is there exactly if `end` is ANSWERED."""

    take: Take
    end: End
    answer: Answer | None = None
    detail: str = ""
    output: str = ""
    seconds: float = 0.0


@dataclass
class Conversation:
    """What one child has said so far."""

    takes: list[Take]
    ready: bool = False
    """Whether the child came as far as the submission; if not, its end is none of that's doing."""
    loaded: Loaded | None = None
    load_output: str = ""
    current: int | None = None
    results: list[TakeResult] = field(default_factory=list)
    end: End = End.ANSWERED
    detail: str = ""
    lost: bool = False
    """Whether the worker was gone before the child had ended, of which it may be innocent."""

    @property
    def finished(self) -> bool:
        """Whether nothing more is to come."""
        done = len(self.results) == len(self.takes)
        failed = self.loaded is not None and self.loaded.failure is not None
        return self.loaded is not None and (failed or (done and self.current is None))
