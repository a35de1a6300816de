"""Version 2: what protects streaks: cadences, rest weekdays and pauses, budgets of skips."""

from stridelog.store.migrations import run_statements_of

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make three tables; nothing is in them yet."""
    run_statements_of(__file__)
