"""Real workers in the real sandbox: whatever one take does, the next one is answered."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import msgspec
import pytest

from grader.judge.answers import plain
from grader.sandbox import Isolation, Limits, Unavailable
from grader.worker.client import Worker, WorkerFailed
from grader.worker.conversation import End
from grader.worker.pool import Pool
from grader.worker.protocol import LEFT_OUT, Job, Take
from tests.conftest import job, said

QUICK = 1.5
"""Seconds after which these tests call it a time-out; a child answers in 0.05."""

ONE = "return 1"
GARBAGE = """import os
    for fd in range(256):
        try: os.write(fd, b'\\xff' * 99)
        except OSError: pass
    return 1"""


def limits(**changes: float) -> Limits:
    return msgspec.structs.replace(Limits(), **changes)


@pytest.fixture(scope="session")
def bare(isolation: Isolation):
    """A worker without bubblewrap, as where it is not installed."""
    worker = Worker(Isolation(Unavailable("not asked for"), isolation.seccomp), Limits())
    worker.start()
    yield worker
    worker.close()


def test_one_job_at_a_time_is_on_the_gpu(pool: Pool, monkeypatch: pytest.MonkeyPatch):
    """Those on the CPU go on beside it."""
    busy, most = set(), {"gpu": 0, "cpu": 0}
    entered, lock = threading.Barrier(2), threading.Lock()

    def run(_: Worker, job: Job, __: Limits | None) -> None:
        kind = job.takes[0].device
        with lock:
            busy.add(threading.get_ident())
            most[kind] = max(most[kind], len(busy))
        if kind == "cpu":
            entered.wait(10)  # both are here at once, or this breaks
        time.sleep(0.05)
        with lock:
            busy.discard(threading.get_ident())

    monkeypatch.setattr(Worker, "run", run)
    with Pool(pool.isolation, Limits(), 2) as two:
        for kind in ("gpu", "cpu"):
            jobs = [job("", ONE, takes=[Take("probe0", 7, kind)]) for _ in range(4)]
            for running in [two.submit(one) for one in jobs]:
                running.result(timeout=30)
    assert most == {"gpu": 1, "cpu": 2}


@pytest.mark.parametrize(
    ("does", "end", "detail"),
    [
        ("import os; os._exit(0)", End.CRASHED, "the process ended before it answered"),
        ("import ctypes; ctypes.string_at(0)", End.CRASHED, "ended by a segmentation fault"),
        ("import os; os.abort()", End.CRASHED, "ended by an abort"),
        ("import os; os.kill(os.getpid(), 9)", End.CRASHED, "ended by a kill"),
        ("import os; os.kill(os.getpid(), 15)", End.CRASHED, "ended by signal 15"),
        ("import os; os.closerange(0, 256); return 1", End.CRASHED, "ended before it answered"),
        ("while True: print('x' * 10**6)", End.FLOODED, "it printed more than 16 MiB"),
        (
            GARBAGE,
            End.MALFORMED,
            "a message of 4294967295 bytes",
        ),
    ],
)
def test_a_take_that_ends_its_process_costs_itself_only(
    worker: Worker, does: str, end: End, detail: str
):
    """The first take's answer stands, and the third has a child of its own."""
    run = worker.run(job("", ONE, does, ONE))
    assert [take.end for take in run.takes] == [End.ANSWERED, end, End.ANSWERED]
    assert detail in run.takes[1].detail
    assert said(run)[::2] == [1, 1]


def test_a_time_out_costs_itself_only(worker: Worker):
    """An endless loop in Python, one that ignores signals, and one in a C call."""
    source = (
        "import signal, time\n"
        "def deaf():\n"
        "    for number in set(range(1, 65)) - {9, 19, 32, 33}:\n"
        "        signal.signal(number, signal.SIG_IGN)\n"
        "    time.sleep(99)\n"
    )
    run = worker.run(
        job(source, ONE, "while True: pass", "solution.deaf()", ONE), limits(seconds=QUICK)
    )
    assert [(take.end, take.detail) for take in run.takes] == [
        (End.ANSWERED, ""),
        (End.TIMED_OUT, f"no answer within {QUICK:g} s"),
        (End.TIMED_OUT, f"no answer within {QUICK / 2:g} s"),
        (End.ANSWERED, ""),
    ]


