"""What a submission can reach and how much of it: bubblewrap, seccomp, rlimits.

Here belongs whatever asks the kernel to confine a process or to clean up after one.  Nothing
here knows of exercises, jobs or scores.  Linux only, x86-64 and aarch64.

In the order in which they are called:

- the judge: `hide_memory`, `choose_isolation`, `Isolation.command`, `Isolation.describe`;
- the fork server, first thing: `drop_capabilities`, `hide_memory`, `adopt_orphans`,
  `tasks_of_user`;
- a child, before the submission's first line: `apply`, then `Seccomp.install`;
- the fork server, while a child runs: `threads`;
- the fork server, after each child: `end_leftovers`, then `wipe` for /tmp and /dev/shm.
"""

from grader.sandbox.accelerator import Accelerator
from grader.sandbox.bubblewrap import Bubblewrap
from grader.sandbox.bubblewrap import find as find_bubblewrap
from grader.sandbox.isolation import Isolation, IsolationError, describe
from grader.sandbox.isolation import choose as choose_isolation
from grader.sandbox.isolation import find as find_isolation
from grader.sandbox.leftovers import adopt_orphans, end_leftovers
from grader.sandbox.limits import Limits, apply, tasks_of_user, threads
from grader.sandbox.privileges import drop_capabilities, hide_memory
from grader.sandbox.seccomp import Seccomp
from grader.sandbox.seccomp import find as find_seccomp
from grader.sandbox.unavailable import Unavailable
from grader.sandbox.wipe import wipe

__all__ = [
    "Accelerator",
    "Bubblewrap",
    "Isolation",
    "IsolationError",
    "Limits",
    "Seccomp",
    "Unavailable",
    "adopt_orphans",
    "apply",
    "choose_isolation",
    "describe",
    "drop_capabilities",
    "end_leftovers",
    "find_bubblewrap",
    "find_isolation",
    "find_seccomp",
    "hide_memory",
    "tasks_of_user",
    "threads",
    "wipe",
]
