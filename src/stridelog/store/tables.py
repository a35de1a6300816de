"""The schema: every table, view and constraint of a journal, defined once.

What a person made lives in SQLModel classes. The tables under "Answers kept ready" hold nothing
of their own: they repeat what follows from the others, so that a report reads few rows, and
``refresh.py`` makes them again whenever an entry changes.

Times are text: ``at`` is the local civil time (``2026-11-26T08:12:00``), ``utc_offset`` how many
seconds it was ahead of UTC, ``day`` the local day that the entry counts for. In the tables kept
ready, days are ordinals (``date.toordinal``; 1 January of year 1 is 1), months are
``year * 12 + month - 1``.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Connection
from sqlmodel import Field, SQLModel

from stridelog.domain.distance import LONGEST, SHORTEST, STANDARD_DISTANCES
from stridelog.store.connect import APPLICATION_ID, VERSION

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"


class Activity(SQLModel, table=True):
    """Something that can be logged."""

    __tablename__ = "activity"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str = Field(unique=True)
    area: str
    retired: bool = False


class Measure(SQLModel, table=True):
    """A measure of an activity; ``scale`` belongs to derived ones, ``weight_id`` to intensive."""

    __tablename__ = "measure"
    __table_args__ = (
        UniqueConstraint("activity_id", "name"),
        CheckConstraint("kind IN ('additive', 'intensive', 'derived')"),
        CheckConstraint("direction IN ('higher', 'lower', 'neutral')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int = Field(foreign_key="activity.id")
    position: int
    name: str
    kind: str
    dimension: str
    direction: str
    unit: str = ""
    weight_id: int | None = Field(default=None, foreign_key="measure.id")
    scale: float = 1.0
    retired: bool = False


class MeasureTerm(SQLModel, table=True):
    """One additive measure inside the numerator or the denominator of a derived one."""

    __tablename__ = "measure_term"
    __table_args__ = (
        CheckConstraint("part IN ('numerator', 'denominator')"),
        Index("measure_term_of", "term_id"),
        {"sqlite_with_rowid": False},
    )

    measure_id: int = Field(foreign_key="measure.id", primary_key=True)
    part: str = Field(primary_key=True)
    term_id: int = Field(foreign_key="measure.id", primary_key=True)
    coefficient: float = 1.0


class Entry(SQLModel, table=True):
    """One occurrence of an activity. ``id`` is the number that people type; it is never reused."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint("effort BETWEEN 1 AND 10"),
        CheckConstraint(f"day {_DAY}"),
        CheckConstraint("length(at) = 19"),
        Index("entry_by_day", "day", "at"),
        Index("entry_by_activity", "activity_id", "day", "at"),
        Index("entry_with_note", "activity_id", "day", sqlite_where=text("note <> ''")),
        Index("entry_by_place", "place", sqlite_where=text("place <> ''")),
        Index("entry_by_gear", "gear", sqlite_where=text("gear <> ''")),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int = Field(foreign_key="activity.id")
    at: str
    utc_offset: int
    day: str
    place: str = ""
    gear: str = ""
    effort: int | None = None
    note: str = ""


class Measurement(SQLModel, table=True):
    """One measure's value on one entry, in the base unit of the measure's dimension."""

    __tablename__ = "measurement"
    __table_args__ = {"sqlite_with_rowid": False}

    entry_id: int = Field(foreign_key="entry.id", primary_key=True, ondelete="CASCADE")
    measure_id: int = Field(foreign_key="measure.id", primary_key=True)
    value: float


class EntryTag(SQLModel, table=True):
    """A circumstance of an entry."""

    __tablename__ = "entry_tag"
    __table_args__ = (Index("entry_by_tag", "tag", "entry_id"), {"sqlite_with_rowid": False})

    entry_id: int = Field(foreign_key="entry.id", primary_key=True, ondelete="CASCADE")
    tag: str = Field(primary_key=True)


