"""A class's results for people: the instructor's overview, and each student's own report.

What belongs here: `terminal` and `page`, two renderings of one analysis; `show`, one student for
the instructor; and `files`, a folder for each student. Nothing here grades or computes.
"""
