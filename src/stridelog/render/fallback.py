"""What is written instead where an encoding lacks a character."""

from stridelog.domain.visible_text import CONTROL_PICTURES, DELETE_PICTURE

ASCII = {
    "▁": "_",
    "▂": ".",
    "▃": "-",
    "▄": "=",
    "▅": "+",
    "▆": "*",
    "▇": "%",
    "█": "#",
    "▌": "=",
    "░": ".",
    "▒": "+",
    "▓": "*",
    "○": "o",
    "·": ".",
    "•": "*",
    "▲": "^",
    "▼": "v",
    "→": "->",
    "←": "<-",
    "✓": "ok",
    "✗": "x",
    "★": "*",
    "\u276f": ">",  # heavy angle quotation mark
    "\u203a": ">",  # single angle quotation mark
    "…": "...",
    "\u2013": "-",  # en dash
    "—": "--",
    "\u2212": "-",  # minus sign
    "\u00d7": "x",  # multiplication sign
    "±": "+/-",
    "≤": "<=",
    "≥": ">=",
    "≈": "~",
    "Σ": "sum",
    "δ": "delta",
    "\u201c": '"',
    "\u201d": '"',
    "\u2018": "'",
    "\u2019": "'",
    "\u00a0": " ",
    "\u202f": " ",
}
"""The characters that pages are drawn with, and how ASCII writes them."""

CARET_BASE = ord("@")
"""Control characters are written as ^ and the letter of the key that makes them: ^@, ^A, ..."""


def has_all(encoding: str, text: str) -> bool:
    """Tell whether ``encoding`` can write every character of ``text``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def written_in(encoding: str, text: str) -> str:
    """Return ``text`` as ``encoding`` can write it: a character that it lacks is replaced.

    The program's own signs have a counterpart in ASCII, pictures of control characters become
    ``^[`` and the like; any other character becomes a question mark.
    """
    if text.isascii() or has_all(encoding, text):
        return text
    return "".join(
        character if has_all(encoding, character) else _counterpart(character) for character in text
    )


def _counterpart(character: str) -> str:
    if character in CONTROL_PICTURES:
        return f"^{chr(CARET_BASE + CONTROL_PICTURES.index(character))}"
    return "^?" if character == DELETE_PICTURE else ASCII.get(character, "?")