class Origin(SQLModel, table=True):
    """What was imported: a source's own key, and the number of the entry that it became part of.

    It outlives a deleted entry, so that a later import does not bring the entry back. ``told`` is
    what the source said, as JSON: the entry is put together from what all its origins told.
    """

    __tablename__ = "origin"
    __table_args__ = (Index("origin_of_entry", "entry_id"), {"sqlite_with_rowid": False})

    source: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    entry_id: int
    told: str = Field(default="", sa_column_kwargs={"server_default": ""})
    file: str = Field(default="", sa_column_kwargs={"server_default": ""})
    taken_at: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Segment(SQLModel, table=True):
    """The fastest stretch of a distance inside an entry's recorded track."""

    __tablename__ = "segment"
    __table_args__ = (Index("segment_by_time", "metres", "seconds"), {"sqlite_with_rowid": False})

    entry_id: int = Field(foreign_key="entry.id", primary_key=True, ondelete="CASCADE")
    metres: float = Field(primary_key=True)
    seconds: float
    start: float


class DistinctPair(SQLModel, table=True):
    """Two entries, the lower number first, that look like one and of which somebody said: two."""

    __tablename__ = "distinct_pair"
    __table_args__ = (CheckConstraint("one_id < other_id"), {"sqlite_with_rowid": False})

    one_id: int = Field(primary_key=True)
    other_id: int = Field(primary_key=True)


