"""The store, in SQLite and in PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sql
from msgspec.structs import replace

from grader.classroom import database, tables
from grader.classroom.failure import StoreError
from grader.classroom.intake import Attempt
from grader.classroom.records import Basis, Change, Run, Stored
from grader.classroom.store import Store
from grader.grading.assembly import Conditions
from grader.report.record import CheckResult, ExerciseResult
from tests.classroom.database import PostgreSQL

CONDITIONS = Conditions(
    "bubblewrap, seccomp, rlimits", ["cpu"], {"mxnet": "1.9.1"}, {"seconds": 10}
)
NOON = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
BASIS = Basis("first", "her file")
ROOT = os.getuid() == 0


def attempt(student: str = "ada", name: str = "", received: datetime = NOON) -> Attempt:
    return Attempt(student, name or f"{student}.py", Path("anywhere"), received)


def opened(store: Store, seed: int | None = None, counting: str | None = None) -> Run:
    return store.open_run("Course", CONDITIONS, counting=counting, seed=seed)


def result(exercise: str, points: float, message: str = "") -> ExerciseResult:
    passed = points == 2
    check = CheckResult(
        name="check",
        title="A check",
        status="passed" if passed else "failed",
        points=points,
        max_points=2,
        device="cpu",
        message=message,
        seconds=0.25,
    )
    status = "done" if passed else "failed"
    return ExerciseResult(
        id=exercise, title=exercise, status=status, points=points, max_points=2, checks=[check]
    )


def record(store: Store, stored: Stored, *results: ExerciseResult, run: Run | None = None):
    bases = {r.id: BASIS for r in results}
    return store.record(run or opened(store), stored, list(results), bases)


def with_setting(store: Store, pragma: str) -> None:
    """Have SQLite connect anew, with this setting."""
    engine = store._database._engine
    sql.event.listen(
        engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}")
    )
    engine.dispose()


def change(address: str, *statements: sql.Executable) -> None:
    engine = database._engine(address)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(statement)
    engine.dispose()


def make_older(address: str) -> None:
    """Lay the store out as the first grader did."""
    change(
        address,
        sql.text("ALTER TABLE results DROP COLUMN work"),
        sql.text("ALTER TABLE submissions DROP COLUMN current"),
        sql.update(tables.layout).values(version=1),
    )


def kept(store: Store, stored: Stored) -> list[tuple[str, float]]:
    return sorted((r.id, r.points) for _, _, r in store.results([stored.id]))


def test_what_was_recorded_is_there_for_the_next_command(address: str):
    odd = result("one", 1, "half a character \ud800, a nul \0 and \N{SNOWMAN}")
    with Store(address) as store:
        run = opened(store)
        ada = store.register(attempt(), "digest", ["a note \0"])
        record(store, ada, odd, result("two", 2))
    with Store(address) as store:
        assert store.run() == run
        assert store.attempts() == [(ada, 3.0)]
        rows = list(store.results([ada.id]))
        assert [(number, run_id) for number, run_id, _ in rows] == [(ada.id, run.id)] * 2
        again = next(r for _, _, r in rows if r.id == "one")
        assert again.checks[0].message == "half a character \\ud800, a nul \0 and \N{SNOWMAN}"
        assert {name: basis.edition for name, basis in store.bases(ada).items()} == {
            "one": "first",
            "two": "first",
        }


def test_a_run_goes_on_until_it_is_published(store: Store):
    first = opened(store)
    assert opened(store) == first
    assert store.publish().published is not None
    second = opened(store)
    assert (second.id, second.published) == (first.id + 1, None)
    assert second.seed != first.seed


def test_another_seed_is_another_run(store: Store):
    assert [opened(store, seed).seed for seed in (5, None, 5, 6)] == [5, 5, 5, 6]
    assert opened(store).id == 2


def test_a_run_says_how_it_was_last_counted(store: Store):
    """So it goes on until something else is said, in the next run as well."""
    assert opened(store).counting == "latest"
    assert opened(store, counting="best").counting == opened(store).counting == "best"
    store.publish()
    assert opened(store).counting == "best"
    assert opened(store, counting="first").counting == "first"


def test_no_other_seed_before_results_are_published(store: Store):
    """What has not changed would keep the first seed's, and publishing would name the second."""
    first = opened(store, 5)
    record(store, store.register(attempt(), "digest", []), result("one", 2), run=first)
    with pytest.raises(StoreError, match="leave out --seed"):
        opened(store, 6)
    assert opened(store, 5) == opened(store) == first
    store.publish()
    assert opened(store, 6).seed == 6


