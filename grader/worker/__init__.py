"""The untrusted side: fork server, child, cases, operator trace; and `client`, the judge's end.

`protocol` says what crosses between them.  Nothing here knows of scores.
"""