def test_after_each_time_out_a_take_has_half_as_long(worker: Worker):
    """A stub that never ends hangs every take.  To load the file there is as long as ever."""
    source = "class Slow:\n    import time\n    time.sleep(0.3)\n"
    run = worker.run(job(source, *["while True: pass"] * 5), limits(seconds=0.8))
    details = [f"no answer within {seconds:g} s" for seconds in (0.8, 0.4, 0.2, 0.1, 0.08)]
    assert [take.detail for take in run.takes] == details


@pytest.mark.parametrize(
    ("source", "end", "detail"),
    [
        ("import os\nos._exit(0)", End.CRASHED, "the process ended before it answered"),
        ("import ctypes\nctypes.string_at(0)", End.CRASHED, "a segmentation fault"),
        (
            "import time as x\ndef f(): x\nwhile 1:\n    try: x.y = x.sleep(9)\n    except: pass",
            End.TIMED_OUT,
            f"no answer within {QUICK:g} s",
        ),
        ("def f(): return x\nwhile True: x = print('x' * 10**6)", End.FLOODED, "more than 16 MiB"),
    ],
)
def test_a_file_that_cannot_be_loaded_fails_all_its_takes(
    worker: Worker, source: str, end: End, detail: str
):
    """Once, and once without its demonstrations: it is not loaded again for each of them."""
    began = time.monotonic()
    run = worker.run(job(source, ONE, ONE, ONE, stubs="'f'"), limits(seconds=QUICK))
    assert (run.loaded, run.end, {take.end for take in run.takes}) == (None, end, {end})
    assert detail in run.detail
    assert len(run.takes) == 3
    assert time.monotonic() - began < 3 * QUICK


@pytest.mark.parametrize(
    "demonstration",
    [
        "while True:\n    try: f()\n    except Exception: pass",
        "import time\ntime.sleep(3600)",
        "import time\ntry: time.sleep(9)\nexcept: time.sleep(9)",
        "import time\nclass T:\n    def __del__(_): time.sleep(1.3)\nwhile T(): time.sleep(9)",
    ],
)
def test_a_demonstration_below_the_stubs_may_take_as_long_as_it_likes(
    worker: Worker, demonstration: str
):
    """What stands below it is defined all the same, and no other demonstration is run."""
    below = "def f(): return 8\nfails\nf = f\n"
    source = f"def f(): return 7\n{demonstration}\n{below}"
    run = worker.run(job(source, "return solution.f()", stubs="'f'"), limits(seconds=QUICK))
    assert said(run) == [8]
    assert run.loaded
    assert [f"{n.type}: {n.message}" for n in run.loaded.notes] == ["TooLong: stopped after 1.2 s"]


def test_a_file_may_end_the_program_below_the_stubs(worker: Worker):
    source = "def f(): return 7\nimport sys\nsys.exit(3)\ndef f(): return 8\n"
    run = worker.run(job(source, "return solution.f()", stubs="'f'"))
    assert said(run) == [7]
    assert run.loaded
    assert [f"{n.type}: {n.message}" for n in run.loaded.notes] == ["SystemExit: 3"]


@pytest.mark.parametrize(
    ("first", "note"), [("while True: pass", "TooLong"), ("import sys\nsys.exit(1)", "SystemExit")]
)
def test_so_may_what_stands_above_them(worker: Worker, first: str, note: str):
    """What comes after it runs; it is why nothing can be graded only where no stub is there."""
    jobs = [
        job(f"{first}\ndef {name}(): return 7\n", "return solution.f()", stubs="'f'")
        for name in "fg"
    ]
    good, bad = (worker.run(each, limits(seconds=QUICK)) for each in jobs)
    assert said(good) == [7]
    assert good.loaded
    assert bad.loaded
    assert bad.loaded.failure
    assert [n.type for n in [*good.loaded.notes, bad.loaded.failure]] == [note, note]


