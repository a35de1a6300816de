"""The only place that knows SQLite, SQLModel and SQLAlchemy."""
