"""The statements of SQL that something runs, seen by SQLite itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def traced() -> Iterator[list[str]]:
    """Give the list that every statement of new connections is added to, values filled in.

    What SQLite runs on its own behalf, for its full text, is left out.
    """
    statements: list[str] = []
    connect = sqlite3.connect

    def note(statement: str) -> None:
        if not statement.startswith("--"):
            statements.append(statement)

    def connected(*words: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 (as connect has)
        connection: sqlite3.Connection = connect(*words, **named)
        connection.set_trace_callback(note)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connected)
        yield statements
