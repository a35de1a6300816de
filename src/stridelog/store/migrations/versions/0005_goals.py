"""Version 5: goals, with their versions, steps, reviews and notes."""

from stridelog.store.migrations import run_statements_of

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make five tables; nothing is in them yet."""
    run_statements_of(__file__)
