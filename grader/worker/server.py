"""The fork server: imports MXNet once, then forks a child for each job.

It never reads a job: it receives two file descriptors (the job's socket and the pipe for what
the submission prints), which it hands to the child, and how many threads that may have.  So nothing
of one submission, and no expected value, is ever in the memory that the next child inherits.

Run as `python -I -m grader.worker.server CONTROL SCRATCH [contained]`: the control socket's
number, the folder that children may write to and that is emptied after each, and whether all
other processes here are this server's own (bubblewrap's process namespace).
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
from pathlib import Path

from grader import sandbox
from grader.sandbox import kernel
from grader.worker import mxnet_import

READY, JOB, DONE, KILL = b"R", b"J", b"D", b"K"
CROWDED = 1 << 16
"""The status of a child that was ended for its threads; no wait status is as large."""
_LOOK = 0.1
"""Seconds between two looks at how many threads a child has."""


def main() -> None:
    """Serve until the judge closes the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    scratch = Path(sys.argv[2])
    contained = "contained" in sys.argv[3:]
    sandbox.drop_capabilities()
    sandbox.hide_memory()
    sandbox.adopt_orphans()
    mxnet_import.run()
    from grader.worker import child, pages, surroundings, warmup

    warmup.run(scratch)
    surroundings.prepare()
    child.prepare()
    folders = (scratch, Path("/dev/shm")) if contained else (scratch,)
    for folder in folders:  # as the children to come will find them
        sandbox.wipe(folder)
    running = sandbox.tasks_of_user()
    for on_gpu in (False, True):
        sandbox.find_seccomp(on_gpu=on_gpu)  # assembled here, it costs the children nothing
    gc.collect()
    gc.freeze()
    pages.settle()
    control.sendall(READY)
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 16, 2)
        if not message:
            return
        if len(descriptors) != 2:
            continue
        most = int.from_bytes(message[len(JOB) :], "big")
        status = _run_child(control, descriptors, scratch, running, most)
        sandbox.end_leftovers(own_namespace=contained)
        if not all(sandbox.wipe(folder) for folder in folders):
            return  # the judge starts a fresh server
        control.sendall(DONE + status.to_bytes(4, "big"))


def _run_child(
    control: socket.socket, descriptors: list[int], scratch: Path, running: int, most: int
) -> int:
    """Fork, wait, and kill when the judge says so or is gone, or when there are more than `most`
    threads, unless that is 0: of root's the kernel counts none.  Returns the wait status, or
    CROWDED."""
    job, output = descriptors
    pid = os.fork()
    if pid == 0:
        from grader.worker import child

        os.setsid()
        control.close()
        # Without bubblewrap nothing else ends it when this server is killed.
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        child.main(socket.socket(fileno=job), output, scratch, running)
    os.close(job)
    os.close(output)
    handles, crowded = _handles(pid), False
    watched = [control.fileno(), *handles]
    ended, status = os.waitpid(pid, os.WNOHANG)
    while not ended:
        ready = select.select(watched, [], [], _LOOK)[0]
        crowded = crowded or (not ready and 0 < most < sandbox.threads(pid))
        if crowded or control.fileno() in ready:
            os.kill(pid, signal.SIGKILL)
        if control.fileno() in ready and not control.recv(16):
            watched = handles
        ended, status = os.waitpid(pid, os.WNOHANG)
    for handle in handles:
        os.close(handle)
    return CROWDED if crowded else status


def _handles(pid: int) -> list[int]:
    """What can be read once this child has ended: a descriptor, or none before Linux 5.3 and where
    a container denies the call.  There the end is seen at the next look."""
    try:
        return [os.pidfd_open(pid)]
    except OSError:
        return []


if __name__ == "__main__":
    main()
