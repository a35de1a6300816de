"""When somebody last looked at what there is to celebrate."""

from datetime import date
from pathlib import Path

import pytest

from stridelog.runtime.looked import last_look, look

FIRST, SECOND, THIRD = date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 26)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def test_nobody_has_looked_before_the_first_time(journal: Path) -> None:
    assert last_look(journal, FIRST) is None
    look(journal, FIRST)
    assert last_look(journal, FIRST) is None
    assert last_look(journal, SECOND) == FIRST


def test_looking_again_on_a_day_changes_nothing(journal: Path) -> None:
    for day in (FIRST, SECOND, SECOND, THIRD, THIRD):
        look(journal, day)
    assert last_look(journal, THIRD) == SECOND


def test_a_look_can_be_moved_back_to_what_an_import_has_brought(journal: Path) -> None:
    look(journal, SECOND)
    look(journal, THIRD)
    look(journal, FIRST)
    assert last_look(journal, THIRD) == FIRST


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"yesterday\n", b"2026-11-01 soon"])
def test_what_cannot_be_read_is_no_look(journal: Path, text: bytes) -> None:
    journal.with_name("journal.db.looked").write_bytes(text)
    assert last_look(journal, THIRD) is None
    look(journal, SECOND)
    assert last_look(journal, THIRD) == SECOND


def test_where_nothing_can_be_written_nothing_is_raised(journal: Path) -> None:
    journal.with_name("journal.db.looked").mkdir()
    look(journal, FIRST)
    assert last_look(journal, SECOND) is None
