"""Hints in steps, and a way back to the stub.

What belongs here: `ladder` (which hints there are, the least telling first), `progress` (which of
them were given, kept beside the exercises), `giving` (the next one, on the work as it is now),
`reset` (a stub restored, the old work kept).  What a report shows without being asked stays the
first step; it shows a further one only once it was given.
"""