def test_other_conditions_are_another_run_with_the_same_seed(store: Store):
    """What was graded under the first goes on saying so."""
    first = opened(store)
    limits = replace(CONDITIONS, isolation="seccomp, rlimits")
    second = store.open_run("Course", limits, counting="latest", seed=None)
    assert (second.id, second.seed) == (first.id + 1, first.seed)
    assert [run.conditions for run in store.runs().values()] == [CONDITIONS, limits]
    store.publish()
    assert opened(store).seed != first.seed


def test_seeds_are_not_easily_guessed(store: Store):
    seeds = set()
    for _ in range(8):
        seeds.add(opened(store).seed)
        store.publish()
    assert len(seeds) == 8
    assert max(seeds) > 2**48


def test_who_was_graded_is_known(store: Store):
    ada, bob = (store.register(attempt(name), "digest", []) for name in ("ada", "bob"))
    record(store, ada, result("one", 2), result("two", 2))
    assert store.graded(["one", "two"]) == {ada.id}
    record(store, bob, result("two", 0))
    assert (store.graded(["two"]), store.graded(["three"])) == ({ada.id, bob.id}, set())


def test_content_makes_an_attempt(store: Store):
    first = store.register(attempt(), "a", [])
    assert store.register(attempt(), "a", []) == first
    assert store.register(attempt(), "b", []).id != first.id
    assert store.register(attempt(name="ada.zip"), "a", []).id != first.id
    assert store.register(attempt("bob", name="ada.py"), "a", []).id != first.id


def test_an_attempt_handed_in_again_is_newer(store: Store):
    first = store.register(attempt(), "a", [])
    later = store.register(attempt(received=NOON + timedelta(days=1)), "a", ["note"])
    assert (later.id, later.received - first.received) == (first.id, timedelta(days=1))
    assert later.notes == ["note"]


def test_of_an_entry_that_was_replaced_only_what_is_there_now_counts(store: Store):
    """A file that was damaged for one run, with the same time, and then put back."""
    good = store.register(attempt(), "good", [])
    record(store, good, result("one", 2))
    other = store.register(attempt(name="ada@2.py"), "another", [])
    damaged = store.register(attempt(), "damaged", [])
    record(store, damaged, result("one", 0))
    assert store.attempts() == [(other, 0.0), (damaged, 0.0)]
    assert store.register(attempt(), "good", []) == good
    assert store.attempts() == [(good, 2.0), (other, 0.0)]


@pytest.mark.parametrize(
    "name", ["O'Brien", 'a "b"', "a\nb", "\u5b66\u751f", "a\udc80b", "a\0b", "; DROP TABLE"]
)
def test_any_name_can_be_kept(store: Store, name: str):
    first = store.register(attempt(name), "a", [])
    assert store.register(attempt(name), "a", []) == first
    assert len(store.attempts()) == 1


def test_other_points_are_told(store: Store):
    ada = store.register(attempt(), "a", [])
    assert record(store, ada, result("one", 0), result("two", 2)) == []
    changes = record(store, ada, result("one", 2), result("two", 2))
    assert changes == [Change("ada", "ada.py", "one", 0.0, 2.0)]
    assert kept(store, ada) == [("one", 2.0), ("two", 2.0)]


