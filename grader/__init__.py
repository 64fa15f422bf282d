"""gluon-grader: an automatic grader for deep-learning exercises in Gluon."""
