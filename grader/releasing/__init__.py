"""The student's copy of a course: everything that grading one's own work needs, and no solution.

What belongs here: which files are handed out (`files`), the course without its references
(`courses`), the answer key that stands in for them (`answers`), what would give a solution away
(`leaks`), putting it together (`release`), and the archive in which the work comes back
(`handing_in`).  How such a copy is read is known where courses are read: `grader.course.loading`
and `grader.grading.released`.
"""
