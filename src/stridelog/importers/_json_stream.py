"""JSON of any size: a document by its members and their items, lines one by one."""

import json
from collections.abc import Iterator
from typing import NoReturn, TextIO

from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.importers._text import Encoding, open_text

CHUNK = 1 << 16
"""Characters that are read at a time, at least."""

LARGEST = 1 << 25
"""Characters that one item may have."""


class Document:
    """A file that holds one JSON object, be it inside a list: then it ``begins`` with ``[{``."""

    def __init__(self, path: SourceFile, encoding: Encoding, begins: str = "{") -> None:
        self._path = path
        self._encoding = encoding
        self._begins = begins

    def items(self, member: str) -> Iterator[object]:
        """Yield the items of the list that ``member`` is, or its value if it is no list.

        Nothing where there is no such member. The file is read from its beginning, up to the end
        of the member. Raises ``ImportFileError`` where it is no JSON, or cut off.
        """
        with open_text(self._path, self._encoding) as file:
            window = _Window(self._path, file)
            for mark in self._begins:
                window.expect(mark)
            while not window.passes("}"):
                name = window.value()
                window.expect(":")
                if name == member:
                    yield from _values(window)
                    return
                for _ in _values(window):
                    pass
                if not window.passes(","):
                    window.expect("}")
                    return


def values(path: SourceFile, encoding: Encoding) -> Iterator[object]:
    """Yield the values that stand in a file one after the other, as JSON lines do.

    Raises ``ImportFileError`` where something else stands there, or the file was cut off.
    """
    with open_text(path, encoding) as file:
        window = _Window(path, file)
        while not window.is_over():
            yield window.value()


def _values(window: "_Window") -> Iterator[object]:
    """Yield the items of the list that comes next, or the value that does."""
    if not window.passes("["):
        yield window.value()
        return
    if window.passes("]"):
        return
    yield window.value()
    while not window.passes("]"):
        window.expect(",")
        yield window.value()


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


class _Window:
    """The part of a file that is looked at."""

    _decoder = json.JSONDecoder(parse_constant=_refuse)

    def __init__(self, path: SourceFile, file: TextIO) -> None:
        self._path = path
        self._file = file
        self._text = ""
        self._at = 0
        self._over = False

    def is_over(self) -> bool:
        """Tell whether nothing comes next."""
        self._skip_space()
        return self._at == len(self._text)

    def passes(self, mark: str) -> bool:
        """Go past ``mark`` if it comes next, and tell whether it did."""
        self._skip_space()
        found = self._text.startswith(mark, self._at)
        self._at += len(mark) * found
        return found

    def expect(self, mark: str) -> None:
        """Go past ``mark``."""
        if not self.passes(mark):
            self._fail()

    def value(self) -> object:
        """Read the value that comes next, with as much of the file as it takes."""
        self._skip_space()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError:
                self._fail()
            except ValueError:
                end = len(self._text)
            else:
                if end < len(self._text) or self._over:
                    self._at = end
                    return value
            if self._over or len(self._text) - self._at > LARGEST:
                self._fail()
            self._extend()

    def _skip_space(self) -> None:
        while True:
            while self._at < len(self._text) and self._text[self._at].isspace():
                self._at += 1
            if self._at < len(self._text) or self._over:
                return
            self._extend()

    def _extend(self) -> None:
        """Look at twice as much of the file, and forget what was gone past."""
        rest = self._text[self._at :]
        more = self._file.read(max(CHUNK, len(rest)))
        self._text, self._at, self._over = rest + more, 0, not more

    def _fail(self) -> NoReturn:
        raise ImportFileError(
            f"{self._path} is cut off, or is no JSON.", "Export it again, or fetch a whole copy."
        )
