"""The steps from each version of the schema to the next, run by Alembic: see ``migrate.py``."""

from pathlib import Path


def run_statements_of(migration: str) -> None:
    """Run the SQL beside a migration, which is named by its ``__file__``.

    Each statement ends with a semicolon and an empty line.
    """
    from alembic import op

    connection = op.get_bind()
    statements = Path(migration).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in statements.split(";\n\n"):
        connection.exec_driver_sql(statement)
