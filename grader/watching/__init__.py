"""`grader watch`: what was saved is graded at once, by workers that stay warm.

What belongs here: `saves` (what was saved, once it has settled), `lanes` (workers that can be
ended in the midst of a task), `board` (what is known of each exercise, and which one is looked
at), `tasks` (who grades what, and whose verdict counts), `session` (keys, signals and verdicts, one
after the other), and what the student sees: `screen` or, without a terminal, `lines`.
"""