@pytest.mark.parametrize(
    "demonstration",
    ["sum(range(10**12))", "while True: print('x' * 9999)", "total = sum(range(10**12))"],
    ids=["in C", "floods", "bound to a name"],
)
def test_a_demonstration_that_cannot_be_stopped_is_left_out(
    worker: Worker, demonstration: str
) -> None:
    """The file is loaded again with what its definitions ask for, wherever that stands."""
    source = (
        "from math import prod\nfactors = [2]\nfactors[0] = 3\n"
        f"def answer(): return prod(factors) * last\n{demonstration}\nlast = 7\n"
    )
    run = worker.run(job(source, "return solution.answer()"), Limits(seconds=1.0))
    assert said(run) == [21]
    assert run.loaded is not None
    assert [note.type for note in run.loaded.notes] == [LEFT_OUT]


@pytest.mark.parametrize(
    "change",
    [
        "layers.append(2)",
        "layers += [2]",
        "for size in (2,):\n    layers.append(size)",
        "if layers:\n    def answer(): return [1, 2]",
        "Options.extra = [2]",
        "Options.table['extra'] = [2]",
        "math.extra = lambda: [2]",
        "answer = lambda: [1, 2]",
        "later = answer\nlater.extra = [2]\nanswer = later",
    ],
)
def test_what_changes_what_definitions_ask_for_is_no_demonstration(
    worker: Worker, change: str
) -> None:
    """Nor is what gives a stub's name another meaning."""
    source = (
        "import math\nlayers = [1]\nclass Options:\n    extra = []\n    table = {'extra': []}\n"
        "def answer():\n"
        "    more = [Options.extra, Options.table['extra'], getattr(answer, 'extra', [])]\n"
        "    return layers + sum(more, getattr(math, 'extra', list)())\n"
        f"{change}\nshown = answer()\nmath.sqrt(-1)\nwhile True: print('x' * 9999)\n"
    )
    run = worker.run(job(source, "return solution.answer()", stubs="'answer'"))
    assert plain(run.takes[0].answer.value) == [1, 2]
    assert run.loaded is not None
    assert [note.type for note in run.loaded.notes] == [LEFT_OUT]


def test_what_gives_a_stub_its_name_is_no_demonstration(worker: Worker):
    """Though no definition asks for it."""
    source = "class Made:\n    def __call__(self): return 7\nmade = Made()\nanswer = made\n"
    source += "while True: print('x' * 9999)\n"
    run = worker.run(job(source, "return solution.answer()", stubs="'answer'"))
    assert said(run) == [7]


def test_in_a_notebook_too(worker: Worker):
    """Of all its cells together."""
    cells = ["sum(range(10**12))", "scale = 2", "def answer(): return scale", "scale += 1"]
    run = worker.run(job("", "return solution.answer()", cells=cells), Limits(seconds=1.0))
    assert said(run) == [3]


def test_what_could_not_run_is_no_obstacle(worker: Worker):
    """Alone, a later cell's `__future__` is right, and a `global` that comes too late is an error
    of its own."""
    late = "def odd():\n    scale = 1\n    global scale"
    future = "from __future__ import annotations\ndef answer(): return scale"
    cells = ["sum(range(10**12))", "scale = 2", late, future]
    run = worker.run(job("", "return solution.answer()", cells=cells), Limits(seconds=1.0))
    assert said(run) == [2]


def test_a_notebook_is_the_main_module(worker: Worker):
    """As in Jupyter, where what stands under this condition runs."""
    cells = [
        "if __name__ == '__main__':\n    scale = 2",
        "from dataclasses import dataclass\n@dataclass\nclass Pair:\n    x: 'int' = scale",
        "import sys\nours = sys.modules['__main__'].Pair is Pair",
    ]
    run = worker.run(job("", "return [solution.Pair().x, solution.ours]", cells=cells))
    assert plain(run.takes[0].answer.value) == [2, True]


