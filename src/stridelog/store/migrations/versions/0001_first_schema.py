"""Version 1: the whole schema, as it was first released.

The text lies in ``0001_first_schema.sql``, because ``tables.py`` moves on with later versions.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = Path(__file__).with_suffix(".sql")
"""SQL, each statement ending with a semicolon and an empty line."""


def upgrade() -> None:
    """Make the schema in an empty database, with the standard distances in it."""
    connection = op.get_bind()
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n\n"):
        connection.exec_driver_sql(statement)
