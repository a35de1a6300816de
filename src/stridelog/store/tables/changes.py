"""What each command did, kept for undo and redo."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlmodel import Field, SQLModel


class Change(SQLModel, table=True):
    """What one command changed: when (UTC), on which device, by which words."""

    __tablename__ = "change"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    made_at: str
    device: str
    command: str
    undone: bool = False


change = SQLModel.metadata.tables["change"]

change_item = Table(
    "change_item",
    SQLModel.metadata,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("object_id", Integer, primary_key=True),
    Column("image", String),
    comment="One object that a change touched, and the rows it had on the other side of the "
    "change. ``image`` is JSON: before the change while the change stands, after it while it is "
    "undone; NULL where the object did not exist. Undo and redo both swap it with what is there. "
    "``kind`` is one of the objects that ``history.py`` knows.",
    sqlite_with_rowid=False,
)
