"""The part of a change that is about where entries came from, and which of them are two."""

from collections.abc import Iterable, Sequence

from stridelog.domain.entry import Origin
from stridelog.store import history
from stridelog.store.reading.origins import known
from stridelog.store.recorded import Recorded


class ChangeOfOrigins(Recorded):
    """What a change does to origins."""

    def forget_source(self, source: str) -> None:
        """Forget what was deleted of a source's, so that a later import brings it back."""
        self._keep("deleted", history.NO_ENTRY)
        gone = self.raw.execute(
            "SELECT DISTINCT entry_id FROM origin "
            "WHERE source = ? AND entry_id NOT IN (SELECT id FROM entry)",
            (source,),
        )
        for (number,) in gone.fetchall():
            self._keep("entry", number)
        self.raw.execute(
            "DELETE FROM origin WHERE source = ? AND entry_id NOT IN (SELECT id FROM entry)",
            (source,),
        )

    def tell_apart(self, one: int, other: int) -> None:
        """Note that two entries that look like one are two."""
        lower, higher = sorted((one, other))
        self._keep("distinct", lower)
        self.raw.execute("INSERT OR IGNORE INTO distinct_pair VALUES (?, ?)", (lower, higher))

    def tell_uids_apart(self, one: str, other: str) -> None:
        """Note that two entries are two, if both are there and nothing says so yet."""
        found = self.raw.execute(
            "SELECT one.id, other.id FROM entry AS one JOIN entry AS other "
            "WHERE one.uid = ? AND other.uid = ? AND one.id <> other.id AND NOT EXISTS "
            "(SELECT 1 FROM distinct_pair WHERE one_id = MIN(one.id, other.id) "
            "AND other_id = MAX(one.id, other.id))",
            (one, other),
        ).fetchone()
        if found:
            self.tell_apart(*found)

    def remember_deleted(self, origins: Iterable[Origin]) -> None:
        """Note origins whose entries were deleted, so that no import brings them in."""
        if new := [origin for origin in origins if not known(self.raw, [origin])]:
            self._keep("deleted", history.NO_ENTRY)
            self.raw.executemany(
                "INSERT OR IGNORE INTO origin (source, key, entry_id) VALUES (?, ?, ?)",
                ((origin.source, origin.key, history.NO_ENTRY) for origin in new),
            )

    def _let_go(self, number: int, origins: Sequence[Origin]) -> None:
        """Take its origins from an entry, and these from whichever entries have them."""
        self.raw.execute("DELETE FROM origin WHERE entry_id = ?", (number,))
        for origin, its in known(self.raw, origins).items():
            self._keep("entry", its.number)
            self.raw.execute(
                "DELETE FROM origin WHERE source = ? AND key = ?", (origin.source, origin.key)
            )
