"""Grading inside a notebook's kernel.

What belongs here: `kernel` (what the cells have defined becomes a submission), `naming` (which
exercise is meant) and `fragment` (the report for a cell's output).  `grader.notebook` is what a
student imports.
"""
