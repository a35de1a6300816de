"""Version 4: milestones, what their rules remember, and what holds no record."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = Path(__file__).with_suffix(".sql")
"""SQL, each statement ending with a semicolon and an empty line."""


def upgrade() -> None:
    """Make three tables; what belongs in them is found when all migrations have run."""
    connection = op.get_bind()
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n\n"):
        connection.exec_driver_sql(statement)
