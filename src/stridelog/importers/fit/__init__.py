"""FIT files, as watches and bicycle computers of all makers record them.

One file may hold several activities (a triathlon), and be followed by further FIT files. Devices
are switched off, and their files cut: whatever is whole is taken.
"""

from collections.abc import Iterator

from stridelog.domain.importing import ImportItem, ImportOptions, Remark, SourceFile
from stridelog.importers.fit.content import MOST_PARTS, content_of, is_fit, parts_of
from stridelog.importers.fit.kinds import nothing_in
from stridelog.importers.fit.reading import File, items_of

SUMMARY = "FIT files of watches and bicycle computers: Garmin, Wahoo, COROS, Suunto, Zwift"

TRACKS = True
"""Its files are tracks: they take long to decode, and are read in processes side by side."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is a FIT file."""
    return is_fit(head)


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity in the file, and what is to be known of it.

    Raises ``ImportFileError``, and ``NothingToImportError`` where there is no activity in it.
    """
    content = content_of(file)
    whole = File(content, options.zone)
    for number, part in enumerate(parts_of(content)):
        if number == MOST_PARTS:
            yield Remark(f"Only the first {MOST_PARTS} parts of it were read.")
            break
        yield from items_of(part, whole)
    if not whole.activities:
        raise nothing_in(file, whole.kind, whole.damage)
