"""XML files, streamed: whole elements one at a time, in little memory, whoever made the file.

Entities of a file's own are refused, and so is what only an attack looks like: nesting without
end, names without number, an element as large as a whole file. Programs write more than XML
allows: white space before the declaration, and control characters; both are taken out.
"""

from collections.abc import Collection, Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError, errors

from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.importers._text import readable
from stridelog.importers._xml.prolog import AttackError, Prolog
from stridelog.importers._xml.tree import Node, Tree, local

__all__ = ["Node", "child", "local", "nodes", "root_of", "text_of"]

CHUNK = 1 << 18
"""How many bytes are parsed in one go."""

_CONTROL = bytes(sorted(set(range(1, 32)) - set(b"\t\n\r")))
_BEFORE_XML = b" \t\r\n"
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_NO_XML = (ParseError, ExpatError, ValueError, LookupError)
"""What the parser raises; the last two where it does not know the encoding."""

_AT_THE_END = frozenset(
    errors.codes[message]
    for message in (
        errors.XML_ERROR_NO_ELEMENTS,
        errors.XML_ERROR_UNCLOSED_TOKEN,
        errors.XML_ERROR_PARTIAL_CHAR,
        errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
"""Errors that there are only where a file ends."""


def nodes(
    path: SourceFile,
    *,
    whole: Collection[str],
    outer: Collection[str] = (),
    skip_to: bytes = b"",
) -> Iterator[Node]:
    """Yield the elements called so, in the order of the file. Raises ``ImportFileError``.

    ``whole`` ones come once, at their end, with all that is in them; those inside of others do
    not come by themselves. ``outer`` ones come twice, at their beginning and at their end, when
    nothing is left of what was in them. With ``skip_to`` (``b"<HealthData"``) what stands before
    it is not looked at.
    """
    with readable(path), path.open("rb") as file:
        prolog, tree = Prolog(), Tree(whole, outer)
        try:
            for chunk in _cleaned(path, file, skip_to):
                prolog.feed(chunk)
                yield from tree.fed(chunk)
            yield from tree.closed()
        except (*_NO_XML, AttackError) as error:
            raise _refusal(path, error, begun=bool(prolog.root)) from error


def child(element: Element, name: str) -> Element | None:
    """Return the first element of that name, without its namespace, inside of ``element``."""
    return next((found for found in element if local(found) == name), None)


def text_of(element: Element, *names: str) -> str:
    """Return the text of the element inside of elements inside of ``element``; empty if none."""
    found: Element | None = element
    for name in names:
        found = None if found is None else child(found, name)
    return "" if found is None else (found.text or "").strip()


def root_of(head: bytes) -> str:
    """Return the name of the outermost element of a file that begins so; empty if it has none."""
    prolog = Prolog()
    try:
        prolog.feed(head.removeprefix(_UTF_8_MARK).lstrip(_BEFORE_XML))
    except AttackError:
        return prolog.document_type
    except _NO_XML:
        return ""
    return prolog.root or prolog.document_type


def _cleaned(path: SourceFile, file: BinaryIO, skip_to: bytes) -> Iterator[bytes]:
    """Give the file in chunks, from where it begins, without control characters."""
    chunk = _from(path, file, skip_to) if skip_to else _stripped(file)
    if not chunk:
        raise ImportFileError(f"{path} is empty.")
    # In UTF-16 these bytes are halves of letters.
    of_two_bytes = chunk.startswith(_UTF_16)
    control = b"" if of_two_bytes else _CONTROL
    while chunk:
        if 0 in chunk and not of_two_bytes:
            raise ImportFileError(
                f"{path} has NUL bytes in it: it is not a text file, or it is damaged."
            )
        yield chunk.translate(None, control)
        chunk = file.read(CHUNK)


def _stripped(file: BinaryIO) -> bytes:
    """Return the first chunk, without the white space that stands before the XML."""
    chunk = file.read(CHUNK)
    return chunk.removeprefix(_UTF_8_MARK).lstrip(_BEFORE_XML) or file.read(CHUNK)


def _from(path: SourceFile, file: BinaryIO, start: bytes) -> bytes:
    """Return the first chunk, from where ``start`` stands. Raises ``ImportFileError``."""
    chunk = file.read(CHUNK)
    while start not in chunk:
        more = file.read(CHUNK)
        if not more:
            raise ImportFileError(f"{path} has no {start.decode()} in it.")
        chunk = chunk[-len(start) :] + more
    return chunk[chunk.index(start) :]


def _refusal(path: SourceFile, error: Exception, *, begun: bool) -> ImportFileError:
    """Say what is wrong with a file, and where; ``begun`` tells that it is XML up to there."""
    if isinstance(error, AttackError):
        return ImportFileError(f"{path} is not read. {error}")
    if not begun:
        return ImportFileError(f"{path} is no text in XML.")
    line = getattr(error, "position", (0, 0))[0]
    if getattr(error, "code", 0) in _AT_THE_END:
        return ImportFileError(
            f"{path} is cut off: it stops in line {line:,}.", "Export or copy it again."
        )
    return ImportFileError(f"{path} is not well-formed XML: see line {line:,}.")
