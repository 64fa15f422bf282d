"""A class's results in the forms that other programs read.

What belongs here: one module for each format, named after who reads it, each with a function that
turns a gradebook into files and cites the specification that it keeps to; `sheet`, which the three
tables share; and `text`, what may stand in an exported name. `export` knows all formats.
"""

from grader.classroom.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
