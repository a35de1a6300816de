"""The page about the schema says what the schema is, and its examples are what comes out."""

import os
import re
from contextlib import closing
from pathlib import Path

import pytest
from example_journals import NOW
from schema_meanings import COLUMNS, KEPT_READY, VIEWS
from schema_page import EXAMPLES, MADE, example_journal, page

from stridelog.store.connect import open_reading
from stridelog.store.writing import open_journal

PAGE = Path(__file__).parents[2] / "docs" / "schema.md"


def test_the_page_about_the_schema_is_current() -> None:
    text = page()
    if os.environ.get("STRIDE_UPDATE_GOLDENS") == "1":
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text, "STRIDE_UPDATE_GOLDENS=1 pytest tests/store"


def test_every_table_view_and_column_has_a_meaning(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with closing(open_reading(path)) as connection:
        columns = {
            name: {column for _, column, *_ in connection.execute(f"PRAGMA table_info({name})")}
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entry_words_%'"
            )
        }
    assert columns == {name: set(meanings) for name, meanings in COLUMNS.items()}
    assert columns.keys() == {*VIEWS, *MADE, *KEPT_READY}
    assert all(meaning for meanings in COLUMNS.values() for meaning in meanings.values())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_an_example_needs_only_the_views_for_other_programs(example: tuple[str, str, str]) -> None:
    read = set(re.findall(r"(?:FROM|JOIN) (\w+)", example[2]))
    assert read <= {"journal", "journal_value"}
    assert example_journal().execute(example[2]).fetchall()
