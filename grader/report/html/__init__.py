"""The report as one self-contained page.

What belongs here: `page` (the report becomes text), `heat` and `plot` (numbers become shapes),
the templates, and `style.css`, which the class's page shares.
"""
