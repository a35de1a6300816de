"""Text as people type, paste and dictate it, brought down to what a plain keyboard has."""

SHOWN = 40
"""As many characters of somebody's text are repeated in a message."""

_LOOK_ALIKES: dict[int, str] = {
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xFE63), "-"),
    **dict.fromkeys((0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x60), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0x201E, 0x2033), '"'),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD), ""),
    0x2236: ":",
    0x2215: "/",
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_TO_ASCII = 0xFEE0


def plain(text: str) -> str:
    """Return ``text`` in lower case, with look-alikes as ASCII and single spaces between words.

    Typographic dashes, minus signs, primes and quotes, full-width characters and the digits of
    any script become what a plain keyboard has; invisible characters go; any space is a space.
    What has no such counterpart stays as it is.
    """
    if not text.isascii():
        text = "".join(map(_plain_character, text))
    return " ".join(text.split()).lower().replace("''", '"')


def _plain_character(character: str) -> str:
    code = ord(character)
    if code in _LOOK_ALIKES:
        return _LOOK_ALIKES[code]
    if code in _FULL_WIDTH:
        return chr(code - _FULL_WIDTH_TO_ASCII)
    return str(int(character)) if character.isdecimal() else character


def shown(text: str) -> str:
    """Return ``text`` as a message may repeat it: one short line without control characters."""
    line = " ".join(text[: 2 * SHOWN].split())
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
