"""Takes all memory of the GPU, then asks for more."""

import cupy

kept = []


def solve():
    cupy.cuda.set_allocator(None)
    size = cupy.cuda.Device().mem_info[0]
    while size >= 2**20:
        try:
            kept.append(cupy.empty(size, cupy.uint8))
        except cupy.cuda.runtime.CUDARuntimeError:
            size //= 2
    kept.append(cupy.empty(2**30, cupy.uint8))
    return "got more than there is"
