"""Calendars: a column a week, a row a weekday, a sign a day."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.dates.names import MONTHS, WEEKDAYS
from stridelog.page import Calendar, Mark, Page
from stridelog.render import markdown, terminal, text
from stridelog.render.calendar import MARGIN, SIGNS, drawing
from stridelog.render.fallback import written_in
from stridelog.render.paper import Paper

LEGEND: tuple[tuple[Mark, str], ...] = (
    ("once", "one entry"),
    ("twice", "two"),
    ("often", "three or more"),
    ("nothing", "none"),
    ("protected", "rest or pause"),
    ("open", "still open"),
)
MARKS = [mark for mark, _ in LEGEND]
LEAP_MONDAY = date(2024, 2, 5)


def calendar(first: date, marks: Sequence[Mark], week_start: int = 0) -> Calendar:
    return Calendar("run", first, tuple(marks), LEGEND, week_start)


def year_until(last: date, weeks: int = 53) -> Calendar:
    """Return the weeks up to a day: Tuesdays done, more and more, the last Fridays protected."""
    first = last - timedelta((weeks - 1) * 7 + last.weekday())
    marks: list[Mark] = []
    for back in range((last - first).days, -1, -1):
        weekday = (last - timedelta(back)).weekday()
        tuesday: Mark = "once" if back > 250 else "twice" if back > 120 else "often"
        friday: Mark = "protected" if back < 100 else "nothing"
        marks.append({1: tuesday, 4: friday}.get(weekday, "nothing"))
    return calendar(first, [*marks[:-1], "open"])


A_YEAR = year_until(date(2026, 11, 21))


def drawn(shown: Calendar, width: int = 80, encoding: str = "utf-8") -> list[str]:
    return terminal.draw(Page((shown,)), Paper(width, encoding=encoding)).splitlines()


def grid(shown: Calendar, width: int) -> list[str]:
    return ["".join(span.text for span in line) for line in drawing(shown, width).grid]


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("calendar-80.txt", Paper()),
        ("calendar-80-colour.txt", Paper(colour=True)),
        ("calendar-60.txt", Paper(60)),
        ("calendar-40.txt", Paper(40)),
        ("calendar-ascii.txt", Paper(encoding="ascii")),
        ("calendar-cp1252.txt", Paper(encoding="cp1252")),
    ],
)
def test_a_calendar_in_a_terminal(
    golden: Callable[[str, str], None], name: str, paper: Paper
) -> None:
    golden(name, terminal.draw(Page((A_YEAR,)), paper))


def test_a_calendar_as_markdown_stands_in_a_code_block(golden: Callable[[str, str], None]) -> None:
    golden("calendar.md", markdown.draw(Page((A_YEAR,))))


def test_a_day_stands_in_the_column_of_its_week_and_the_row_of_its_weekday() -> None:
    marks: list[Mark] = ["nothing"] * 49
    marks[24] = "once"  # 29 February, a Thursday
    assert drawn(calendar(LEAP_MONDAY, marks)) == [
        "run  5 Feb – 24 Mar 2024",
        "         Mar",
        "  Mon ·······",
        "  Tue ·······",
        "  Wed ·······",
        "  Thu ···▒···",
        "  Fri ·······",
        "  Sat ·······",
        "  Sun ·······",
        "  ▒ one entry  · none",
    ]


def test_weeks_begin_when_the_person_says() -> None:
    marks: tuple[Mark, ...] = ("once", "nothing", "twice", "nothing", "nothing", "often", "open")
    assert [line[2:] for line in drawn(calendar(date(2024, 2, 4), marks, 6))[2:9]] == [
        "Sun ▒",
        "Mon ·",
        "Tue ▓",
        "Wed ·",
        "Thu ·",
        "Fri █",
        "Sat ○",
    ]


def test_days_before_the_first_and_after_the_last_are_blank() -> None:
    lines = drawn(calendar(LEAP_MONDAY + timedelta(2), ["once"] * 7))
    assert [line[MARGIN:] for line in lines[2:9]] == [" ▒", " ▒", "▒", "▒", "▒", "▒", "▒"]


def test_29_february_lengthens_no_week() -> None:
    for first, days in (
        (date(2024, 2, 26), "26 Feb – 10 Mar 2024"),
        (date(2023, 2, 27), "27 Feb – 12 Mar 2023"),
    ):
        lines = drawn(calendar(first, ["once"] * 14))
        assert lines[0] == f"run  {days}"
        assert [line[MARGIN:] for line in lines[2:9]] == ["▒▒"] * 7


def test_a_new_year_begins_in_the_middle_of_a_week() -> None:
    december: list[Mark] = ["once"] * 31
    january: list[Mark] = ["often"] * 25
    lines = drawn(calendar(date(2025, 12, 1), december + january))
    assert lines[:2] == ["run  1 Dec 2025 – 25 Jan 2026", "      Dec Jan"]
    assert [line[MARGIN:] for line in lines[2:9]] == ["▒▒▒▒▒███"] * 3 + ["▒▒▒▒████"] * 4


def test_a_month_without_room_for_its_name_has_none() -> None:
    october_ends = calendar(date(2025, 10, 20), ["once"] * 40)
    assert drawn(october_ends)[1] == "       Nov"
    november_ends = calendar(date(2025, 11, 3), ["once"] * 35)
    assert drawn(november_ends)[1] == "      Nov"


@pytest.mark.parametrize(("width", "weeks"), [(80, 53), (59, 53), (58, 52), (40, 34), (7, 1)])
def test_the_latest_weeks_that_fit_are_shown(width: int, weeks: int) -> None:
    lines = drawn(A_YEAR, width)
    (friday,) = (line for line in lines if line.startswith("  Fri"))
    assert friday == drawn(A_YEAR)[6][:MARGIN] + drawn(A_YEAR)[6][-weeks:]


def test_the_title_names_the_days_that_are_shown() -> None:
    assert drawn(A_YEAR)[0] == "run  17 Nov 2025 – 21 Nov 2026"
    assert drawn(A_YEAR, 40)[0] == "run  30 Mar – 21 Nov 2026"


def test_only_what_is_shown_is_explained() -> None:
    assert drawn(A_YEAR)[-1] == (
        "  ▒ one entry  ▓ two  █ three or more  · none  – rest or pause  ○ still open"
    )


def test_no_meaning_is_parted_from_its_sign() -> None:
    assert drawn(A_YEAR, 20)[-4:] == [
        "  █ three or more",
        "  · none",
        "  – rest or pause",
        "  ○ still open",
    ]
    assert drawn(A_YEAR, 40)[-2:] == [
        "  ▓ two  █ three or more  · none",
        "  – rest or pause  ○ still open",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252", "cp437", "koi8-r"])
def test_signs_differ_without_colour_in_every_encoding(encoding: str) -> None:
    signs = [written_in(encoding, SIGNS[mark].text) for mark in MARKS]
    assert len(set(signs)) == len(MARKS)
    assert {len(sign) for sign in signs} == {1}


@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize("near", [date.min, date.max])
def test_the_ends_of_the_calendar_can_be_shown(near: date, week_start: int) -> None:
    first = near if near == date.min else near - timedelta(40)
    lines = drawn(calendar(first, ["once"] * 41, week_start))
    assert "".join(lines[2:9]).count("▒") == 41


def test_a_title_is_text() -> None:
    hostile = replace(A_YEAR, title="[red]\x1b[31m```\n# `run`")
    assert drawn(hostile)[0].startswith("[red]␛[31m```␊# `run`  17 Nov")
    assert (
        markdown.draw(Page((hostile,)))
        .splitlines()[0]
        .startswith(r"**\[red\]␛\[31m\`\`\`␊\# \`run\`")
    )


calendars = st.builds(
    calendar,
    st.dates(date(1, 1, 1), date(9997, 1, 1)),
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=380),
    st.integers(0, 6),
)


@given(calendars, st.integers(MARGIN + 1, 90))
def test_every_day_has_its_sign_and_the_latest_weeks_are_never_too_long(
    shown: Calendar, width: int
) -> None:
    full, narrow = grid(shown, 100)[1:], grid(shown, width)[1:]
    signs = "".join(line[MARGIN:] for line in full).replace(" ", "")
    assert sorted(signs) == sorted(SIGNS[mark].text for mark in shown.marks)
    weeks = max(map(len, full)) - MARGIN
    latest = min(weeks, width - MARGIN)
    assert [line[MARGIN:].ljust(latest) for line in narrow] == [
        line[MARGIN:].ljust(weeks)[-latest:] for line in full
    ]
    assert all(len(line) <= width for line in grid(shown, width))


@given(calendars)
def test_names_of_months_stand_apart_above_the_week_that_they_begin_in(shown: Calendar) -> None:
    line = grid(shown, 100)[0][MARGIN:]
    assert all(name in {month[:3] for month in MONTHS} for name in line.split())
    skipped = (shown.first.weekday() - shown.week_start) % len(WEEKDAYS)
    for at, name in ((line.index(name, 0), name) for name in dict.fromkeys(line.split())):
        first = shown.first.toordinal() + max(at * 7 - skipped, 0)
        last = min(first + 6, shown.first.toordinal() + len(shown.marks) - 1)
        months = {date.fromordinal(day).month for day in range(first, last + 1)}
        assert name in {MONTHS[month - 1][:3] for month in months}


@given(calendars, st.integers(1, 90), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_without_rich_a_calendar_looks_as_rich_draws_it(
    shown: Calendar, width: int, encoding: str
) -> None:
    page, paper = Page((shown,)), Paper(width, encoding=encoding)
    plain = text.draw(page, paper)
    assert plain is None or plain == terminal.draw(page, paper)
    assert plain or width < 80