def test_a_crash_between_two_takes_is_charged_to_the_next(worker: Worker):
    """Here by a thread of the first; the third has a new child."""
    source = (
        "import os, threading\n"
        "def later():\n    threading.Timer(0.2, os._exit, [0]).start()\n    return 1\n"
    )
    run = worker.run(job(source, "return solution.later()", "import time; time.sleep(9)", ONE))
    assert said(run) == [1, "crashed", 1]


TOO_MANY = ["RuntimeError", ""] if os.getuid() else ["crashed", "it ran more than 20 threads"]
"""Of root's the kernel counts none."""


@pytest.mark.parametrize(("most", "ends"), [(1000, [7, ""]), (20, TOO_MANY)])
def test_as_many_threads_as_are_allowed(worker: Worker, most: int, ends: list[object]):
    """Also more than by default."""
    source = (
        "import threading, time\n"
        "threading.stack_size(2**15)\n"
        "def threads(number):\n"
        "    for _ in range(number):\n"
        "        threading.Thread(target=time.sleep, args=(0.5,)).start()\n"
        "    time.sleep(0.4)\n"
        "    return 7\n"
    )
    run = worker.run(job(source, "return solution.threads(300)"), limits(processes=most))
    assert [*said(run), run.takes[0].detail] == ends


def test_answers_that_a_submission_forges_are_not_believed(worker: Worker):
    """It may say the right words on the right descriptor, but does not know how to begin them."""
    source = (
        "import os\n"
        "def forge(*messages):\n"
        "    import msgspec\n"
        "    for message in messages:\n"
        "        body = msgspec.msgpack.encode(message)\n"
        "        for fd in range(3, 64):\n"
        "            try: os.write(fd, len(body).to_bytes(4, 'big') + body)\n"
        "            except OSError: pass\n"
        "    return 1\n"
    )
    value = "'value': {'type': 'number', 'kind': 'int', 'value': 5}"
    zero, one = (f"{{'type': 'answer', 'index': {index}, {value}}}" for index in (0, 1))
    began = "{'type': 'began', 'index': 1}"
    forged = {
        body: ["malformed", 1]
        for body in (
            f"return solution.forge({zero})",
            f"return solution.forge({one})",
            "return solution.forge({'type': 'loaded'})",
            f"return solution.forge({zero}, {began}, {one})",
        )
    }
    assert {body: said(worker.run(job(source, body, ONE))) for body in forged} == forged


def test_output_is_told_by_take(worker: Worker):
    """Whoever printed it: print, a bare descriptor, C's own buffer, stderr."""
    source = "import os, sys, ctypes\nprint('at import')\n"
    run = worker.run(
        job(
            source,
            "print('one'); return 1",
            "import os; os.write(2, b'two'); return 2",
            "import ctypes; c = ctypes.CDLL(None); c.puts(b'three'); c.fflush(None); return 3",
            "import sys; print('\\udcff', file=sys.stderr); return 4",
            "return 5",
        )
    )
    assert (run.output, [take.output for take in run.takes]) == (
        "at import\n",
        ["one\n", "two", "three\n", "\\udcff\n", ""],
    )


def test_a_printed_array_fits_into_a_report(worker: Worker):
    """Which would break a longer row in its middle."""
    run = worker.run(job("from mxnet import nd\n", "print(solution.nd.ones((2, 20)) / 3)"))
    lines = run.takes[0].output.splitlines()
    assert max(map(len, lines)) <= 63
    assert len(lines) > 4


def test_output_is_cut_with_a_remark(worker: Worker):
    """At the stated length; a megabyte costs nothing."""
    prints = job("", "print('x' * 10**6); return 1", "print('short'); return 2")
    run = worker.run(prints, limits(output=10))
    assert said(run) == [1, 2]
    outputs = ["x" * 10 + "\n[cut after 10 of 1000001 bytes]", "short\n"]
    assert [take.output for take in run.takes] == outputs


