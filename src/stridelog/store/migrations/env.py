"""How Alembic is run: on the connection that ``migrate.py`` hands over, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
