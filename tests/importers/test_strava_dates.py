from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.dates import DateOrder
from stridelog.importers.strava.dates import utc_time

AFTERNOON = datetime(2022, 12, 9, 15, 24, 49, tzinfo=UTC)
MORNING = datetime(2025, 1, 2, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    Path(__file__).with_name("strava_dates.txt").read_text(encoding="utf-8").splitlines(),
)
def test_a_date_is_read_in_the_form_of_every_language(text: str) -> None:
    assert utc_time(text) == AFTERNOON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct 5, 2014, 4:15:21 PM", datetime(2014, 10, 5, 16, 15, 21, tzinfo=UTC)),
        ("25 Jun 2015, 11:18:35", datetime(2015, 6, 25, 11, 18, 35, tzinfo=UTC)),
        ("2014-09-12 16:54:28", datetime(2014, 9, 12, 16, 54, 28, tzinfo=UTC)),
        ("6. 9. 2026 11:18:40", datetime(2026, 9, 6, 11, 18, 40, tzinfo=UTC)),
        ("9 mei 2026, 00:03:01", datetime(2026, 5, 9, 0, 3, 1, tzinfo=UTC)),
        ("15 mar 2024, 6:45:12", datetime(2024, 3, 15, 6, 45, 12, tzinfo=UTC)),
        ("2 de ene. de 2025, 7:05:00", MORNING),
        ("2 janv. 2025, 07:05:00", MORNING),
        ("2 gen 2025, 07:05:00", MORNING),
        ("2025. 1. 2. 오전 7:05:00", MORNING),
        ("2025年1月2日 上午7:05:00", MORNING),
        ("2 Οκτ 2025, 7:05:00 π.μ.", datetime(2025, 10, 2, 7, 5, tzinfo=UTC)),
        ("2 ott 2025, 07:05", datetime(2025, 10, 2, 7, 5, tzinfo=UTC)),
    ],
)
def test_dates_seen_in_real_exports_are_read(text: str, expected: datetime) -> None:
    assert utc_time(text) == expected


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12:30:00 AM", 0), ("1:30:00 AM", 1), ("12:30:00 PM", 12), ("11:30:00 PM", 23)],
)
def test_noon_and_midnight_are_told_apart(text: str, hour: int) -> None:
    assert utc_time(f"Jan 2, 2025, {text}") == datetime(2025, 1, 2, hour, 30, tzinfo=UTC)


def test_days_and_months_with_a_stroke_between_follow_the_order() -> None:
    text = "10/5/2014 16:15:21"
    assert utc_time(text) == datetime(2014, 5, 10, 16, 15, 21, tzinfo=UTC)
    october = utc_time(text, DateOrder.MONTH_FIRST)
    assert october == datetime(2014, 10, 5, 16, 15, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2022-12-09",
        "9 Dec 2022",
        "31.02.2022, 15:24:49",
        "09.13.2022, 15:24:49",
        "Dec 9, 2022, 25:24:49",
        "Dec 9, 22, 3:24:49 PM",
        "Mar Dec 9, 2022, 3:24:49 PM",
        "9 10 Dec 2022 15:24:49",
        "1670599489",
        "9 xyz 2022, 15:24:49",
    ],
)
def test_what_is_no_date_of_strava_is_not_guessed(text: str) -> None:
    assert utc_time(text) is None


@given(st.text())
def test_no_text_makes_dates_fail(text: str) -> None:
    assert utc_time(text) is None or isinstance(utc_time(text), datetime)


@given(st.datetimes(datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2399-01-01")))
def test_every_date_is_read_back_in_english_and_german(at: datetime) -> None:
    at = at.replace(microsecond=0)
    month = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * at.month - 3 : 3 * at.month]
    half = "AM" if at.hour < 12 else "PM"
    clock = f"{(at.hour - 1) % 12 + 1}:{at.minute:02}:{at.second:02} {half}"
    english = f"{month} {at.day}, {at.year}, {clock}"
    german = f"{at.day:02}.{at.month:02}.{at.year}, {at.hour:02}:{at.minute:02}:{at.second:02}"
    assert utc_time(english) == utc_time(german) == at.replace(tzinfo=UTC)
