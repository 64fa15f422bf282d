"""Honest work, done by CuPy: what the one before did to the GPU must not reach it."""

import cupy


def solve():
    return int((cupy.arange(1000) + 1).sum())
