"""Cadences, weekdays, skips and reasons as people type them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.cadence import Cadence
from stridelog.domain.errors import UsageError
from stridelog.domain.rule_words import (
    CadenceError,
    ReasonError,
    SkipsError,
    WeekdayError,
    are_weekdays,
    is_cadence,
    parse_cadence,
    parse_skips,
    parse_weekdays,
    reason_text,
    weekdays_said,
)


@pytest.mark.parametrize(
    ("text", "times", "unit"),
    [
        ("3/week", 3, "week"),
        ("3 / Week", 3, "week"),
        ("3x/week", 3, "week"),
        ("3 x a week", 3, "week"),
        ("3 times a week", 3, "week"),
        ("3 per week", 3, "week"),
        ("three a week", 3, "week"),
        ("3/w", 3, "week"),
        ("twice a month", 2, "month"),
        ("2/month", 2, "month"),
        ("2/mo", 2, "month"),
        ("once a day", 1, "day"),
        ("every day", 1, "day"),
        ("1/day", 1, "day"),
        ("1/d", 1, "day"),
        ("daily", 1, "day"),
        ("weekly", 1, "week"),
        ("Monthly", 1, "month"),
        ("٣/week", 3, "week"),
        ("24/day", 24, "day"),
    ],
)
def test_a_cadence_is_read_as_it_is_said(text: str, times: int, unit: str) -> None:
    assert is_cadence(text)
    found = parse_cadence(text)
    assert (found.times, found.unit) == (times, unit)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0/week", "0/week asks for nothing."),
        ("40/day", "40/day is more than anybody does."),
        ("999999999999/week", "999999/week is more than anybody does."),
        ("3", '"3" is no cadence.'),
        ("3/year", '"3/year" is no cadence.'),
        ("-3/week", '"-3/week" is no cadence.'),
        ("3.5/week", '"3.5/week" is no cadence.'),
        ("week/3", '"week/3" is no cadence.'),
        ("often", '"often" is no cadence.'),
        ("", '"" is no cadence.'),
    ],
)
def test_what_is_no_cadence_is_refused_with_what_would_be(text: str, message: str) -> None:
    with pytest.raises(CadenceError) as caught:
        parse_cadence(text)
    assert caught.value.message == message
    assert caught.value.hint
    assert caught.value.exit_code == 2


@given(st.builds(Cadence, st.integers(1, 24), st.sampled_from(("day", "week", "month"))))
def test_a_cadence_is_read_as_it_is_written(cadence: Cadence) -> None:
    assert parse_cadence(str(cadence)) == cadence


@pytest.mark.parametrize(
    ("words", "weekdays"),
    [
        (["mon"], {0}),
        (["Monday"], {0}),
        (["mon", "fri"], {0, 4}),
        (["mon,fri"], {0, 4}),
        (["mon,", "fri"], {0, 4}),
        (["sat,sun", "sat"], {5, 6}),
        (["none"], set()),
    ],
)
def test_weekdays_are_read_as_dates_read_them(words: list[str], weekdays: set[int]) -> None:
    assert are_weekdays(words)
    assert parse_weekdays(words) == weekdays


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["mo"], '"mo" is no weekday.'),
        (["mon", "tomorrow"], '"tomorrow" is no weekday.'),
        (["none", "mon"], '"none" is no weekday.'),
        (
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            "To rest on every weekday is a pause.",
        ),
    ],
)
def test_what_are_no_weekdays_is_refused(words: list[str], message: str) -> None:
    with pytest.raises(WeekdayError) as caught:
        parse_weekdays(words)
    assert (caught.value.message, bool(caught.value.hint)) == (message, True)


def test_weekdays_are_said_in_the_order_of_the_week() -> None:
    assert weekdays_said({4}) == "Fri"
    assert weekdays_said({4, 0}) == "Mon and Fri"
    assert weekdays_said({6, 4, 0}) == "Mon, Fri and Sun"


def test_skips_are_a_whole_number_that_a_month_has_room_for() -> None:
    assert (parse_skips("0"), parse_skips("31")) == (0, 31)
    for text in ("-1", "2.5", "two", "32", "9" * 5_000):
        with pytest.raises(SkipsError):
            parse_skips(text)


def test_a_reason_is_one_line_of_text() -> None:
    assert reason_text("  injured\n knee [red]") == "injured knee [red]"
    for text in ("x" * 201, "\x1b[31mred"):
        with pytest.raises(ReasonError):
            reason_text(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    for read in (parse_cadence, parse_skips, reason_text, lambda words: parse_weekdays([words])):
        with suppress(UsageError):
            read(text)