def test_results_go_in_whole_or_not_at_all(store: Store):
    ada = store.register(attempt(), "a", [])
    run = opened(store)
    record(store, ada, result("one", 2), run=run)
    twice = [result("two", 2), result("one", 0), result("two", 2)]  # the key is taken by then
    with pytest.raises(Exception, match=r"(?i)unique"):
        record(store, ada, *twice, run=run)
    assert kept(store, ada) == [("one", 2.0)]


def test_one_command_at_a_time(address: str):
    with Store(address) as first, Store(address) as second:
        refused = pytest.raises(StoreError, match="another command is grading")
        with first.exclusively(), refused, second.exclusively():
            pass
        for _ in range(20):  # a lock that ends with its connection ends a moment after it
            with first.exclusively():
                pass
            with second.exclusively():
                pass


def test_a_killed_command_leaves_no_lock(address: str):
    program = (
        "import sys\nfrom grader.classroom.store import Store\n"
        "store = Store(sys.argv[1])\n"
        "with store.exclusively():\n print('mine', flush=True)\n sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"mine\n"
        with Store(address) as store, pytest.raises(StoreError), store.exclusively():
            pass
        other.kill()
        other.wait()
    deadline = time.monotonic() + 20
    with Store(address) as store:
        while True:  # the server may take a moment to see that the other end is gone
            try:
                with store.exclusively():
                    return
            except StoreError:
                assert time.monotonic() < deadline
                time.sleep(0.1)


def test_the_same_work_of_a_student_is_known(store: Store):
    """By this run's results, of the same edition, in whatever attempt it was."""
    ada, again = (store.register(attempt(), digest, []) for digest in "ab")
    bob = store.register(attempt("bob"), "a", [])
    one, two = result("one", 2), result("two", 1)
    record(store, ada, one, two)
    run, bases = opened(store), {"one": BASIS, "two": BASIS}
    assert store.known(run, again, bases) == [one, two]
    assert store.known(run, ada, bases) == store.known(run, bob, bases) == []
    assert store.known(run, again, {"one": BASIS}) == [one]
    for other in (Basis("second", "her file"), Basis("first", "another file")):
        assert store.known(run, again, {"one": other, "two": BASIS}) == [two]
    store.publish()
    assert store.known(opened(store), again, bases) == []


# -- what may be wrong with a store ---------------------------------------------------------------


def test_a_store_of_a_later_grader_is_left_alone(address: str):
    Store(address).close()
    change(address, sql.update(tables.layout).values(version=tables.VERSION + 1))
    with pytest.raises(
        StoreError, match=r"written by a later grader .*: bring the grader up to date"
    ):
        Store(address)


def test_commands_that_begin_a_store_at_once(address: str):
    """One makes its tables, the others find them; so it is with bringing them up to date."""
    together = threading.Barrier(4)

    def begin(_: int) -> list[int]:
        together.wait()
        with Store(address) as store:
            return list(store._database.read(lambda c: c.scalars(versions).all()))

    versions = sql.select(tables.layout.c.version)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(begin, range(4))) == [[tables.VERSION]] * 4
        make_older(address)
        assert list(pool.map(begin, range(4))) == [[tables.VERSION]] * 4


def test_many_new_files_are_begun_by_several_at_once(tmp_path: Path):
    """None of them finds one locked; of 50, four were before all waited for their turn."""
    for number in range(50):
        together = threading.Barrier(4)
        file = str(tmp_path / f"{number}.sqlite")

        def begin(_: int, file: str = file, together: threading.Barrier = together) -> None:
            together.wait()
            Store(file).close()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(begin, range(4)))


def test_bringing_a_store_up_to_date_is_whole_or_not_at_all(
    address: str, monkeypatch: pytest.MonkeyPatch
):
    Store(address).close()
    make_older(address)
    with monkeypatch.context() as changed:
        changed.setitem(tables.CHANGES, 2, (*tables.CHANGES[2], "ALTER TABLE nowhere ADD x INT"))
        with pytest.raises(StoreError, match="nowhere"):
            Store(address)
    with Store(address) as store:
        opened(store)


