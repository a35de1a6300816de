"""Which saved mapping a table is read by, where nobody says which."""

from collections.abc import Iterable

from stridelog.runtime.mappings import SavedMapping


def mapping_for(head: bytes, mappings: Iterable[SavedMapping]) -> SavedMapping | None:
    """Return the mapping that knows a table that begins with ``head`` by its columns, or None.

    Of several, the one that knows it by the most columns; then the first by name.
    """
    from stridelog.importers import mapped

    fitting = [mapping for mapping in mappings if mapped.has_columns(head, mapping.header)]
    return min(fitting, key=lambda mapping: (-len(mapping.header), mapping.name), default=None)
