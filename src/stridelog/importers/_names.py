"""Names as stride writes them, made of what other programs call things."""

import re
import unicodedata

_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def kebab(text: str) -> str:
    """Return ``text`` in small letters with dashes between its words (``NordicSki``).

    Letters and digits of any script stay; whatever else stands between them becomes the dash.
    """
    small = unicodedata.normalize("NFC", _HUMP.sub("-", text).lower())
    kept = "".join(c if _belongs_to_a_word(c) else " " for c in small)
    return "-".join(kept.split())


def _belongs_to_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
