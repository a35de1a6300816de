"""What was set for streaks."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from stridelog.store.tables import DAY


class CadenceSince(SQLModel, table=True):
    """How often an activity is to be done, from a day on until the next row for the same unit.

    ``activity_id`` is NULL where it was said for the whole journal, here as in the other rules.
    """

    __tablename__ = "cadence"
    __table_args__ = (
        CheckConstraint("unit IN ('day', 'week', 'month')"),
        CheckConstraint("times >= 1"),
        CheckConstraint(f"since {DAY}"),
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
        CheckConstraint(f"first_day {DAY}"),
        CheckConstraint(f"last_day {DAY}"),
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
        CheckConstraint(f"since {DAY}"),
        Index("skip_budget_once", text("ifnull(activity_id, 0)"), text("since"), unique=True),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    skips: int
    since: str
