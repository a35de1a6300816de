"""Version 3: what each source told, the fastest stretches of tracks, and pairs that are two."""

from stridelog.store.migrations import run_statements_of

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make origins anew with three more columns, and two tables; nothing is in these yet."""
    run_statements_of(__file__)