def test_what_is_left_in_tmp_is_gone_for_the_next_job(worker: Worker):
    """Folders without permissions and names that are no text among it."""
    leaves = (
        "import os, tempfile\n"
        "here = os.getcwd()\n"
        "os.makedirs('a/b/c'); open(b'a/\\xff', 'w').close(); os.symlink('/etc', 'a/link')\n"
        "os.chmod('a/b', 0)\n"
        "open(os.path.join(tempfile.gettempdir(), 'mark'), 'w').close()\n"
    )
    listed = "import os; return [os.listdir('.'), os.path.exists('/tmp/mark')]"
    before, left, after = (said(worker.run(job(text, listed))) for text in ("", leaves, ""))
    assert left != before
    assert after == before


def test_no_process_can_be_left_behind(worker: Worker):
    """Threads may be started; the filter refuses forks, where there is one."""
    count = "import os; return sum(name.isdigit() for name in os.listdir('/proc'))"
    forks = "import os\n    if os.fork() == 0: import time; time.sleep(99)\n    return 1"
    before, left, after = (said(worker.run(job("", body))) for body in (count, forks, count))
    refused = not isinstance(worker._isolation.seccomp, Unavailable)
    assert (left, after) == (["PermissionError"] if refused else [1], before)


def test_a_giant_answer_is_its_own_failure(worker: Worker):
    """More than a message may hold; the next take is answered by the same child."""
    run = worker.run(job("", "from mxnet import nd; return nd.zeros((2**24 + 1,))", ONE))
    assert said(run) == ["AnswerTooLarge", 1]


def test_the_limits_hold(worker: Worker):
    """Memory, file size and time; an error in the submission's own process."""
    asks = job(
        "",
        "return len(bytes(2**30))",
        "from mxnet import nd; return nd.zeros((2**29,)).shape",
        "open('f', 'wb').write(bytes(2**21)); return 1",
        ONE,
    )
    run = worker.run(asks, limits(memory=2**28, file_size=2**20))
    assert said(run) == ["MemoryError", "MXNetError", "OSError", 1]


def test_the_child_sees_neither_references_nor_the_judge(worker: Worker):
    """Its own source, its exercise's checks, and nothing else of the course."""
    body = "import os; return [os.path.exists(p) for p in {!r}]"
    here = Path(__file__).parents[2]
    paths = [str(here / "solutions"), str(Path.home() / ".ssh"), str(here / "tests")]
    value = worker.run(job("", body.format(paths))).takes[0].answer.value
    if worker._isolation.contained:
        assert [found.value for found in value.values] == [False, False, False]


def test_a_worker_that_was_killed_is_replaced(bare: Worker):
    """Nobody is charged, for it may be another's doing; the child ends with its worker."""
    with _killed(bare, times=1) as children:
        run = bare.run(job("", ONE, "import time; time.sleep(1); return 1", ONE))
    assert (said(run), len(children)) == ([1, 1, 1], 1)
    assert not _alive(children[0])


def test_what_ends_a_second_worker_has_done_it(bare: Worker):
    """The running take is charged, and the rest is run; no third worker is tried for it."""
    with _killed(bare, times=2) as children:
        run = bare.run(job("", ONE, "import time; time.sleep(3); return 1", ONE))
    assert (said(run), len(children)) == ([1, "crashed", 1], 2)
    assert run.takes[1].detail == "it ended the worker that it ran in"
    with _killed(bare, times=2) as children:
        run = bare.run(job("import time\ntime.sleep(3)", ONE, ONE))
    assert (said(run), run.loaded, len(children)) == (["crashed", "crashed"], None, 2)


