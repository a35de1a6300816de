"""Changes to a journal, each one transaction and each recorded so that it can be undone."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import sqlalchemy.exc
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel, create_engine, insert

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.entry import Draft, Origin, day_of
from stridelog.domain.errors import JournalError
from stridelog.domain.measure import Measure
from stridelog.store import connect, history, refresh, tables
from stridelog.store.catalog import Listed, read_catalog


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes the journal: the words of the command, the time, and the device's name."""

    command: str
    made_at: datetime
    device: str


class Journal:
    """A journal that stands, opened for changes."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def change(self, stamp: Stamp, day_starts: time = time()) -> Iterator["Change"]:
        """Give one transaction: kept whole when the block ends well, left out when it raises."""
        with _said_plainly(self.path), self._engine.begin() as connection:
            change = Change(connection, stamp, day_starts)
            yield change
            change.finish()

    def look(self) -> sqlite3.Connection:
        """Return a connection to look at the journal with."""
        return raw(self._engine.connect())

    @contextmanager
    def swap(self) -> Iterator[sqlite3.Connection]:
        """Give one transaction for ``history.undo`` and ``history.redo``."""
        with _said_plainly(self.path), self._engine.begin() as connection:
            yield raw(connection)


class Change:
    """What one command does to the journal. Every method works on the open transaction."""

    def __init__(self, connection: Connection, stamp: Stamp, day_starts: time) -> None:
        self._connection = connection
        self._raw = raw(connection)
        self._stamp = stamp
        self._day_starts = day_starts
        self._months: set[refresh.Month] = set()
        self.catalog = read_catalog(self._raw)
        self._id = self._insert(
            "change",
            uid=new_uid(stamp.made_at),
            made_at=stamp.made_at.astimezone(UTC).isoformat(timespec="seconds"),
            device=stamp.device,
            command=stamp.command,
            undone=False,
        )

    def add(self, drafts: Sequence[Draft]) -> list[int]:
        """Add entries; return their numbers.

        A draft keeps its own number where that is free. Their activities must be listed, and
        neither their uids nor their origins may be there yet.
        """
        numbers = self._numbers_for(drafts)
        self._insert_rows(zip(numbers, drafts, strict=True))
        history.keep(self._raw, self._id, "entry", ((number, None) for number in numbers))
        self._months |= refresh.remember(self._raw, numbers)
        return numbers

    def replace(self, number: int, draft: Draft) -> None:
        """Make the entry ``number`` what the draft says; its uid and its origins stay."""
        self._keep("entry", number)
        self._months |= refresh.forget(self._raw, [number])
        (uid,) = self._raw.execute("SELECT uid FROM entry WHERE id = ?", (number,)).fetchone()
        self._raw.execute("DELETE FROM entry WHERE id = ?", (number,))
        self._insert_rows([(number, draft)], uid)
        self._months |= refresh.remember(self._raw, [number])

    def delete(self, numbers: Sequence[int]) -> None:
        """Delete entries; what is known of their origins stays, so that no import revives them."""
        for number in numbers:
            self._keep("entry", number)
        self._months |= refresh.forget(self._raw, numbers)
        self._raw.executemany("DELETE FROM entry WHERE id = ?", ((n,) for n in numbers))

    def add_activity(self, activity: Activity) -> Listed:
        """Add an activity with its measures."""
        id_ = self._insert(
            "activity",
            uid=new_uid(self._stamp.made_at),
            name=activity.name,
            area=activity.area,
            retired=activity.retired,
        )
        history.keep(self._raw, self._id, "activity", [(id_, None)])
        self._write_measures(id_, activity.measures, {})
        return self._list_again(activity.name)

    def replace_activity(self, name: str, activity: Activity, renamed: Mapping[str, str]) -> Listed:
        """Make the activity ``name`` what ``activity`` says, and everything that follows from it.

        ``renamed`` gives the former name of a measure by its new one. Measures that are not
        named any more are removed; they must have no values.
        """
        listed = self.catalog[name]
        self._keep("activity", listed.id)
        entries = [
            n for (n,) in self._raw.execute("SELECT id FROM entry WHERE activity_id = ?", (listed.id,))
        ]
        self._months |= refresh.forget(self._raw, entries)
        self._raw.execute(
            "UPDATE activity SET name = ?, area = ?, retired = ? WHERE id = ?",
            (activity.name, activity.area, activity.retired, listed.id),
        )
        known = {m.name: listed.measure_ids.get(renamed.get(m.name, m.name)) for m in activity.measures}
        self._write_measures(listed.id, activity.measures, known)
        self._months |= refresh.remember(self._raw, entries)
        return self._list_again(activity.name)

    def finish(self) -> None:
        """Sum up the months that were touched, and forget a change that changed nothing."""
        refresh.sum_up(self._raw, self._months)
        self._raw.execute(
            "DELETE FROM change WHERE id = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM change_item WHERE change_id = ?1)",
            (self._id,),
        )

    def _keep(self, kind: str, object_id: int) -> None:
        image = history.image_of(self._raw, kind, object_id)
        history.keep(self._raw, self._id, kind, [(object_id, image)])

    def _list_again(self, name: str) -> Listed:
        self.catalog = read_catalog(self._raw)
        return self.catalog[name]

    def _numbers_for(self, drafts: Sequence[Draft]) -> list[int]:
        (last,) = self._raw.execute(
            "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0)"
        ).fetchone()
        numbers = []
        for draft in drafts:
            wanted = draft.number or 0
            # Only numbers above all that were ever given are surely free.
            last = wanted if wanted > last else last + 1
            numbers.append(last)
        return numbers

    def _insert_rows(self, numbered: Iterable[tuple[int, Draft]], uid: str = "") -> None:
        rows: dict[str, list[dict[str, Any]]] = {
            "entry": [], "measurement": [], "entry_tag": [], "origin": []
        }
        for number, draft in numbered:
            listed = self.catalog[draft.activity]
            rows["entry"].append(self._entry_row(number, draft, listed, uid))
            rows["measurement"] += (
                {"entry_id": number, "measure_id": listed.id_of(name), "value": value}
                for name, value in draft.measurements.items()
            )
            rows["entry_tag"] += ({"entry_id": number, "tag": tag} for tag in draft.tags)
            rows["origin"] += (
                {"source": o.source, "key": o.key, "entry_id": number} for o in draft.origins
            )
        for table, values in rows.items():
            if values:
                self._connection.execute(insert(SQLModel.metadata.tables[table]), values)

    def _entry_row(self, number: int, draft: Draft, listed: Listed, uid: str) -> dict[str, Any]:
        offset = draft.at.utcoffset()
        return {
            "id": number,
            "uid": uid or draft.uid or new_uid(self._stamp.made_at),
            "activity_id": listed.id,
            "at": draft.at.replace(tzinfo=None).isoformat(timespec="seconds"),
            "utc_offset": int(offset.total_seconds()) if offset is not None else 0,
            "day": (draft.day or day_of(draft.at, self._day_starts)).isoformat(),
            "place": draft.place,
            "gear": draft.gear,
            "effort": draft.effort,
            "note": draft.note,
        }

    def _write_measures(
        self, activity_id: int, measures: Sequence[Measure], known: Mapping[str, int | None]
    ) -> None:
        """Write an activity's measures; ``known`` gives the ids of those that are there."""
        self._raw.execute(
            "DELETE FROM measure_term WHERE measure_id IN "
            "(SELECT id FROM measure WHERE activity_id = ?)",
            (activity_id,),
        )
        self._raw.execute(
            "UPDATE measure SET weight_id = NULL, name = '-' || id WHERE activity_id = ?",
            (activity_id,),
        )
        ids = {
            measure.name: self._write_measure(activity_id, position, measure, known.get(measure.name))
            for position, measure in enumerate(measures)
        }
        gone = set(self._measure_ids(activity_id)) - set(ids.values())
        self._raw.executemany("DELETE FROM measure WHERE id = ?", ((id_,) for id_ in gone))
        for measure in measures:
            self._write_references(ids, measure)

    def _measure_ids(self, activity_id: int) -> list[int]:
        rows = self._raw.execute("SELECT id FROM measure WHERE activity_id = ?", (activity_id,))
        return [id_ for (id_,) in rows]

    def _write_measure(
        self, activity_id: int, position: int, measure: Measure, id_: int | None
    ) -> int:
        values = {
            "activity_id": activity_id,
            "position": position,
            "name": measure.name,
            "kind": measure.kind.value,
            "dimension": measure.dimension.value,
            "direction": measure.direction.value,
            "unit": measure.unit,
            "scale": measure.ratio.scale if measure.ratio else 1.0,
            "retired": measure.retired,
        }
        if id_ is None:
            return self._insert("measure", uid=new_uid(self._stamp.made_at), **values)
        table = SQLModel.metadata.tables["measure"]
        self._connection.execute(table.update().where(table.c.id == id_).values(**values))
        return id_

    def _write_references(self, ids: Mapping[str, int], measure: Measure) -> None:
        if measure.weight:
            self._raw.execute(
                "UPDATE measure SET weight_id = ? WHERE id = ?",
                (ids[measure.weight], ids[measure.name]),
            )
        if measure.ratio is None:
            return
        sides = {"numerator": measure.ratio.numerator, "denominator": measure.ratio.denominator}
        for part, terms in sides.items():
            for term in terms:
                self._raw.execute(
                    "INSERT INTO measure_term VALUES (?, ?, ?, ?)",
                    (ids[measure.name], part, ids[term.measure], term.coefficient),
                )

    def _insert(self, table: str, **values: Any) -> int:  # noqa: ANN401 (any column's type)
        result = self._connection.execute(insert(SQLModel.metadata.tables[table]), values)
        key = result.inserted_primary_key
        assert key is not None  # noqa: S101 (every table here has a numbered key)
        return int(key[0])

    def known(self, origins: Iterable[Origin]) -> dict[Origin, bool]:
        """Tell which origins are known: True where their entry stands, False where it was deleted."""
        return {
            origin: bool(stands)
            for origin in origins
            for (stands,) in self._raw.execute(
                """
                SELECT EXISTS (SELECT 1 FROM entry WHERE id = entry_id)
                FROM origin WHERE source = ? AND key = ?
                """,
                (origin.source, origin.key),
            )
        }

    def known_uids(self, uids: Iterable[str]) -> set[str]:
        """Return those of the uids that are in the journal."""
        return {
            uid
            for uid in uids
            if self._raw.execute("SELECT 1 FROM entry WHERE uid = ?", (uid,)).fetchone()
        }


