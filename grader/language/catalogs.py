"""Catalogs: .po files, as translators edit them.

No compiled file stands beside them, which could be older than they are: a catalog is compiled in
memory when it is read.  Written, it holds no date and no line number: what was not changed looks
as it did.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from grader.language.choice import LANGUAGES
from grader.language.speech import CatalogError, Say

_HEAD = """\
# {name}.  How to translate: docs/AUTHORING.md.  `make catalogs` keeps what is translated.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def parsed(data: bytes) -> Catalog:
    """The catalog in the text of a .po file.  Raises CatalogError."""
    try:
        return read_po(BytesIO(data), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        what = str(error).removesuffix(f" on {error.lineno}")
        line = error.lineno + 1  # Babel counts from 0
        raise CatalogError(f"this is no catalog of gettext's: line {line}: {what}") from None
    except (UnicodeDecodeError, ValueError) as error:
        raise CatalogError(f"this is no catalog of gettext's: {error}") from None


def translations(data: bytes) -> GNUTranslations:
    """What such a text translates; what is marked as fuzzy is not used.  Raises CatalogError."""
    compiled = BytesIO()
    write_mo(compiled, parsed(data))
    compiled.seek(0)
    return GNUTranslations(compiled)


def updated(found: Catalog, before: bytes, language: str, elsewhere: Say = lambda _: "") -> bytes:
    """The text of a catalog for the messages in `found`, with what `before` says of each of them.

    A new message is translated as it is `elsewhere`, or not yet (an empty text), and one that is
    gone is left out.  Raises CatalogError.
    """
    known = parsed(before)
    made = Catalog(locale=language)
    for message in found:
        if message.id:
            old = known.get(message.id)  # by the singular alone
            same = old is not None and old.id == message.id and not old.fuzzy
            made.add(
                message.id,
                (old.string if old and same else "") or elsewhere(str(message.id)),
                locations=message.locations,
                auto_comments=message.auto_comments,
                user_comments=old.user_comments if old else (),
            )
    return written(made, language)


def written(catalog: Catalog, language: str) -> bytes:
    """The text of a catalog's .po file."""
    text = BytesIO()
    write_po(text, catalog, width=0, omit_header=True, include_lineno=False)
    plural = Catalog(locale=language).plural_forms
    head = _HEAD.format(name=LANGUAGES[language], language=language, plural=plural)
    return head.encode() + text.getvalue().rstrip(b"\n") + b"\n"
