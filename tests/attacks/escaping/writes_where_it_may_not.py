"""Writes into every folder, links out of its own, and makes devices of its own."""

import os
import stat
import sys

found = []
for root in ('/', '/usr', '/usr/bin', '/etc', '/dev', '/proc', sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)):
    try:
        open(os.path.join(root, 'left'), 'w').close()
        found.append(root)
    except OSError:
        pass
for name in ('/usr/bin/env', os.__file__):
    try:
        open(name, 'ab').close()
        found.append(name)
    except OSError:
        pass
    try:
        os.link(name, '/tmp/linked')
        found.append(f'link to {name}')
    except OSError:
        pass
for kind in (stat.S_IFCHR, stat.S_IFBLK):
    try:
        os.mknod('/tmp/device', kind | 0o666, os.makedev(1, 1))
        found.append('mknod')
    except OSError:
        pass


def softmax(X):
    raise RuntimeError('; '.join(found) or 'nothing got through')
