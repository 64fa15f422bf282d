"""Changes its folder, mask, priority, limits, environment, locale, handlers and names."""

import ctypes
import locale
import os
import resource
import signal
import sys
import threading

from mxnet import nd

os.mkdir('/tmp/left')
os.chdir('/tmp/left')
os.umask(0o777)
os.nice(19)
os.environ['LEFT'] = os.environ['OMP_NUM_THREADS'] = '7'
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
locale.setlocale(locale.LC_ALL, 'C')
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
ctypes.CDLL(None).prctl(15, b'left', 0, 0, 0)
threading.stack_size(1 << 20)
sys.argv[:] = ['left']
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