def open_journal(path: Path, made_at: datetime) -> Journal:
    """Open the journal at ``path`` for changes; make it where there is none.

    An older journal is migrated first. Raises ``JournalError``.
    """
    with _said_plainly(path):
        if not connect.exists(path):
            _make(path, made_at)
        else:
            connect.open_reading(path).close()
        return Journal(path, _engine(path))


def empty_journal(made_at: datetime) -> Journal:
    """Make a new journal in memory: what a journal is before anything is logged."""
    engine = _with_transactions(create_engine("sqlite://", poolclass=StaticPool))
    _fill(engine, made_at)
    return Journal(Path(":memory:"), engine)


def raw(connection: Connection) -> sqlite3.Connection:
    """Return the SQLite connection below SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 (the engine is ours)
    return driver


def new_uid(now: datetime) -> str:
    """Return a UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits."""
    milliseconds = int(now.timestamp() * 1000).to_bytes(6, "big", signed=False)
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | random[0] & 0x0F
    random[2] = 0x80 | random[2] & 0x3F
    text = (milliseconds + random).hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _make(path: Path, made_at: datetime) -> None:
    """Make a new journal: beside its place first, so that half a journal never stands there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = path.with_name(f".{path.name}.{os.getpid()}.new")
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise JournalError(
            f"The journal {path} cannot be made: {error.strerror}.",
            "Name another place with --journal or STRIDE_JOURNAL.",
        ) from error
    try:
        with connect.connect(new) as bare:
            bare.execute("PRAGMA journal_mode = WAL")
        bare.close()
        _fill(_engine(new), made_at)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _fill(engine: Engine, made_at: datetime) -> None:
    with engine.begin() as connection:
        tables.create(connection)
        change = Change(connection, Stamp("", made_at, ""), time())
        for activity in built_in_activities():
            change.add_activity(activity)
        # What every journal starts with is nobody's change.
        raw(connection).execute("DELETE FROM change_item")
        raw(connection).execute("DELETE FROM change")


def _engine(path: Path) -> Engine:
    return _with_transactions(
        create_engine("sqlite://", creator=lambda: connect.connect(path), poolclass=NullPool)
    )


def _with_transactions(engine: Engine) -> Engine:
    """Let every transaction take the write lock when it begins, DDL included."""

    @event.listens_for(engine, "connect")
    def manual(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    with connect.said_plainly(path):
        try:
            yield
        except sqlalchemy.exc.DBAPIError as error:
            raise connect.explained(error.orig, path) from error
