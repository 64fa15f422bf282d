"""One record of a grading, and its renderings.

What belongs here: `record` (the types) and what is made for it (`matrix`, the corner of two arrays,
`pictures`, what a student may see: `student`), one module per rendering (`terminal`, `jsonfile`,
`excerpt`, and the page in `html/`), and what these share.  A rendering is a pure function of a
Report: it grades nothing, imports no MXNet and asks no process.  Renderings are imported by module,
so that a reader of records alone loads neither numpy nor rich.
"""
