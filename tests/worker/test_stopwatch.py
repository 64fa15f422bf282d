"""Time in which nobody could run is nobody's fault."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil

SECONDS = 3.0
"""Within which a take has to answer; it computes for a fifth of them."""
STOPPED = 3.5
"""Longer: the machine stands still meanwhile, as where it is suspended."""

JUDGE = f"""
from grader.sandbox import Limits, find_isolation
from grader.worker.client import Worker
from tests.conftest import job

worker = Worker(find_isolation(), Limits(seconds={SECONDS}))
try:
    worker.run(job("", "return 1"))
    print("warm", flush=True)
    busy = "import time\\n    while time.process_time() < {SECONDS / 5}: pass\\n    return 1"
    run = worker.run(job("", busy))
    print(run.takes[0].end.value, run.takes[0].seconds < {STOPPED}, flush=True)
finally:
    worker.close()
"""


def test_a_machine_that_stands_still_costs_no_take_its_time():
    judge = subprocess.Popen([sys.executable, "-c", JUDGE], stdout=subprocess.PIPE, text=True)
    try:
        assert judge.stdout
        assert judge.stdout.readline() == "warm\n"
        time.sleep(SECONDS / 8)
        machine = [psutil.Process(judge.pid)]
        machine += machine[0].children(recursive=True)
        for process in machine:
            process.suspend()
        time.sleep(STOPPED)
        for process in machine:
            process.resume()
        assert judge.communicate(timeout=60)[0] == "answered True\n"
    finally:
        judge.kill()
