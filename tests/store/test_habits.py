"""What was logged lately, read off indexes however long the journal is."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from stridelog.domain.entry import Draft
from stridelog.domain.likely import LAST, Occasion
from stridelog.store.change import Stamp
from stridelog.store.connect import open_reading
from stridelog.store.reading.habits import OCCASIONS, last_days, last_entries, occasions
from stridelog.store.writing import open_journal

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 21, 23, 4, tzinfo=ZONE)
TODAY = NOW.date()

Journal = Callable[[list[Draft]], sqlite3.Connection]


def draft(activity: str, days_ago: int, hour: int = 8, **more: float) -> Draft:
    day = TODAY - timedelta(days=days_ago)
    return Draft(activity, datetime.combine(day, time(hour), ZONE), more, tags=("race",))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Make journals of drafts, opened to look at."""
    opened: list[sqlite3.Connection] = []

    def make(drafts: list[Draft]) -> sqlite3.Connection:
        path = tmp_path / f"journal-{len(opened)}.db"
        with open_journal(path, NOW).change(Stamp("import", NOW, "laptop")) as change:
            change.add(drafts)
        opened.append(open_reading(path))
        return opened[-1]

    yield make
    for connection in opened:
        connection.close()


def test_the_latest_entries_come_first_with_their_civil_time(journal: Journal) -> None:
    found = occasions(journal([draft("run", 2), draft("shift", 1, 22), draft("run", 1)]), TODAY)
    assert found == [
        Occasion("shift", datetime(2026, 11, 20, 22), date(2026, 11, 20)),  # noqa: DTZ001 (civil)
        Occasion("run", datetime(2026, 11, 20, 8), date(2026, 11, 20)),  # noqa: DTZ001 (civil)
        Occasion("run", datetime(2026, 11, 19, 8), date(2026, 11, 19)),  # noqa: DTZ001 (civil)
    ]


def test_what_came_after_the_day_is_left_out(journal: Journal) -> None:
    connection = journal([draft("run", 0), draft("run", 3), draft("shift", 0)])
    until = TODAY - timedelta(days=1)
    assert [o.day for o in occasions(connection, until)] == [date(2026, 11, 18)]
    assert last_days(connection, until) == {"run": date(2026, 11, 18)}
    assert [e.day for e in last_entries(connection, "run", until)] == [date(2026, 11, 18)]


def test_the_last_day_of_each_activity_is_known(journal: Journal) -> None:
    connection = journal([draft("run", 9), draft("run", 4), draft("swim", 900)])
    assert last_days(connection, TODAY) == {"run": date(2026, 11, 17), "swim": date(2024, 6, 4)}


def test_a_habit_is_made_of_the_last_entries_of_one_activity(journal: Journal) -> None:
    drafts = [draft("run", days, distance=1_000.0 + days) for days in range(30)]
    found = last_entries(journal([*drafts, draft("shift", 0)]), "run", TODAY)
    assert [entry.measurements["distance"] for entry in found] == [
        1_000.0 + days for days in range(LAST)
    ]
    assert found[0].tags == ("race",)


def test_an_empty_journal_has_no_habits(journal: Journal) -> None:
    connection = journal([])
    assert occasions(connection, TODAY) == []
    assert last_days(connection, TODAY) == {}
    assert last_entries(connection, "run", TODAY) == []


def test_a_longer_journal_takes_no_more_work(journal: Journal) -> None:
    def work(connection: sqlite3.Connection) -> int:
        steps = 0

        def step() -> None:
            nonlocal steps
            steps += 1

        connection.set_progress_handler(step, 1)
        assert len(occasions(connection, TODAY)) == OCCASIONS
        last_days(connection, TODAY)
        last_entries(connection, "run", TODAY)
        return steps

    short, long = (
        journal([draft("run", day, distance=5_000.0) for day in range(days)])
        for days in (OCCASIONS, 8 * OCCASIONS)
    )
    assert work(long) <= 1.1 * work(short)
