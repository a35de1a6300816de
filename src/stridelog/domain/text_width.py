"""How much room a text takes where every character has its cell, as on a terminal."""


def cells(text: str) -> int:
    """Return how many cells a text takes: two for wide characters, none for what joins others."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    wide = sum(east_asian_width(character) in {"W", "F"} for character in text)
    joined = sum(category(character) in {"Mn", "Me", "Cf"} for character in text)
    return len(text) + wide - joined


def folded(text: str, width: int) -> list[str]:
    """Return a text in lines of so many cells, broken between words; a longer word stays whole."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
