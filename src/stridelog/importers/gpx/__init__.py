"""GPX 1.0 and 1.1: every track that has times is an activity.

The segments of a track belong together; what lies between two of them is a pause. Most files do
not say what was done: the type of the track does, or its name, or the program that wrote it; else
it is a walk, a run or a ride by its speed.
"""

from collections.abc import Iterator

from stridelog.domain.importing import ImportItem, ImportOptions, SourceFile

SUMMARY = "GPX tracks"

TRACKS = True
"""Reading takes a while, and one file has nothing to do with another."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is GPX."""
    if b"gpx" not in head.replace(b"\0", b""):
        return False
    from stridelog.importers._xml import root_of

    return root_of(head) == "gpx"


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every track with times. Raises ``ImportFileError``."""
    from stridelog.importers.gpx.reading import items

    yield from items(path, options)
