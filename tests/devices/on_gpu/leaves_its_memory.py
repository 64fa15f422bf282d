"""Fills nine tenths of the GPU's memory with a mark, and ends without giving any back."""

import cupy

MARK = 0x5EC2E7
kept = []


def solve():
    cupy.cuda.set_allocator(None)
    left = cupy.cuda.Device().mem_info[0] * 9 // 10
    total = 0
    while left >= 2**30:
        kept.append(cupy.full(2**28, MARK, cupy.uint32))
        left -= 2**30
        total += 1
    cupy.cuda.Device().synchronize()
    return total
