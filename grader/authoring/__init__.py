"""What a course's author works with: laying out, checking and translating exercises."""
