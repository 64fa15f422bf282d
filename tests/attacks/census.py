"""What a submission can see of what others left: printed as one JSON object, from inside."""

import fcntl
import gc
import json
import os
import resource
import signal
import stat
import sys
import threading

READ_FLAGS = 0x80086601  # FS_IOC_GETFLAGS


def lines(name):
    """The lines of a table in /proc below its head."""
    try:
        with open(name) as table:
            return table.read().splitlines()[1:]
    except OSError:
        return []


def tree(top):
    """Everything below `top` that lies in its own file system, by name."""
    found = []
    for root, folders, files in os.walk(top):
        found += [os.path.join(root, name) for name in folders + files]
        own = os.stat(top).st_dev
        folders[:] = [name for name in folders if os.lstat(os.path.join(root, name)).st_dev == own]
    return sorted(found)


def marks(name):
    """What a folder itself can carry: mode, times, flags, attributes, space and files in use."""
    about, space = os.stat(name), os.statvfs(name)
    descriptor = os.open(name, os.O_RDONLY)
    flags = fcntl.ioctl(descriptor, READ_FLAGS, bytes(8))
    os.close(descriptor)
    used = [space.f_blocks - space.f_bfree, space.f_files - space.f_ffree]
    return [oct(about.st_mode), about.st_mtime, flags.hex(), os.listxattr(name), used]


def processes():
    """The name of every process but this one."""
    others = [pid for pid in os.listdir('/proc') if pid.isdigit() and pid != str(os.getpid())]
    return sorted(open(f'/proc/{pid}/comm').read().strip() for pid in others)


def server():
    """What is seen of the fork server: its niceness, threads and place among those to be killed."""
    fields = open('/proc/1/stat').read().rpartition(')')[2].split()
    return [fields[16], fields[17], open('/proc/1/oom_score_adj').read()]


def signals():
    """Which signals are blocked, ignored and caught."""
    status = dict(line.split(':\t', 1) for line in open('/proc/self/status').read().splitlines())
    return [status[name] for name in ('SigQ', 'SigBlk', 'SigIgn', 'SigCgt', 'ShdPnd', 'Threads')]


def limits():
    """All limits but that of address space, which depends on what is mapped."""
    kinds = [name for name in dir(resource) if name.startswith('RLIMIT_') and name != 'RLIMIT_AS']
    return {name: resource.getrlimit(getattr(resource, name)) for name in kinds}


def descriptors():
    """What is open, without the numbers of pipes and sockets."""
    names = []
    for number in range(256):
        try:
            names.append([number, os.readlink(f'/proc/self/fd/{number}').partition(':')[0]])
        except OSError:
            continue
    return names


facts = {
    'terminals': os.stat('/dev/pts').st_atime == os.stat('/dev/pts').st_mtime,  # before they are listed
    'files': [tree('/tmp'), tree('/dev/shm'), tree('/dev/pts')],
    'marks': [marks('/tmp'), marks('/dev/shm')],
    'devices': {
        name: oct(os.stat(f'/dev/{name}').st_mode) for name in sorted(os.listdir('/dev')) if os.path.exists(f'/dev/{name}')
    },
    'processes': processes(),
    'server': server(),
    'sockets': [lines(f'/proc/net/{name}') for name in ('unix', 'tcp', 'tcp6', 'udp', 'udp6', 'raw', 'packet')],
    'sysv': [lines(f'/proc/sysvipc/{name}') for name in ('shm', 'sem', 'msg')],
    'locks': open('/proc/locks').read(),
    'signals': signals(),
    'limits': limits(),
    'descriptors': descriptors(),
    'environment': dict(os.environ),
    'folder': os.getcwd(),
    'mask': os.umask(0o22),
    'nice': os.nice(0),
    'processors': sorted(os.sched_getaffinity(0)),
    'threads': [thread.name for thread in threading.enumerate()],
    'modules': sorted(sys.modules),
    'path': sys.path,
    'finders': [type(finder).__name__ for finder in sys.meta_path],
    'hooks': [str(sys.gettrace()), str(sys.getprofile()), sys.getrecursionlimit(), gc.get_threshold()],
    'alarm': signal.alarm(0),
    'memory': os.stat('/proc/meminfo').st_mode & stat.S_IRUSR,
}
print(json.dumps(facts))
