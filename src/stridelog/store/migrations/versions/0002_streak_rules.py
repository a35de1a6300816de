"""Version 2: what protects streaks: cadences, rest weekdays and pauses, budgets of skips."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = Path(__file__).with_suffix(".sql")
"""SQL, each statement ending with a semicolon and an empty line."""


def upgrade() -> None:
    """Make three tables; nothing is in them yet."""
    connection = op.get_bind()
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n\n"):
        connection.exec_driver_sql(statement)
