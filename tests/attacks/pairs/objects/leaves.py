"""Leaves its text in memory."""

import os
import threading
import time

ANSWERS = ['left', 'by another']
thread = threading.Thread(target=time.sleep, args=(600,), daemon=True)
thread.start()
pipe = os.pipe()
os.write(pipe[1], b'left')


def softmax(X):
    return X