def test_a_store_of_an_earlier_grader_is_brought_up_to_date(address: str):
    with Store(address) as store:
        ada = store.register(attempt(), "digest", [])
        record(store, ada, result("one", 2))
    make_older(address)
    with Store(address) as store:
        assert kept(store, ada) == [("one", 2.0)]
        assert store.attempts() == [(ada, 2.0)]
        again = store.register(attempt(), "another", [])
        assert store.attempts() == [(again, 0.0)]
        assert store.known(opened(store), again, {"one": BASIS}) == []
        record(store, again, result("one", 2))
        assert kept(store, again) == [("one", 2.0)]


def test_a_file_that_is_no_store(tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear teacher, " * 100)
    with pytest.raises(StoreError, match=r"letter.txt: file is not a database; name another file"):
        Store(str(path))
    assert path.read_text().startswith("Dear teacher")


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(StoreError, match="unable to open database file; its folder must be there"):
        Store(str(tmp_path / "nowhere" / "class.sqlite"))


def test_a_read_only_store(tmp_path: Path):
    path = tmp_path / "class.sqlite"
    with Store(str(path)) as store:
        opened(store)
    # Permissions do not stop root; an immutable database does.
    with Store(str(path)) as store:
        with_setting(store, "query_only=ON")
        with pytest.raises(StoreError, match="readonly database; make the file and its folder"):
            store.register(attempt(), "a", [])
        assert store.run() is not None


def test_a_full_disk(tmp_path: Path):
    """What was recorded before stays; afterwards there is room again, and it goes on."""
    path = tmp_path / "class.sqlite"
    with Store(str(path)) as store:
        ada = store.register(attempt(), "a", [])
        record(store, ada, result("one", 2))
        with_setting(store, "max_page_count=20")
        with pytest.raises(StoreError, match="disk is full; make room on the disk"):
            record(store, ada, result("two", 2, "x" * 200_000))
        assert kept(store, ada) == [("one", 2.0)]
    with Store(str(path)) as store:
        record(store, ada, result("two", 2, "x" * 200_000))
        assert kept(store, ada) == [("one", 2.0), ("two", 2.0)]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://teacher@host/class", "a store is a file's path or a postgresql:// address"),
        ("postgresql://", ""),
        ("what://is this", "a store is a file's path or a postgresql:// address"),
    ],
)
def test_other_addresses(address: str, says: str):
    with pytest.raises(StoreError) as caught:
        Store(address)
    assert says in str(caught.value)


def test_a_server_that_is_not_there_is_told_at_once_and_without_the_password():
    began = time.monotonic()
    with pytest.raises(StoreError) as caught:
        Store("postgresql://teacher:secret@127.0.0.1:1/class")
    assert "refused" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert time.monotonic() - began < 5


def test_a_server_that_goes_away_for_a_moment(postgresql: PostgreSQL):
    postgresql.empty()
    with Store(postgresql.address) as store:
        ada = store.register(attempt(), "a", [])
        record(store, ada, result("one", 2))
        postgresql.stop()
        back = threading.Timer(1.0, postgresql.start)
        back.start()
        record(store, ada, result("two", 2))
        back.join()
        assert kept(store, ada) == [("one", 2.0), ("two", 2.0)]


def test_a_server_that_stays_away(postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "_PATIENCE", (0.1,))
    postgresql.empty()
    with Store(postgresql.address) as store:
        ada = store.register(attempt(), "a", [])
        record(store, ada, result("one", 2))
        postgresql.stop()
        try:
            with pytest.raises(StoreError, match="what was recorded is kept"):
                record(store, ada, result("two", 2))
        finally:
            postgresql.start()
        assert kept(store, ada) == [("one", 2.0)]


def test_sqlite_needs_no_more_than_its_file(tmp_path: Path):
    path = tmp_path / "a class?x=1#y.sqlite"  # no part of an address
    with Store(str(path)) as store:
        opened(store)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM runs").fetchone() == (1,)
