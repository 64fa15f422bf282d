"""Os._exit(0) in a thread, some time later."""

import os
import threading
import time

from mxnet import nd


def later():
    time.sleep(0.005)
    os._exit(0)


threading.Thread(target=later, daemon=True).start()


def softmax(X):
    time.sleep(2)
    return X