@contextmanager
def _killed(worker: Worker, times: int) -> Iterator[list[str]]:
    """Whatever runs meanwhile loses its worker this many times, half a second after it has begun;
    the children that ran then."""
    assert said(worker.run(job("", ONE))) == [1]
    children: list[str] = []

    def kill() -> None:
        servers = set()
        while len(servers) < times:
            time.sleep(0.02)
            server = worker._process.pid if worker._process else 0
            running = _children(server)
            if running and server not in servers:
                time.sleep(0.5)
                servers.add(server)
                children.extend(running)
                os.kill(server, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    yield children
    thread.join(30)


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


def _alive(pid: str) -> bool:
    """Whether it is there, and not only waits to be reaped."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


class OldLinux(Isolation, frozen=True):
    """Walls behind which no descriptor tells of a process's end."""

    def command(self, argv: Sequence[str], **more: Any) -> tuple[list[str], dict[str, str]]:
        denied = "import os\ndef denied(_): raise OSError\nos.pidfd_open = denied\n"
        program = f"{denied}from grader.worker import server\nserver.main()"
        return super().command([argv[0], "-I", "-c", program, *argv[4:]], **more)


def test_a_linux_before_5_3_will_do(isolation: Isolation):
    """The end of a child is seen all the same, whatever ends it."""
    worker = Worker(OldLinux(Unavailable("not asked for"), isolation.seccomp), Limits())
    slow = "import time; time.sleep(9)"
    run = worker.run(job("", ONE, "import os; os._exit(0)", slow, ONE), limits(seconds=QUICK))
    worker.close()
    assert said(run) == [1, "crashed", "timed out", 1]


def test_a_worker_that_died_while_idle_is_replaced(bare: Worker):
    """Nobody is charged for it."""
    assert said(bare.run(job("", ONE))) == [1]
    assert bare._process is not None
    bare._process.kill()
    bare._process.wait()
    assert said(bare.run(job("", ONE))) == [1]


def test_a_closed_worker_stays_closed(isolation: Isolation):
    """And wakes whoever waits for it: an interrupted grading ends at once."""
    pool = Pool(isolation, Limits(seconds=60), 1)
    pending = pool.submit(job("", "import time; time.sleep(99)", ONE, ONE))
    while pool._workers[0]._ready is False:
        time.sleep(0.02)
    time.sleep(0.2)
    began = time.monotonic()
    pool.close()
    with pytest.raises(WorkerFailed, match="the worker was closed"):
        pending.result(5)
    assert time.monotonic() - began < 5
    assert pool._workers[0]._process is None
    with pytest.raises(WorkerFailed, match="the workers were closed"):
        pool.submit(job("", ONE))


def test_a_worker_that_cannot_start_says_why(isolation: Isolation, monkeypatch: pytest.MonkeyPatch):
    """Its own last words; and no descriptor is lost on the way."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    bare = Isolation(Unavailable("not asked for"), isolation.seccomp)
    worker = Worker(bare, Limits())
    with pytest.raises(WorkerFailed, match="the worker did not start: it said nothing"):
        worker.run(job("", ONE))
    worker.close()
    before = _descriptors()
    worker = Worker(bare, Limits())
    with pytest.raises(WorkerFailed):
        worker.run(job("", ONE))
    worker.close()
    assert _descriptors() == before


def test_a_machine_without_room_says_so(isolation: Isolation, monkeypatch: pytest.MonkeyPatch):
    """What the system refuses is no wrong request; here no program may be started."""
    worker = Worker(isolation, Limits())
    refused = OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    monkeypatch.setattr(subprocess, "Popen", Mock(side_effect=refused))
    with pytest.raises(WorkerFailed, match=r"the worker did not start: \[Errno 11\]"):
        worker.start()
    worker.close()


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _resident(pid: int) -> int:
    """KiB of memory in use."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def test_two_hundred_jobs_leave_nothing_behind(bare: Worker):
    """Neither descriptors in the judge and the server, nor memory, nor processes."""
    small = job("import os\nx = [0] * 10**5\n", ONE)
    crash = job("", "import os; os._exit(0)")
    for one in (small, crash) * 2:
        bare.run(one)
    assert bare._process is not None
    pid = bare._process.pid

    def measure() -> tuple[int, int, int]:
        server = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        children = len(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        return _descriptors(), server, children

    before, resident = measure(), _resident(pid)
    for number in range(200):
        run = bare.run(crash if number % 10 == 9 else small)
        assert said(run) == (["crashed"] if number % 10 == 9 else [1])
    assert bare._process.pid == pid
    assert measure() == before
    assert _resident(pid) - resident < 2048


def test_jobs_of_a_pool_run_side_by_side(pool: Pool):
    """Each on a worker of its own; a job waits for a free one."""
    naps = [pool.submit(job("", "import time; time.sleep(0.4); return 1")) for _ in range(4)]
    began = time.monotonic()
    assert [said(nap.result()) for nap in naps] == [[1]] * 4
    assert 0.7 < time.monotonic() - began < 3


def test_jobs_in_turn_share_a_worker(isolation: Isolation):
    """Another would have to be started for the second."""
    with Pool(isolation, Limits(), 2) as pool:
        for _ in range(2):
            assert said(pool.submit(job("", "return 1")).result()) == [1]
        assert [worker._process is None for worker in pool._workers] == [False, True]


def test_the_judge_never_imports_mxnet():
    """It starts in a fraction of a second, and no submission's library runs in it."""
    code = (
        "import sys, grader.cli, grader.debugging, grader.grading, grader.report.terminal; "
        "print('mxnet' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_interrupt_is_not_waited_for(tmp_path: Path):
    """Ctrl-C during an endless loop ends the grader and its workers at once."""
    (tmp_path / "square.py").write_text("while True: pass\n")
    course = Path(__file__).parents[1] / "miniature" / "solutions"
    command = [sys.executable, "-m", "grader", "grade", "--course", str(course), "--seconds", "60"]
    process = subprocess.Popen([*command, "--workers", "1", str(tmp_path)], cwd=tmp_path)
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    assert (process.wait(20), time.monotonic() - began < 5) == (130, True)


def test_starting_without_bubblewrap_touches_no_device(isolation: Isolation):
    """MXNet's profiler unlinks the file that it is given the name of."""
    bare = Isolation(Unavailable("not asked for"), isolation.seccomp)
    before = Path("/dev/null").stat()
    with Pool(bare, Limits(), 1) as pool:
        assert said(pool.submit(job("", "return 1")).result()) == [1]
    after = Path("/dev/null").stat()
    assert (after.st_ino, after.st_rdev) == (before.st_ino, before.st_rdev)


def test_what_fails_before_the_submission_runs_is_nobodys_fault_but_the_graders(worker: Worker):
    """No take is charged, and the worker goes on."""
    broken = msgspec.structs.replace(job("x = 1", "return 1"), checks="1/0")
    with pytest.raises(WorkerFailed, match=r"(?s)before it ran anything: .*ZeroDivisionError"):
        worker.run(broken)
    assert said(worker.run(job("x = 1", "return solution.x"))) == [1]


def test_what_python_and_numpy_draw_does_not_depend_on_the_takes_before(worker: Worker):
    """Nor on which of them are run: a mistake is run on some, a submission on all."""
    draws = "import random, numpy; return random.random() + numpy.random.random()"
    both = worker.run(job("", draws, draws))
    second = worker.run(job("", draws, draws, takes=[both.takes[1].take]))
    assert said(both)[1:] == said(second)
    assert said(both)[0] != said(second)[0]


def test_a_child_has_no_text_of_the_checks(worker: Worker):
    """It runs their code, in which no comments are."""
    source = (
        "import gc\ndef texts():\n"
        "    return [o.checks for o in gc.get_objects() if type(o).__name__ == 'Job']\n"
    )
    run = worker.run(job(source, "return ''.join(solution.texts()), len(solution.texts()) > 0"))
    answer = run.takes[0].answer
    assert answer
    assert plain(answer.value) == ["", True]
