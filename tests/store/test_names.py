"""The journal's own names, as completion asks for them."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stridelog.domain.entry import Draft
from stridelog.store.change import Stamp
from stridelog.store.reading import names
from stridelog.store.writing import open_journal

NOW = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def log(journal: Path, *drafts: Draft) -> None:
    with open_journal(journal, NOW).change(Stamp("log", NOW, "here")) as change:
        change.add(list(drafts))


def found(known: list[names.Known]) -> list[str]:
    return [name for name, _ in known]


def test_what_was_logged_most_comes_first(journal: Path) -> None:
    log(journal, Draft("swim", NOW), Draft("shift", NOW), Draft("shift", NOW))
    assert found(names.ask(journal, names.activities))[:3] == ["shift", "swim", "run"]


def test_the_newest_tags_and_places_come_first(journal: Path) -> None:
    log(journal, Draft("run", NOW, {}, ("race", "snow"), "park"))
    log(journal, Draft("run", NOW, {}, ("sun",), "track"), Draft("run", NOW, {}, (), "pier"))
    log(journal, Draft("run", NOW, {}, ("snow",)))
    assert found(names.ask(journal, names.tags, "")) == ["snow", "sun", "race"]
    assert found(names.ask(journal, names.tags, "s")) == ["snow", "sun"]
    assert found(names.ask(journal, names.places, "p")) == ["pier", "park"]
    assert found(names.ask(journal, names.places, "z")) == []


def test_gear_keeps_its_spaces(journal: Path) -> None:
    log(journal, Draft("run", NOW, gear="Pegasus 41"), Draft("ride", NOW, gear="the bike"))
    assert found(names.ask(journal, names.gear)) == ["the bike", "Pegasus 41"]


def test_as_many_names_as_there_may_be_are_bounded(journal: Path) -> None:
    log(journal, *(Draft("run", NOW, {}, (f"tag-{number:04}",)) for number in range(500)))
    assert len(names.ask(journal, names.tags, "")) == names.MOST
    assert found(names.ask(journal, names.tags, "tag-049")) == [
        f"tag-{number:04}" for number in range(499, 489, -1)
    ]


def test_the_measures_of_an_activity_are_those_that_take_a_value(journal: Path) -> None:
    log(journal, Draft("run", NOW))
    assert found(names.ask(journal, names.measures, "run")) == [
        "distance", "duration", "elapsed", "climb", "heart-rate",
    ]  # fmt: skip
    assert names.ask(journal, names.measures, "nothing") == []


def test_the_newest_entries_say_what_they_are(journal: Path) -> None:
    log(journal, Draft("run", NOW), Draft("ride", NOW - timedelta(1), {}, (), "loop", note="a\nb"))
    assert names.ask(journal, names.newest_entries, "1") == [("2", 'ride 2026-11-25 @loop "a b"')]
    assert names.ask(journal, names.activity_of, "#1") == [("run", "")]
    assert names.ask(journal, names.activity_of, "last") == [("ride", "")]
    assert names.ask(journal, names.activity_of, "12") == []
    assert names.ask(journal, names.activity_of, "twelve") == []


def test_areas_are_those_of_the_activities(journal: Path) -> None:
    log(journal, Draft("run", NOW))
    assert found(names.ask(journal, names.areas)) == ["fitness", "work", "hobbies", "relationships"]


def test_a_journal_that_cannot_be_read_has_no_names(tmp_path: Path, journal: Path) -> None:
    (tmp_path / "text.db").write_text("This is no database.")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE activity (name)")
    places = ["none.db", ".", "text.db", "other.db", "no/folder/journal.db"]
    assert [names.ask(tmp_path / place, names.activities) for place in places] == [[]] * 5
    assert not (tmp_path / "none.db").exists()
    log(journal, Draft("run", NOW))
    locked = sqlite3.connect(journal, isolation_level=None)
    locked.execute("PRAGMA locking_mode = EXCLUSIVE")
    locked.execute("BEGIN EXCLUSIVE")
    assert names.ask(journal, names.activities) == []
    locked.close()
    assert names.ask(journal, names.activities) != []


def test_a_name_that_would_act_on_the_terminal_is_left_out(journal: Path) -> None:
    log(journal, Draft("run", NOW, {}, ("race",)))
    behind_our_back = sqlite3.connect(journal)
    with behind_our_back:
        behind_our_back.execute("INSERT INTO entry_tag VALUES (1, ?)", ("\x1b[2J\ttab\nline",))
    behind_our_back.close()
    assert found(names.ask(journal, names.tags, "")) == ["race"]
