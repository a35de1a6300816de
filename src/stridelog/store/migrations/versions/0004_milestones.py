"""Version 4: milestones, what their rules remember, and what holds no record."""

from stridelog.store.migrations import run_statements_of

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make three tables; what belongs in them is found when all migrations have run."""
    run_statements_of(__file__)
