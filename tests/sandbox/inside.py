"""Run inside bubblewrap as process 1: looks around and prints what it sees as one JSON object."""

# Prints its answer, and looks at /proc as a submission would.
# ruff: noqa: PTH101, PTH109, PTH110, PTH118, PTH123, PTH208, T201

import getpass
import json
import os
import socket
import stat
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, os.environ["PYTHONPATH"])

from grader.sandbox import adopt_orphans, drop_capabilities, end_leftovers, hide_memory, wipe


def attempt(action):
    """What it returns, or the name of the error's errno."""
    import errno

    try:
        return action()
    except OSError as error:
        return errno.errorcode[error.errno or 0]


def processes():
    return sorted(int(name) for name in os.listdir("/proc") if name.isdigit())


def connect(address):
    with socket.socket() as client:
        client.settimeout(2)
        client.connect(address)


def writable():
    """Every folder, beside /proc, in which a file can be made; and settings in /proc."""
    found = []
    for root, folders, _ in os.walk("/"):
        if root == "/":
            folders.remove("proc")
            folders.remove("usr")  # one mount, tried below
        if (
            attempt(lambda root=root: (Path(root, "x").touch(), Path(root, "x").unlink())[1])
            is None
        ):
            found.append(root)
    return found + [name for name in ("/usr", "/usr/lib") if os.access(name, os.W_OK)]


def changeable():
    """Everything in /proc, processes aside, whose permissions can be changed without a filter."""
    found = []
    for root, folders, files in os.walk("/proc"):
        folders[:] = [name for name in folders if not name.isdigit()]
        for path in (root, *(os.path.join(root, name) for name in files)):
            mode = os.lstat(path).st_mode
            if not stat.S_ISLNK(mode) and attempt(lambda p=path, m=mode: os.chmod(p, m)) is None:
                found.append(path)
    return found


def settings():
    found = []
    for root, folders, files in os.walk("/proc"):
        folders[:] = [name for name in folders if not name.isdigit() and name != "self"]
        folders[:] = [name for name in folders if name != "thread-self"]
        for name in files:
            path = os.path.join(root, name)
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
                found.append(path)
            except OSError:
                pass
    return found


def child_facts():
    """What a child of the fork server can do to it, without any filter."""
    os.kill(1, 9)  # ignored by the kernel: process 1 is immune to its own namespace
    return {
        name: attempt(lambda name=name: open(f"/proc/1/{name}", "rb").close())
        for name in ("mem", "environ")
    }


def in_child(function):
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.write(writing, json.dumps(function()).encode())
        os._exit(0)
    os.wait()
    os.close(writing)
    return json.loads(os.read(reading, 10_000))


def daemons():
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(600)
            os._exit(0)


def names_a_thread():
    """Another one than its own, as glibc does it."""
    thread = threading.Thread(target=time.sleep, args=[0.5], daemon=True)
    thread.start()
    return os.access(f"/proc/self/task/{thread.native_id}/comm", os.W_OK)


facts = {
    "pid": os.getpid(),
    "uid": os.getuid(),
    "user": getpass.getuser(),
    "host": socket.gethostname(),
    "cwd": os.getcwd(),
    "secret": os.environ.get("GRADER_SECRET"),
    "environ": "GRADER_SECRET" in Path("/proc/1/environ").read_text(),
    "processes": processes(),
    "passwd": os.path.exists("/etc/passwd"),
    "sys": os.path.exists("/sys"),
    "homes": [name for name in ("/home", "/root/.ssh", "/root/.bashrc") if os.path.exists(name)],
    "repository": sorted(os.listdir(Path(os.environ["PYTHONPATH"]))),
    "internet": attempt(lambda: connect(("1.1.1.1", 53))),
    "localhost": attempt(lambda: connect(("127.0.0.1", 22))),
    "interfaces": [name for _, name in socket.if_nameindex()],
    "too much": attempt(lambda: Path("/tmp/large").write_bytes(bytes(3 << 20))),
    "too much shared": attempt(lambda: Path("/dev/shm/large").write_bytes(bytes(2 << 20))),
    "wiped": [wipe(Path("/tmp")), wipe(Path("/dev/shm")), os.path.exists("/tmp/large")],
    "writable": writable(),
    "settings": settings(),
    "changeable": changeable(),
    "names a thread": names_a_thread(),
}
drop_capabilities()
hide_memory()
adopt_orphans()
facts["child"] = in_child(child_facts)
in_child(daemons)
time.sleep(0.05)
facts["leftovers"] = len(processes()) - 1 >= 3
facts["ended"] = end_leftovers(own_namespace=True) >= 3
facts["processes afterwards"] = processes()
print(json.dumps(facts))
