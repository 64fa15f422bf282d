"""Is this answer right?  Comparison, allowances, laws of random draws.

Works on data only: knows nothing of processes, files or scores, and imports no MXNet.
"""
