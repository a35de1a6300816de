"""The elements of an XML file as they come; those that are wanted are kept until their end."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, cast
from xml.etree.ElementTree import Element, XMLPullParser

from stridelog.importers._xml.prolog import AttackError

LARGEST_ELEMENT = 1 << 24
"""Bytes that one element may have, and what stands between two."""

DEEPEST = 100
"""How deeply elements may be nested."""

_TOO_DEEP = f"Its elements are nested more than {DEEPEST} deep."

MOST_INSIDE = 200_000
"""How many elements may be inside of one that is kept whole."""

MOST_NAMES = 10_000
"""How many names of elements and attributes a file may use: the parser keeps them all."""


class Node(NamedTuple):
    """An element that was asked for; ``name`` is without the namespace.

    At its beginning (``ended`` is false) only the attributes of ``element`` are there.
    """

    ended: bool
    name: str
    element: Element


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


class Tree:
    """Elements as they come, of which only those that are wanted are kept, until their end."""

    def __init__(self, whole: Collection[str], outer: Collection[str]) -> None:
        self._parser: XMLPullParser[Any] = XMLPullParser(("start", "end"))
        self._whole = frozenset(whole)
        self._outer = frozenset(outer)
        self._open: list[Element] = []
        self._kept = 0
        self._inside = 0
        self._names: set[str] = set()
        self._unmoved = 0

    def fed(self, chunk: bytes) -> Iterator[Node]:
        """Yield what ends or begins in the next bytes."""
        self._unmoved += len(chunk)
        self._parser.feed(chunk)
        yield from self._nodes()
        if self._unmoved > LARGEST_ELEMENT:
            raise AttackError(f"An element in it is larger than {LARGEST_ELEMENT >> 20} MB.")

    def closed(self) -> Iterator[Node]:
        """Yield the rest, where the file ends."""
        self._parser.close()
        yield from self._nodes()

    def _nodes(self) -> Iterator[Node]:
        """Go through what was parsed; ``_kept`` is how deep inside a whole element we are."""
        events = cast("Iterator[tuple[str, Element]]", self._parser.read_events())
        for event, element in events:
            if event == "start":
                self._names.add(element.tag)
                self._names.update(element.keys())
                if self._kept:
                    self._inner()
                    continue
                node = self._begun(element)
            elif self._kept > 1:
                self._kept -= 1
                continue
            else:
                node = self._ended(element)
            if node is not None:
                yield node
        if len(self._names) > MOST_NAMES:
            raise AttackError(f"It has more than {MOST_NAMES:,} names of elements.")

    def _inner(self) -> None:
        """Note the beginning of an element inside of a whole one."""
        self._kept += 1
        self._inside += 1
        if self._kept > DEEPEST:
            raise AttackError(_TOO_DEEP)
        if self._inside > MOST_INSIDE:
            raise AttackError(f"An element in it has more than {MOST_INSIDE:,} inside.")

    def _begun(self, element: Element) -> Node | None:
        """Note the beginning of an element that nothing holds."""
        self._unmoved = self._inside = 0
        name = local(element)
        if name in self._whole:
            self._kept = 1
            return None
        self._open.append(element)
        if len(self._open) > DEEPEST:
            raise AttackError(_TOO_DEEP)
        return Node(ended=False, name=name, element=element) if name in self._outer else None

    def _ended(self, element: Element) -> Node | None:
        """Note the end of such an element, or of a whole one, and forget it."""
        self._unmoved = 0
        if not self._kept:
            self._open.pop()
        if self._open:
            del self._open[-1][:]
        name = local(element)
        wanted = self._kept or name in self._outer
        self._kept = 0
        return Node(ended=True, name=name, element=element) if wanted else None
