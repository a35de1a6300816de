"""Activities, their measures, and what makes a ratio."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel


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


activity = SQLModel.metadata.tables["activity"]
measure = SQLModel.metadata.tables["measure"]

measure_term = Table(
    "measure_term",
    SQLModel.metadata,
    Column("measure_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("term_id", Integer, ForeignKey("measure.id"), primary_key=True),
    Column("coefficient", Float, nullable=False),
    CheckConstraint("part IN ('numerator', 'denominator')"),
    Index("measure_term_of", "term_id"),
    comment="One additive measure inside the numerator or the denominator of a derived one.",
    sqlite_with_rowid=False,
)
