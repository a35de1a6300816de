"""Text in Markdown (GitHub's), such that it is read as it was written."""

from stridelog.domain.visible_text import visible

ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~&"})
"""The characters that mean something to Markdown wherever they stand."""


def escaped(text: str) -> str:
    """Return ``text`` such that Markdown shows it, character by character, as it is."""
    return visible(text).translate(ESCAPES)


def opened(line: str) -> str:
    """Return ``line`` with its beginning escaped where it would open a list or an underline."""
    if line.startswith(("-", "+", "=")):
        return f"\\{line}"
    number = line[: len(line) - len(line.lstrip("0123456789"))]
    return (
        f"{number}\\{line[len(number) :]}"
        if number and line[len(number) :][:1] in (".", ")")
        else line
    )
