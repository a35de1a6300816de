"""What was aimed at, how that changed, and what was answered on Mondays."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from stridelog.store.tables import DAY


class Goal(SQLModel, table=True):
    """Something that is aimed at. ``id`` is the number that people type, never reused."""

    __tablename__ = "goal"
    __table_args__ = (
        CheckConstraint("rank IN ('', 'A', 'B', 'C')"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    title: str = ""
    why: str = ""
    area: str = ""
    event: str = ""
    rank: str = ""
    shared: bool = False
    learned: str = ""


class GoalVersion(SQLModel, table=True):
    """What a goal asks for from a day on, until its next row."""

    __tablename__ = "goal_version"
    __table_args__ = (
        CheckConstraint(f"since {DAY}"),
        CheckConstraint(f"first_day {DAY}"),
        CheckConstraint(f"deadline {DAY}"),
        CheckConstraint("deadline >= first_day"),
        CheckConstraint("way IN ('at least', 'at most')"),
        CheckConstraint("per IN ('', 'day', 'week', 'month')"),
        CheckConstraint("status IN ('open', 'paused', 'closed')"),
        CheckConstraint("against_last >= against_first"),
        UniqueConstraint("goal_id", "since"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    goal_id: int = Field(foreign_key="goal.id", ondelete="CASCADE")
    since: str
    kind: str
    first_day: str
    deadline: str | None = None
    activity_id: int | None = Field(default=None, foreign_key="activity.id")
    measure_id: int | None = Field(default=None, foreign_key="measure.id")
    distance_class: str = ""
    tags: str = ""
    not_tags: str = ""
    place: str = ""
    target: float | None = None
    way: str = "at least"
    per: str = ""
    against_first: str | None = None
    against_last: str | None = None
    status: str = "open"


class GoalStep(SQLModel, table=True):
    """A milestone on the way to a goal, with its own day."""

    __tablename__ = "goal_step"
    __table_args__ = (
        CheckConstraint(f"by_day {DAY}"),
        CheckConstraint(f"done_day {DAY}"),
        Index("goal_step_of", "version_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    version_id: int = Field(foreign_key="goal_version.id", ondelete="CASCADE")
    by_day: str
    text: str
    value: float | None = None
    done_day: str | None = None


class GoalReview(SQLModel, table=True):
    """The look at a goal on a day: what was decided, answered, and promised for the week."""

    __tablename__ = "goal_review"
    __table_args__ = (
        CheckConstraint(f"day {DAY}"),
        CheckConstraint("decision IN ('kept', 'adjusted', 'paused', 'closed')"),
        UniqueConstraint("goal_id", "day"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    goal_id: int = Field(foreign_key="goal.id", ondelete="CASCADE")
    day: str
    decision: str
    done: bool | None = None
    promise: str = ""
    promise_activity_id: int | None = Field(default=None, foreign_key="activity.id")
    promise_measure_id: int | None = Field(default=None, foreign_key="measure.id")
    promise_distance: str = ""
    promise_tags: str = ""
    promise_value: float | None = None
    kept: bool | None = None


class GoalNote(SQLModel, table=True):
    """What somebody wrote back about a goal."""

    __tablename__ = "goal_note"
    __table_args__ = (
        CheckConstraint(f"day {DAY}"),
        Index("goal_note_of", "goal_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    goal_id: int = Field(foreign_key="goal.id", ondelete="CASCADE")
    day: str
    author: str
    text: str
