"""The journal as a calendar: what another program (icalendar) reads in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from exported import GAME, TROT, written
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from stridelog.domain.entry import Entry
from stridelog.domain.importing import ExportedEntry
from stridelog.domain.visible_text import visible

TEXTS = st.text(st.characters()) | st.text(st.sampled_from("a é🏃\\;,:\"'\n\r\t^\x00"))
WIDE = st.text(st.sampled_from("aé東🏃"), max_size=400)

WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//stride//stridelog//EN
BEGIN:VEVENT
UID:0199@stride
DTSTAMP:20261126T051200Z
DTSTART:20261126T051200Z
DURATION:PT0H50M42S
SUMMARY:run 10.01 km in 50:42 · 5:04/km
DESCRIPTION:"Easy"\\,\\nshe said.
CATEGORIES:race,50 %
LOCATION:turkey-trot
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:0200@stride
DTSTAMP:20261127T200000Z
DTSTART;VALUE=DATE:20261127
SUMMARY:chess
DESCRIPTION:=HYPERLINK(1)
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def events(*entries: Entry) -> list[Event]:
    calendar = Calendar.from_ical(written("ical", map(ExportedEntry, entries)).encode())
    assert not calendar.errors
    assert all(not event.errors for event in calendar.events)
    return calendar.events


def event(entry: Entry) -> Event:
    (only,) = events(entry)
    return only


def shown(text: str) -> str:
    """Return a text as a calendar can hold it."""
    return visible(text.replace("\r\n", "\n"), "\n\t")


def test_an_entry_is_an_event() -> None:
    assert written("ical", [TROT, GAME]) == WHOLE.replace("\n", "\r\n")


def test_an_empty_journal_is_an_empty_calendar() -> None:
    assert events() == []


def test_what_took_time_stands_at_its_time_in_utc() -> None:
    run = event(TROT.entry)
    assert run.start == datetime(2026, 11, 26, 5, 12, tzinfo=UTC)
    assert run.duration == timedelta(seconds=3042)


def test_from_start_to_end_counts_breaks() -> None:
    entry = replace(TROT.entry, measurements={"duration": 3042.0, "elapsed": 90_061.4})
    assert event(replace(entry, activity="chess")).duration == timedelta(seconds=90_061)


@pytest.mark.parametrize("measurements", [{}, {"duration": 0.0}, {"duration": 0.4}])
def test_what_took_no_time_stands_on_the_day_that_it_counts_for(
    measurements: dict[str, float],
) -> None:
    entry = replace(GAME.entry, measurements=measurements, day=date(2026, 11, 26))
    assert event(entry).start == date(2026, 11, 26)
    assert event(entry).stamp == datetime(2026, 11, 27, 20, tzinfo=UTC)


def test_the_last_evening_of_the_calendar_is_written() -> None:
    at = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5)))
    assert event(replace(TROT.entry, at=at)).start.year == 9999


def test_the_same_journal_makes_the_same_calendar() -> None:
    assert written("ical", [TROT, GAME]) == written("ical", [TROT, GAME])


def test_every_entry_is_read_back() -> None:
    entries = [replace(TROT.entry, uid=f"u{number}") for number in range(200)]
    assert [found.uid for found in events(*entries)] == [f"u{n}@stride" for n in range(200)]


@given(TEXTS, TEXTS.filter(str.strip), st.lists(TEXTS, max_size=3))
def test_another_program_reads_any_text_back(note: str, place: str, tags: list[str]) -> None:
    found = event(replace(TROT.entry, note=note, place=place, tags=tuple(tags)))
    assert found.get("DESCRIPTION", "") == shown(note)
    assert found["LOCATION"] == shown(place)
    assert [str(tag) for tag in found.categories] == [shown(tag) for tag in tags]


@given(WIDE | TEXTS)
def test_no_line_is_wider_than_75_octets_and_no_character_is_cut(note: str) -> None:
    lines = written("ical", [ExportedEntry(replace(TROT.entry, note=note))]).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
