"""Text is text: what a person wrote is shown as written, and does nothing.

Control characters, controls of writing direction and invisible characters would act on a
terminal or hide from its reader. Visible stand-ins are put in their place first; what each medium
would read as markup is escaped then.
"""

CONTROL_PICTURES = "".join(map(chr, range(0x2400, 0x2420)))
"""The pictures of the 32 control characters of ASCII, in their order (␀ ␁ ... ␛ ...)."""

DELETE, DELETE_PICTURE = "\x7f", "␡"

JOINERS = frozenset("\u200c\u200d")
"""Zero-width joiner and non-joiner: between characters beyond ASCII they shape what is seen."""

BLACK_FLAG = "\U0001f3f4"
"""The only character that tags follow in honest text (the flags of England, Scotland, Wales)."""

TAGS = range(0xE0000, 0xE0080)

HIDDEN_RANGES = (
    range(0x20),  # the controls of ASCII
    range(0x7F, 0xA0),  # delete, and the controls that 8-bit terminals obey
    range(0xAD, 0xAE),  # soft hyphen
    range(0x61C, 0x61D),  # mark of direction (Arabic)
    range(0x180E, 0x180F),  # Mongolian vowel separator
    range(0x200B, 0x200C),  # zero-width space
    range(0x200E, 0x2010),  # marks of direction
    range(0x2028, 0x202F),  # line and paragraph separator; embedded and overridden direction
    range(0x2060, 0x2070),  # word joiner, invisible operators, isolated direction
    range(0xD800, 0xE000),  # lone surrogates: bytes that were never text
    range(0xFEFF, 0xFF00),  # byte order mark
    range(0xFFF9, 0xFFFC),  # interlinear annotation
    TAGS,
)


def is_hidden(character: str) -> bool:
    """Tell whether ``character`` is a control or invisible, joiners aside."""
    code = ord(character)
    return any(code in hidden for hidden in HIDDEN_RANGES)


def visible(text: str, keep: str = "") -> str:
    r"""Return ``text`` with a visible stand-in for each hidden character that is not in ``keep``.

    ASCII controls become their pictures (ESC is ``␛``), the others their code (``\u202e``).
    What joins or tags an emoji stays.
    """
    if text.isprintable():
        return text
    shown: list[str] = []
    before = ""
    for character, after in zip(text, (*text[1:], ""), strict=True):
        stays = character in keep or _belongs(character, before, after)
        shown.append(character if stays else _stand_in(character))
        if ord(character) not in TAGS:
            before = character
    return "".join(shown)


def _belongs(character: str, before: str, after: str) -> bool:
    """Tell whether ``character`` is meant to be seen, or shapes what stands around it."""
    if character in JOINERS:
        return not (before.isascii() or after.isascii())
    if ord(character) in TAGS:
        return before == BLACK_FLAG
    return not is_hidden(character)


def _stand_in(character: str) -> str:
    if ord(character) < len(CONTROL_PICTURES):
        return CONTROL_PICTURES[ord(character)]
    if character == DELETE:
        return DELETE_PICTURE
    return character.encode("unicode_escape").decode("ascii")
