"""Taking a pasted line apart into words: much as a shell does, but forgiving."""

import re
from bisect import bisect_right
from typing import NamedTuple

from stridelog.domain.logline.line import LineError
from stridelog.domain.plain_text import shown

CLOSING = {
    '"': '"\N{RIGHT DOUBLE QUOTATION MARK}',
    "\N{LEFT DOUBLE QUOTATION MARK}": '"\N{RIGHT DOUBLE QUOTATION MARK}',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"\N{RIGHT DOUBLE QUOTATION MARK}',
    "\N{DOUBLE LOW-9 QUOTATION MARK}": (
        '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
    ),
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": (
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    ),
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": (
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    ),
}
"""What opens a group of words, as languages and phones write it, and what closes it."""

APOSTROPHES = "'\N{LEFT SINGLE QUOTATION MARK}"
"""What opens a group only where the line has another one at the end of a word: in ``don't`` and
``'twas`` it is a letter."""

_CLOSING_APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}](?!\\S)")

BEFORE_QUOTES = "=+@"
"""Behind these a quote opens a group inside a word: ``--note="so far"``."""


class Word(NamedTuple):
    """One word of a line; ``quoted`` where all of it stood in quotes."""

    text: str
    quoted: bool = False


def split_words(text: str) -> list[Word]:
    """Return the words of a line. Raises ``LineError`` where a quote is not closed."""
    line = _Line(text)
    words: list[Word] = []
    while line.skip_space():
        words.append(line.word())
    return words


class _Line:
    """A line that is gone through word by word, each character once or twice, however long."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._apostrophes = [match.start() for match in _CLOSING_APOSTROPHE.finditer(text)]

    def skip_space(self) -> bool:
        """Go to where the next word begins, and tell whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def word(self) -> Word:
        """Go past the word that begins here, and return it."""
        text, start, quoted = self._text, self._at, False
        parts: list[str] = []
        while not self._ends_at(self._at):
            at = self._at
            end = self._end_of_group(at) if at == start or text[at - 1] in BEFORE_QUOTES else None
            parts.append(text[at] if end is None else text[at + 1 : end])
            self._at = (at if end is None else end) + 1
            quoted = quoted or (end is not None and at == start and self._ends_at(end + 1))
        return Word("".join(parts), quoted)

    def _ends_at(self, at: int) -> bool:
        return at >= len(self._text) or self._text[at].isspace()

    def _end_of_group(self, at: int) -> int | None:
        """Return where the group ends that opens at ``at``; None where nothing opens there."""
        opening = self._text[at]
        if opening in APOSTROPHES:
            first = bisect_right(self._apostrophes, at)
            return next(iter(self._apostrophes[first : first + 1]), None)
        if opening not in CLOSING:
            return None
        marks = CLOSING[opening]
        ends = [end for mark in marks if (end := self._text.find(mark, at + 1)) >= 0]
        if not ends:
            opened = shown(self._text[at:])
            raise LineError(
                f"{opened} opens a quote that nothing closes.", f"Close it with {marks[0]}"
            )
        return min(ends)
