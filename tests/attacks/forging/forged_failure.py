"""A failure with a terminal's escapes in its type, and line numbers that there are none of."""

import os
import stat

import msgspec

def send(message):
    body = msgspec.msgpack.encode(message)
    for descriptor in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                view = memoryview(len(body).to_bytes(4, 'big') + body)
                while view:
                    view = view[os.write(descriptor, view):]
        except OSError:
            pass


def softmax(X):
    frame = {'line': -(2**63), 'function': '\x1b]0;owned\x07', 'source': '[red]', 'file': '../../etc/passwd'}
    failure = {'type': '\x1b[2J', 'message': '<script>', 'frames': [frame] * 64, 'own_raise': True}
    send({'type': 'answer', 'index': 0, 'failure': failure})
    os._exit(0)
