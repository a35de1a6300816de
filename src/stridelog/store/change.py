"""What one command does to a journal."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from sqlalchemy.engine import Connection

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import NO_RULES, Rules
from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.store import history, refresh
from stridelog.store.batches import batches
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.change_of_goals import ChangeOfGoals
from stridelog.store.change_of_origins import ChangeOfOrigins
from stridelog.store.definitions import delete_activity, insert_row, write_measures
from stridelog.store.identity import new_uid
from stridelog.store.reading import entries
from stridelog.store.reading.rules import said
from stridelog.store.recorded import ChangedMeanwhileError, GoneMeanwhileError
from stridelog.store.rows import EntryRows, numbers_for
from stridelog.store.ruling import rule_uids, write_rules
from stridelog.store.tables import changes


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes the journal: the words of the command, the time, and the device's name."""

    command: str
    made_at: datetime
    device: str


class Change(ChangeOfOrigins, ChangeOfGoals):
    """What one command does to the journal. Every method works on the open transaction.

    ``raw`` is the connection to ask it with, ``catalog`` its activities as they are now.
    """

    def __init__(self, connection: Connection, stamp: Stamp, day_starts: time) -> None:
        number = insert_row(
            connection,
            changes.change,
            uid=new_uid(stamp.made_at),
            made_at=stamp.made_at.astimezone(UTC).isoformat(timespec="seconds"),
            device=stamp.device,
            command=stamp.command,
            undone=False,
        )
        super().__init__(raw(connection), number, stamp.made_at)
        self._connection = connection
        self._rows = EntryRows(connection, stamp.made_at, day_starts)
        self._months: set[refresh.Month] = set()
        self.catalog = read_catalog(self.raw)

    def add(self, drafts: Sequence[Draft]) -> list[int]:
        """Add entries; return their numbers.

        A draft keeps its own number where that is free. Their activities must be listed, and
        neither their uids nor their origins may be there yet. Raises ``GoneMeanwhileError``.
        """
        numbers = numbers_for(self.raw, drafts)
        self._insert_rows(list(zip(numbers, drafts, strict=True)))
        history.keep(self.raw, self._id, "entry", ((number, None) for number in numbers))
        self._months |= refresh.in_batches(self.raw, refresh.remember, numbers)
        return numbers

    def look(self, numbers: Sequence[int]) -> list[Entry]:
        """Return entries as this change has left them so far."""
        return [entry for batch in batches(numbers) for entry in entries.numbered(self.raw, batch)]

    def replace(self, number: int, draft: Draft, was: Entry | None = None) -> None:
        """Make the entry ``number`` what the draft says; its uid and its origins stay.

        ``was`` is the entry that the draft was made from. Raises ``GoneMeanwhileError`` and
        ``ChangedMeanwhileError`` where that is not what stands there now.
        """
        if was is not None:
            self._check_unchanged([was])
        self._put([(number, draft)])

    def retell(self, number: int, origins: Sequence[Origin], draft: Draft) -> None:
        """Let the entry ``number`` come from these origins, and be what the draft says.

        Origins that belonged to other entries belong to this one from now on.
        """
        self._keep("entry", number)
        self.raw.execute("DELETE FROM segment WHERE entry_id = ?", (number,))
        self._let_go(number, origins)
        self.replace(number, replace(draft, origins=tuple(origins)))

    def replace_many(self, replaced: Sequence[tuple[Entry, Draft]]) -> None:
        """Make each entry what the draft beside it says, as ``replace`` does for one.

        Raises ``GoneMeanwhileError`` and ``ChangedMeanwhileError`` before anything is changed.
        """
        self._check_unchanged([was for was, _ in replaced])
        self._put([(was.number, draft) for was, draft in replaced])

    def delete(self, numbers: Sequence[int]) -> None:
        """Delete entries; what is known of their origins stays, so that no import revives them."""
        for number in numbers:
            self._keep("entry", number)
        self._months |= refresh.in_batches(self.raw, refresh.forget, numbers)
        self.raw.executemany("DELETE FROM entry WHERE id = ?", ((n,) for n in numbers))

    def add_activity(self, activity: Activity) -> Listed:
        """Add an activity with its measures."""
        from stridelog.store.tables.activities import activity as table

        id_ = insert_row(
            self._connection,
            table,
            uid=new_uid(self._made_at),
            name=activity.name,
            area=activity.area,
            retired=activity.retired,
        )
        self._keep_new("activity", id_)
        write_measures(self._connection, id_, activity, {}, self._made_at)
        return self._list_again(activity.name)

    def replace_activity(self, name: str, activity: Activity, renamed: Mapping[str, str]) -> Listed:
        """Make the activity ``name`` what ``activity`` says, and everything that follows from it.

        ``renamed`` gives the former name of a measure by its new one. Measures that are not
        named any more are removed; they must have no values.
        """
        listed = self.catalog[name]
        self._keep("activity", listed.id)
        rows = self.raw.execute("SELECT id FROM entry WHERE activity_id = ?", (listed.id,))
        numbers = [number for (number,) in rows]
        self._months |= refresh.in_batches(self.raw, refresh.forget, numbers)
        self.raw.execute(
            "UPDATE activity SET name = ?, area = ?, retired = ? WHERE id = ?",
            (activity.name, activity.area, activity.retired, listed.id),
        )
        known = {
            m.name: listed.measure_ids.get(renamed.get(m.name, m.name)) for m in activity.measures
        }
        write_measures(self._connection, listed.id, activity, known, self._made_at)
        self._months |= refresh.in_batches(self.raw, refresh.remember, numbers)
        return self._list_again(activity.name)

    def remove_activity(self, listed: Listed) -> None:
        """Take out an activity of which nothing was logged, with the rules of its streaks."""
        self.set_rules(listed.activity.name, NO_RULES)
        self._keep("activity", listed.id)
        delete_activity(self.raw, listed.id)
        self.catalog = read_catalog(self.raw)

    def has_entries(self, listed: Listed) -> bool:
        """Tell whether anything was logged of an activity."""
        row = self.raw.execute("SELECT 1 FROM entry WHERE activity_id = ?", (listed.id,))
        return row.fetchone() is not None

    def is_first(self) -> bool:
        """Tell whether the journal is as it was made: no entry, and no other change that stands."""
        (touched,) = self.raw.execute(
            """
            SELECT EXISTS (SELECT 1 FROM entry)
            OR EXISTS (SELECT 1 FROM change WHERE id <> ? AND NOT undone)
            OR EXISTS (SELECT 1 FROM change_item WHERE change_id = ?)
            """,
            (self._id, self._id),
        ).fetchone()
        return not touched

    def rules(self, activity: str | None) -> Rules:
        """Return what was set for an activity's streaks, or for the whole journal's (None)."""
        return said(self.raw).get(activity, NO_RULES)

    def rule_uids(self) -> set[str]:
        """Return the uids of all rules that were set."""
        return rule_uids(self.raw)

    def set_rules(self, activity: str | None, rules: Rules, was: Rules | None = None) -> None:
        """Let these rules, and no others, be set for an activity, or for the whole journal (None).

        ``was`` is what they were made from. Raises ``GoneMeanwhileError`` and
        ``ChangedMeanwhileError`` where that is not what stands there now.
        """
        id_ = None if activity is None else self._listed(activity).id
        stand = self.rules(activity)
        if was not in {None, stand}:
            raise ChangedMeanwhileError(
                f"What holds for the streaks of {activity or 'everything'} was changed meanwhile.",
                "Look at it again: stride rest, stride pause, stride cadence",
            )
        if rules != stand:
            self._keep("rules", id_ or history.WHOLE_JOURNAL)
            write_rules(self.raw, id_, rules, self._made_at)

    def finish(self) -> None:
        """Sum up the months that were touched, and close the change."""
        refresh.sum_up(self.raw, self._months)
        history.settle(self.raw, self._id)

    def _check_unchanged(self, were: Sequence[Entry]) -> None:
        standing = {entry.number: entry for entry in self.look([was.number for was in were])}
        for was in were:
            stands = standing.get(was.number)
            if stands is None or stands.uid != was.uid:
                raise GoneMeanwhileError(
                    f"Entry {was.number} was deleted meanwhile.", "Bring it back with: stride undo"
                )
            if stands != was:
                raise ChangedMeanwhileError(
                    f"Entry {was.number} was changed meanwhile.",
                    f"Look at it again: stride show {was.number}",
                )

    def _put(self, numbered: Sequence[tuple[int, Draft]]) -> None:
        """Put drafts in the place of entries; their uids, and segments if they have none, stay."""
        numbers = [number for number, _ in numbered]
        for number in numbers:
            self._keep("entry", number)
        self._months |= refresh.in_batches(self.raw, refresh.forget, numbers)
        drafts = []
        for number, draft in numbered:
            (uid,) = self.raw.execute("SELECT uid FROM entry WHERE id = ?", (number,)).fetchone()
            segments = draft.segments or entries.segments(self.raw, number)
            drafts.append((number, replace(draft, uid=uid, segments=segments)))
        self.raw.executemany("DELETE FROM entry WHERE id = ?", ((n,) for n in numbers))
        self._insert_rows(drafts)
        self._months |= refresh.in_batches(self.raw, refresh.remember, numbers)

    def _listed(self, activity: str) -> Listed:
        if activity not in self.catalog:
            raise GoneMeanwhileError(
                f"There is no activity {activity} any more.", "All activities: stride activities"
            )
        return self.catalog[activity]

    def _list_again(self, name: str) -> Listed:
        self.catalog = read_catalog(self.raw)
        return self.catalog[name]

    def _insert_rows(self, numbered: Sequence[tuple[int, Draft]]) -> None:
        for batch in batches(numbered):
            self._rows.insert((n, draft, self._listed(draft.activity)) for n, draft in batch)


def raw(connection: Connection) -> sqlite3.Connection:
    """Return the SQLite connection below SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 (the engine is ours)
    return driver
