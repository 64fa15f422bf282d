"""`grader watch`: what was saved is graded at once, by workers that stay warm.

What belongs here: `saves` (what was saved, once it has settled), `lanes` (workers that can be
ended in the midst of a task), `board` (what is known of each exercise, and which one is looked
at), `tasks` (who grades what, and whose verdict counts), `keys` (each as soon as it is pressed),
`bell` (what wakes a session that waits), `session` (keys, signals and verdicts, one after the
other), and what the student sees: `screen`, `beside` (the reference next to one's own code) or,
without a terminal, `lines`.
"""
