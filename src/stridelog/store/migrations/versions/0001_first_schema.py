"""Version 1: the whole schema, as it was first released.

The text lies in ``0001_first_schema.sql``, because ``tables.py`` moves on with later versions.
"""

from stridelog.store.migrations import run_statements_of

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the schema in an empty database, with the standard distances in it."""
    run_statements_of(__file__)
