"""TCX, Garmin's Training Center XML: every ``<Activity>`` is one, also those of a multisport.

A lap says how far it went and how long its timer ran, which leaves pauses out; together the laps
are what the device says of the whole. Points need no position (a treadmill), and there need be
no points at all: then the laps alone are taken.
"""

from collections.abc import Iterator

from stridelog.domain.importing import ImportItem, ImportOptions, SourceFile

SUMMARY = "TCX activities, from Garmin and others"

TRACKS = True
"""Reading takes a while, and one file has nothing to do with another."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is TCX, be it without its outermost tag."""
    bare = head.replace(b"\0", b"")
    if b"TrainingCenterDatabase" not in bare and b"<Activity" not in bare:
        return False
    from stridelog.importers._xml import root_of

    return root_of(head) in {"TrainingCenterDatabase", "Activities"}


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity. Raises ``ImportFileError``."""
    from stridelog.importers.tcx.reading import items

    yield from items(path, options)
