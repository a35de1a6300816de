"""Answers kept ready: tables that hold nothing of their own.

They repeat what follows from the others, so that a report reads few rows, and ``refresh.py`` makes
them again whenever an entry changes. ``docs/schema.md`` tells what each column means.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text
from sqlmodel import SQLModel

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

Table(
    "milestone",
    SQLModel.metadata,
    Column("activity_id", Integer, ForeignKey("activity.id"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("rule", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("entry_id", Integer, nullable=False),
    Column("big", Integer, nullable=False),
    Column("found", Text, nullable=False),
    Index("milestone_by_day", "day"),
    Index("milestone_of_entry", "entry_id"),
    sqlite_with_rowid=False,
)

# What the rules of milestones remember before a month, as JSON by rule: to find milestones again
# from some month on, nothing before it has to be read.
Table(
    "milestone_state",
    SQLModel.metadata,
    Column("activity_id", Integer, ForeignKey("activity.id"), primary_key=True),
    Column("month", Integer, primary_key=True),
    Column("state", Text, nullable=False),
)

# What holds no record: whole entries (0 metres), and stretches of so many metres.
Table(
    "uncounted",
    SQLModel.metadata,
    Column("activity_id", Integer, ForeignKey("activity.id"), primary_key=True),
    Column("entry_id", Integer, primary_key=True),
    Column("metres", Float, primary_key=True),
    sqlite_with_rowid=False,
)
