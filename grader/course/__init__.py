"""The course: what an author writes, and how `solutions/` becomes exercises."""

from grader.course.exercise import Check, Exercise, Law, Mistake

__all__ = ["Check", "Exercise", "Law", "Mistake"]
