"""A SQLite file, or a PostgreSQL database by its address: transactions and clear complaints."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sql
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from grader.classroom import tables
from grader.classroom.failure import StoreError

T = TypeVar("T")

_ADVISORY = 0x676C756F6E
"""The number of PostgreSQL's advisory lock that a grading command holds; the next one is held by
whoever lays the tables out."""
_PATIENCE = (0.2, 1.0, 3.0, 10.0)
"""Seconds to wait before another try when the database does not answer."""

_BUSY = 5.0
"""Seconds for which SQLite waits for another writer."""
_TURN = 0.01
"""Seconds between two tries to be the one writer."""


class Database:
    """Connections to one store's tables."""

    def __init__(self, address: str) -> None:
        """Open the database, or make its tables.

        Args:
            address: a file's path, or an address of SQLAlchemy's such as
                `postgresql://user@host/database`.

        Raises:
            StoreError: it cannot be opened, or a later grader wrote it.
        """
        self._file = None if "://" in address else Path(address)
        self._engine = _engine(address)
        self._writing = self._engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        self.name = str(self._file or self._engine.url)  # without the password
        try:
            self._prepare()
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the file or the connections."""
        self._engine.dispose()

    def read(self, ask: Callable[[sql.Connection], T]) -> T:
        """What `ask` finds, in one transaction.  Raises StoreError."""
        return self._patiently(self._engine.connect, ask)

    def write(self, change: Callable[[sql.Connection], T]) -> T:
        """Make the change whole or not at all.  Raises StoreError."""
        return self._patiently(self._writing.begin, change)

    @contextmanager
    def exclusively(self) -> Iterator[None]:
        """Be the one command that grades into this store.  Raises StoreError if one does now."""
        busy = StoreError(
            f"{self.name}: another command is grading into this store; wait until it has ended"
        )
        if self._file is None:
            with self._engine.connect() as connection:
                connection.detach()  # the lock lasts as long as its connection, not in a pool
                if not connection.scalar(sql.select(sql.func.pg_try_advisory_lock(_ADVISORY))):
                    raise busy
                connection.commit()
                try:
                    yield
                finally:
                    # The server sees only a moment later that a connection has ended.
                    with suppress(DBAPIError):
                        connection.scalar(sql.select(sql.func.pg_advisory_unlock(_ADVISORY)))
            return
        # Not on the database's own file: closing it would undo SQLite's locks.
        lock = os.open(f"{self._file}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise busy from None
            yield
        finally:
            os.close(lock)

    def _prepare(self) -> None:
        """Bring the layout up to this grader's; a store that has it is only read."""
        version = self._patiently(self._engine.connect, _layout, patient=False)
        if version < tables.VERSION:
            version = self._patiently(self._writing.begin, _lay_out, patient=False)
        if version > tables.VERSION:
            raise StoreError(
                f"{self.name} was written by a later grader (layout {version}; this one reads "
                f"{tables.VERSION}): bring the grader up to date"
            )

    def _patiently(
        self,
        begin: Callable[[], Any],
        act: Callable[[sql.Connection], T],
        *,
        patient: bool = True,
    ) -> T:
        """Act in one transaction; where the database has gone away, try again for a while."""
        for pause in (*(_PATIENCE if patient else ()), None):
            try:
                with begin() as connection:
                    return act(connection)
            except DBAPIError as error:
                away = isinstance(error, OperationalError) and self._file is None
                if pause is None or not away:
                    raise StoreError(self._complaint(error)) from None
                time.sleep(pause)
        raise AssertionError

    def _complaint(self, error: DBAPIError) -> str:
        said = str(error.orig).strip().partition("\n")[0]
        if self._file is None:
            return f"the store {self.name}: {said}; what was recorded is kept: try again"
        remedy = {
            "readonly": "make the file and its folder writable",
            "unable to open": "its folder must be there and writable",
            "full": "make room on the disk; what was recorded is kept",
            "not a database": "name another file with --store",
            "locked": "another program is writing to it; try again",
        }
        advice = next((text for part, text in remedy.items() if part in said), "")
        return f"the store {self.name}: {said}{f'; {advice}' if advice else ''}"


def _layout(connection: sql.Connection) -> int:
    """The version of the tables; 0 before there are any."""
    there = sql.inspect(connection).has_table(tables.layout.name)
    return connection.scalar(sql.select(tables.layout.c.version)) or 0 if there else 0


def _lay_out(connection: sql.Connection) -> int:
    """Make the tables, or of an older layout this one; one command at a time, whole or not at
    all.  Returns the version that is there then: another may have been quicker."""
    if connection.dialect.name == "postgresql":
        connection.execute(sql.select(sql.func.pg_advisory_xact_lock(_ADVISORY + 1)))
    found = _layout(connection)
    if not found:
        tables.metadata.create_all(connection)
        connection.execute(sql.insert(tables.layout).values(version=tables.VERSION))
        return tables.VERSION
    for version in range(found + 1, tables.VERSION + 1):
        for change in tables.CHANGES[version]:
            connection.execute(sql.text(change))
        connection.execute(sql.update(tables.layout).values(version=version))
    return max(found, tables.VERSION)


def _engine(address: str) -> sql.Engine:
    if "://" not in address:
        engine = sql.create_engine(sql.URL.create("sqlite", database=address))
        sql.event.listen(engine, "connect", _set_up_sqlite)
        sql.event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        url = sql.make_url(address)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() != "postgresql":
            raise StoreError(f"{address}: a store is a file's path or a postgresql:// address")
        return sql.create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{address}: not the address of a database: {error}") from None


def _set_up_sqlite(connection: Any, _: object) -> None:
    """A killed writer leaves the file whole; readers do not wait for the writer."""
    connection.isolation_level = None  # Python begins none where tables are made: see below
    _take_turns(connection, "PRAGMA journal_mode=WAL")
    for setting in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _take_turns(connection: Any, change: str) -> None:
    """Make the change, for which SQLite waits for nobody by itself: the first that open a new file
    at the same time all want to make it."""
    deadline = time.monotonic() + _BUSY
    while True:
        try:
            connection.execute(change)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_TURN)
        else:
            return


def _begin_sqlite(connection: sql.Connection) -> None:
    """Whoever is going to write waits for other writers now: halfway it could only fail."""
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))
