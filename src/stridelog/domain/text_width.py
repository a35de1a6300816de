"""How much room a text takes where every character has its cell, as on a terminal."""


def cells(text: str) -> int:
    """Return how many cells a text takes: two for wide characters, none for what joins others."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    wide = sum(east_asian_width(character) in {"W", "F"} for character in text)
    joined = sum(category(character) in {"Mn", "Me", "Cf"} for character in text)
    return len(text) + wide - joined
