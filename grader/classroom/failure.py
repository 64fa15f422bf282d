"""What may be wrong with a class's surroundings; each message says what, where, and what to do."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot be used."""


class SchedulerError(Exception):
    """The cluster cannot be used."""
