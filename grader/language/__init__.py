"""Which language the grader speaks, and translating into it.

What belongs here: `choice` (which languages there are, and which one is asked for), `speech` (the
language of this process, `_` and `ngettext`), `catalogs` (.po files, read and written) and the
grader's own catalogs, one for each language but English, in which the messages are written.  A
course's catalogs lie beside its exercises (`grader.course.translating`).

Every module that says something imports this one: so nothing heavy is imported until a catalog is
read, which English never does.
"""

from grader.language.choice import ENGLISH, LANGUAGES, choose, tag
from grader.language.speech import (
    CatalogError,
    Say,
    _,
    joined,
    later,
    listed,
    ngettext,
    sayings,
    some,
    spoken,
    translations,
    use,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "CatalogError",
    "Say",
    "_",
    "choose",
    "joined",
    "later",
    "listed",
    "ngettext",
    "sayings",
    "some",
    "spoken",
    "tag",
    "translations",
    "use",
]
