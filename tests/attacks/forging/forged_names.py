"""Says that stubs are missing whose names, as regular expressions, are none or never end."""

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


names = ['softmax', '(', '(a*)*$b']
frame = {'line': 1, 'function': '', 'source': 'def ' + 'a' * 40}
note = {'type': 'ValueError', 'message': '', 'frames': [frame], 'own_raise': True}
send({'type': 'loaded', 'missing': names, 'defined': names, 'notes': [note]})


def softmax(X):
    return X