class CadenceSince(SQLModel, table=True):
    """How often an activity is to be done, from a day on until the next row for the same unit.

    ``activity_id`` is NULL where it was said for the whole journal, here as in the other rules.
    """

    __tablename__ = "cadence"
    __table_args__ = (
        CheckConstraint("unit IN ('day', 'week', 'month')"),
        CheckConstraint("times >= 1"),
        CheckConstraint(f"since {_DAY}"),
        Index(
            "cadence_once", text("ifnull(activity_id, 0)"), text("unit"), text("since"), unique=True
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    unit: str
    times: int
    since: str


class ProtectedDays(SQLModel, table=True):
    """Days that break no streak: a pause, or rest weekdays."""

    __tablename__ = "protection"
    __table_args__ = (
        CheckConstraint(f"first_day {_DAY}"),
        CheckConstraint(f"last_day {_DAY}"),
        CheckConstraint("last_day >= first_day"),
        CheckConstraint("weekdays NOT GLOB '*[^0-6]*'"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    first_day: str
    last_day: str | None = None
    weekdays: str = ""
    reason: str = ""


class SkipBudget(SQLModel, table=True):
    """How many missed days and how many missed weeks of a month break no streak, from a day on."""

    __tablename__ = "skip_budget"
    __table_args__ = (
        CheckConstraint("skips >= 0"),
        CheckConstraint(f"since {_DAY}"),
        Index("skip_budget_once", text("ifnull(activity_id, 0)"), text("since"), unique=True),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    skips: int
    since: str


class Change(SQLModel, table=True):
    """What one command changed: when (UTC), on which device, by which words."""

    __tablename__ = "change"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    made_at: str
    device: str
    command: str
    undone: bool = False


class ChangeItem(SQLModel, table=True):
    """One object that a change touched, and the rows it had on the other side of the change.

    ``image`` is JSON: before the change while the change stands, after it while it is undone;
    NULL where the object did not exist. Undo and redo both swap it with what is there. ``kind`` is
    one of the objects that ``history.py`` knows.
    """

    __tablename__ = "change_item"
    __table_args__ = {"sqlite_with_rowid": False}

    change_id: int = Field(foreign_key="change.id", primary_key=True)
    kind: str = Field(primary_key=True)
    object_id: int = Field(primary_key=True)
    image: str | None = None


# Answers kept ready

Table(
    "standard_distance",
    SQLModel.metadata,
    Column("name", Text, primary_key=True),
    Column("shortest", Float, nullable=False),
    Column("longest", Float, nullable=False),
    sqlite_with_rowid=False,
)

Table(
    "fact",
    SQLModel.metadata,
    Column("measure_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("entry_id", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    Column("weight", Float, nullable=False),
    Column("distance_class", Text, nullable=False),
    Index("fact_by_value", "measure_id", "distance_class", "value"),
    sqlite_with_rowid=False,
)

Table(
    "month_total",
    SQLModel.metadata,
    Column("measure_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("distance_class", Text, primary_key=True),
    Column("month", Integer, primary_key=True),
    Column("total", Float, nullable=False),
    Column("weight", Float, nullable=False),
    sqlite_with_rowid=False,
)

# Reading a thousand rows costs more than all that is worked out from them, so the facts of a
# month stand here once more in one row: arrays of days (32-bit integers), values and weights
# (64-bit floats) in the order of the days, in little-endian bytes. Under the distance class "*"
# stand those of all entries.
Table(
    "month_values",
    SQLModel.metadata,
    Column("measure_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("distance_class", Text, primary_key=True),
    Column("month", Integer, primary_key=True),
    Column("days", LargeBinary, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("weights", LargeBinary, nullable=False),
)

Table(
    "day_count",
    SQLModel.metadata,
    Column("activity_id", Integer, ForeignKey("activity.id"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("month", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    sqlite_with_rowid=False,
)

VIEWS = (
    # Every measure's value and weight on every entry: sum(value * weight) / sum(weight) is the
    # average of an intensive measure and the ratio of sums of a derived one.
    """
CREATE VIEW entry_value AS
SELECT own.entry_id, own.measure_id, own.value, COALESCE(weight.value, 1.0) AS weight
FROM measurement AS own
JOIN measure ON measure.id = own.measure_id
LEFT JOIN measurement AS weight
  ON weight.entry_id = own.entry_id AND weight.measure_id = measure.weight_id
UNION ALL
SELECT part.entry_id, measure.id,
  measure.scale * SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'numerator')
    / SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator'),
  SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') / measure.scale
FROM measurement AS part
JOIN measure_term AS term ON term.term_id = part.measure_id
JOIN measure ON measure.id = term.measure_id
GROUP BY part.entry_id, measure.id
HAVING SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') > 0
  AND COUNT(*) FILTER (WHERE term.part = 'numerator') > 0
""",
    # For people and other programs: entries with their activity's name and their tags.
    """
CREATE VIEW journal AS
SELECT entry.id AS number, entry.day, entry.at, entry.utc_offset, activity.name AS activity,
  activity.area, entry.place, entry.gear, entry.effort, entry.note,
  (SELECT group_concat(tag, ' ') FROM entry_tag WHERE entry_id = entry.id) AS tags
FROM entry JOIN activity ON activity.id = entry.activity_id
""",
    # For people and other programs: one row a value, with the names of what was measured.
    """
CREATE VIEW journal_value AS
SELECT entry.id AS number, entry.day, activity.name AS activity, measure.name AS measure,
  measure.dimension, entry_value.value, entry_value.weight
FROM entry_value
JOIN entry ON entry.id = entry_value.entry_id
JOIN measure ON measure.id = entry_value.measure_id
JOIN activity ON activity.id = entry.activity_id
""",
)

WORDS = """
CREATE VIRTUAL TABLE entry_words USING fts5(
  note, tags, place, tokenize = "unicode61 remove_diacritics 2"
)
"""
"""Full text of the entries. A row's id puts it in order of time: see ``refresh.py``."""


def create(connection: Connection) -> None:
    """Make the whole schema in an empty database, with the standard distances in it."""
    SQLModel.metadata.create_all(connection, checkfirst=False)
    for statement in (*VIEWS, WORDS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "INSERT INTO standard_distance VALUES (?, ?, ?)",
        [(name, SHORTEST * d, LONGEST * d) for name, d in STANDARD_DISTANCES.items()],
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
