"""Version 3: what each source told, the fastest stretches of tracks, and pairs that are two."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = Path(__file__).with_suffix(".sql")
"""SQL, each statement ending with a semicolon and an empty line."""


def upgrade() -> None:
    """Make origins anew with three more columns, and two tables; nothing is in these yet."""
    connection = op.get_bind()
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n\n"):
        connection.exec_driver_sql(statement)
