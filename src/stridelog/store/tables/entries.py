"""Entries, and the rows that hang on them."""

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Index, Integer, String, Table
from sqlmodel import Field, SQLModel, text

from stridelog.store.tables import DAY


class Entry(SQLModel, table=True):
    """One occurrence of an activity. ``id`` is the number that people type; it is never reused."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint("effort BETWEEN 1 AND 10"),
        CheckConstraint(f"day {DAY}"),
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


entry = SQLModel.metadata.tables["entry"]

measurement = Table(
    "measurement",
    SQLModel.metadata,
    Column("entry_id", Integer, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("measure_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("value", Float, nullable=False),
    comment="One measure's value on one entry, in the base unit of the measure's dimension.",
    sqlite_with_rowid=False,
)

entry_tag = Table(
    "entry_tag",
    SQLModel.metadata,
    Column("entry_id", Integer, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String, primary_key=True),
    Index("entry_by_tag", "tag", "entry_id"),
    comment="A circumstance of an entry.",
    sqlite_with_rowid=False,
)

origin = Table(
    "origin",
    SQLModel.metadata,
    Column("source", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("entry_id", Integer, nullable=False),
    Column("told", String, nullable=False, server_default=""),
    Column("file", String, nullable=False, server_default=""),
    Column("taken_at", String, nullable=False, server_default=""),
    Index("origin_of_entry", "entry_id"),
    comment="What was imported: a source's own key, and the number of the entry that it became "
    "part of. It outlives a deleted entry, so that a later import does not bring the entry back. "
    "``told`` is what the source said, as JSON: the entry is put together from what all its "
    "origins told.",
    sqlite_with_rowid=False,
)

segment = Table(
    "segment",
    SQLModel.metadata,
    Column("entry_id", Integer, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("metres", Float, primary_key=True),
    Column("seconds", Float, nullable=False),
    Column("start", Float, nullable=False),
    Index("segment_by_time", "metres", "seconds"),
    comment="The fastest stretch of a distance inside an entry's recorded track.",
    sqlite_with_rowid=False,
)

distinct_pair = Table(
    "distinct_pair",
    SQLModel.metadata,
    Column("one_id", Integer, primary_key=True),
    Column("other_id", Integer, primary_key=True),
    CheckConstraint("one_id < other_id"),
    comment="Two entries, the lower number first, that look like one and of which somebody said: "
    "two.",
    sqlite_with_rowid=False,
)
