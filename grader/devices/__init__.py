"""What there is to compute on: GPUs, CUDA's libraries, and which devices a grading takes.

`libraries` is imported wherever MXNet or CuPy is, and so nothing is imported here.  Nothing in this
folder knows of scores.
"""
