"""Gradescope: a report in its form, and the archive with which it grades by itself.

What belongs here: `results` (a report as the results.json that Gradescope reads), `wording` (what
stands in the box of one check), `archive` (the zip that an instructor uploads) and `grading`
(what run_autograder starts inside Gradescope's container). Specification:
https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""
