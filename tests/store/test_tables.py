"""Objects are SQLModel classes, what hangs on them is tables, and logging waits for few of them."""

import subprocess
import sys

from sqlmodel import SQLModel

from stridelog.store.tables.schema import PARTS

OPENED = """
import sys, stridelog.store.writing
print(*(name for name in sys.modules if name.startswith("stridelog.store.tables.")))
"""
"""Imports what every change of a journal needs."""


def test_what_has_a_uid_is_a_class_and_what_hangs_on_it_is_a_table() -> None:
    classes = {
        str(it.__tablename__)
        for part in PARTS
        for it in vars(part).values()
        if isinstance(it, type) and issubclass(it, SQLModel) and it is not SQLModel
    }
    assert classes == {name for name, t in SQLModel.metadata.tables.items() if "uid" in t.columns}


def test_a_change_waits_for_the_tables_of_entries_and_changes_only() -> None:
    command = [sys.executable, "-c", OPENED]
    imported = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert set(imported) == {"stridelog.store.tables.changes", "stridelog.store.tables.entries"}
