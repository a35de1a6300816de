"""What people say as dates, and what it must mean or which error it gives."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest

from stridelog.domain.dates import DateError, DateOrder, Moment, parse_day, parse_moment

DAY_FIRST, MONTH_FIRST = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST

NOW = datetime(2026, 11, 26, 8, 12, 33)  # noqa: DTZ001
"""A Thursday: civil time, as everything here."""

IN_EITHER_ORDER = [
    # words
    ("today", "2026-11-26"),
    ("Today", "2026-11-26"),
    ("TODAY", "2026-11-26"),
    ("yesterday", "2026-11-25"),
    ("tomorrow", "2026-11-27"),
    ("day before yesterday", "2026-11-24"),
    ("the day before yesterday", "2026-11-24"),
    ("day after tomorrow", "2026-11-28"),
    ("now", "2026-11-26 08:12:33"),
    ("this morning", "2026-11-26"),
    ("just now", "2026-11-26 08:12:33"),
    # parts of the day: the one that it is, is now; any other has its usual hour
    ("this afternoon", "2026-11-26 15:00"),
    ("this evening", "2026-11-26 19:00"),
    ("evening", "2026-11-26 19:00"),
    ("tonight", "2026-11-26 22:00"),
    ("yesterday evening", "2026-11-25 19:00"),
    ("last evening", "2026-11-25 19:00"),
    ("yesterday morning", "2026-11-25 08:00"),
    ("yesterday afternoon", "2026-11-25 15:00"),
    ("20 nov evening", "2026-11-20 19:00"),
    ("3 days ago evening", "2026-11-23 19:00"),
    # a night has hours of the next day
    ("last night", "2026-11-25 22:00"),
    ("yesterday night", "2026-11-25 22:00"),
    ("thursday night", "2026-11-19 22:00"),
    ("last night 23:00", "2026-11-25 23:00"),
    ("last night at 9:30", "2026-11-25 21:30"),
    ("last night 11pm", "2026-11-25 23:00"),
    ("last night 1:00", "2026-11-26 01:00"),
    ("0:30 last night", "2026-11-26 00:30"),
    ("last night at 2am", "2026-11-26 02:00"),
    ("last night at 12", "2026-11-26 00:00"),
    ("last night at midnight", "2026-11-26 00:00"),
    ("thursday night 1:30", "2026-11-20 01:30"),
    ("20 nov night 1:00", "2026-11-21 01:00"),
    ("tonight 3:00", "2026-11-26 03:00"),
    # times
    ("7:30", "2026-11-26 07:30"),
    ("07:30", "2026-11-26 07:30"),
    ("at 7:30", "2026-11-26 07:30"),
    ("@ 7:30", "2026-11-26 07:30"),
    ("0:00", "2026-11-26 00:00"),
    ("23:59", "2026-11-26 23:59"),
    ("23:59:59", "2026-11-26 23:59:59"),
    ("7:30h", "2026-11-26 07:30"),
    ("18h30", "2026-11-26 18:30"),
    ("18h", "2026-11-26 18:00"),
    ("6am", "2026-11-26 06:00"),
    ("6 am", "2026-11-26 06:00"),
    ("6 pm", "2026-11-26 18:00"),
    ("6PM", "2026-11-26 18:00"),
    ("6 p.m.", "2026-11-26 18:00"),
    ("6:30pm", "2026-11-26 18:30"),
    ("6:30 pm", "2026-11-26 18:30"),
    ("6.30pm", "2026-11-26 18:30"),
    ("12am", "2026-11-26 00:00"),
    ("12pm", "2026-11-26 12:00"),
    ("noon", "2026-11-26 12:00"),
    ("12 noon", "2026-11-26 12:00"),
    ("midday", "2026-11-26 12:00"),
    ("midnight", "2026-11-26 00:00"),
    ("12:30am", "2026-11-26 00:30"),
    ("12:30 pm", "2026-11-26 12:30"),
    ("noon yesterday", "2026-11-25 12:00"),
    ("half past 7", "2026-11-26 07:30"),
    ("half past seven pm", "2026-11-26 19:30"),
    ("quarter past 19", "2026-11-26 19:15"),
    ("quarter to 1", "2026-11-26 12:45"),
    ("yesterday at quarter to eight", "2026-11-25 07:45"),
    ("7 o'clock", "2026-11-26 07:00"),
    ("seven o\N{RIGHT SINGLE QUOTATION MARK}clock this evening", "2026-11-26 19:00"),
    ("tonight at 8", "2026-11-26 20:00"),
    ("7 in the evening", "2026-11-26 19:00"),
    ("7:30 in the morning", "2026-11-26 07:30"),
    ("yesterday afternoon at 5", "2026-11-25 17:00"),
    ("monday morning at 6", "2026-11-23 06:00"),
    ("5 nov evening", "2026-11-05 19:00"),
    ("today 6am", "2026-11-26 06:00"),
    ("6am today", "2026-11-26 06:00"),
    ("today, 6am", "2026-11-26 06:00"),
    ("yesterday at 18:45", "2026-11-25 18:45"),
    ("yesterday 6 pm", "2026-11-25 18:00"),
    ("yesterday noon", "2026-11-25 12:00"),
    ("tomorrow 7:30", "2026-11-27 07:30"),
    ("this morning 7:30", "2026-11-26 07:30"),
    ("7:30 this morning", "2026-11-26 07:30"),
    ("this evening 7:30", "2026-11-26 19:30"),
    ("this evening at 19:30", "2026-11-26 19:30"),
    ("tonight 11:00", "2026-11-26 23:00"),
    ("yesterday evening 8:15", "2026-11-25 20:15"),
    ("this afternoon 3:00", "2026-11-26 15:00"),
    # weekdays: the latest one past
    ("wednesday", "2026-11-25"),
    ("wed", "2026-11-25"),
    ("weds", "2026-11-25"),
    ("tuesday", "2026-11-24"),
    ("tues", "2026-11-24"),
    ("monday", "2026-11-23"),
    ("Mon", "2026-11-23"),
    ("sunday", "2026-11-22"),
    ("saturday", "2026-11-21"),
    ("sat", "2026-11-21"),
    ("friday", "2026-11-20"),
    ("thursday", "2026-11-19"),
    ("thu", "2026-11-19"),
    ("thurs", "2026-11-19"),
    ("on thursday", "2026-11-19"),
    ("last thursday", "2026-11-19"),
    ("last thursday 7:30", "2026-11-19 07:30"),
    ("last thursday at 7:30pm", "2026-11-19 19:30"),
    ("last wed", "2026-11-25"),
    ("monday evening", "2026-11-23 19:00"),
    ("monday evening 7:30", "2026-11-23 19:30"),
    ("thursday last week", "2026-11-19"),
    ("last week thursday", "2026-11-19"),
    ("monday last week 6am", "2026-11-16 06:00"),
    ("sunday last week", "2026-11-22"),
    ("monday this week", "2026-11-23"),
    ("this week wednesday", "2026-11-25"),
    # so long ago
    ("3 days ago", "2026-11-23"),
    ("3 days ago 7:30", "2026-11-23 07:30"),
    ("0 days ago", "2026-11-26"),
    ("1 day ago", "2026-11-25"),
    ("a day ago", "2026-11-25"),
    ("two days ago", "2026-11-24"),
    ("twelve days ago", "2026-11-14"),
    ("3d ago", "2026-11-23"),
    ("100 days ago", "2026-08-18"),
    ("a week ago", "2026-11-19"),
    ("2 weeks ago", "2026-11-12"),
    ("2w ago", "2026-11-12"),
    ("a month ago", "2026-10-26"),
    ("3 months ago", "2026-08-26"),
    ("12 months ago", "2025-11-26"),
    ("a year ago", "2025-11-26"),
    ("5 years ago", "2021-11-26"),
    ("an hour ago", "2026-11-26 07:12"),
    ("half an hour ago", "2026-11-26 07:42"),
    ("20 minutes ago", "2026-11-26 07:52"),
    ("20min ago", "2026-11-26 07:52"),
    ("3 h ago", "2026-11-26 05:12"),
    ("2h ago", "2026-11-26 06:12"),
    ("1h30 ago", "2026-11-26 06:42"),
    ("1h30m ago", "2026-11-26 06:42"),
    ("90min ago", "2026-11-26 06:42"),
    ("an hour and a half ago", "2026-11-26 06:42"),
    ("a fortnight ago", "2026-11-12"),
    ("in a fortnight", "2026-12-10"),
    ("9 hours ago", "2026-11-25 23:12"),
    ("in 3 days", "2026-11-29"),
    ("in a week", "2026-12-03"),
    ("in 2 months", "2027-01-26"),
    # ISO
    ("2026-11-20", "2026-11-20"),
    ("2026-1-5", "2026-01-05"),
    ("2026/11/20", "2026-11-20"),
    ("2026.11.20", "2026-11-20"),
    ("20261120", "2026-11-20"),
    ("2026-11-20 07:30", "2026-11-20 07:30"),
    ("2026-11-20T07:30", "2026-11-20 07:30"),
    ("2026-11-20t07:30", "2026-11-20 07:30"),
    ("2026-11-20T07:30:15", "2026-11-20 07:30:15"),
    ("2026-11-20 7:30 pm", "2026-11-20 19:30"),
    ("1900-01-01", "1900-01-01"),
    ("9999-12-31", "9999-12-31"),
    ("2024-02-29", "2024-02-29"),
    ("2026-W47-4", "2026-11-19"),
    ("2026w474", "2026-11-19"),
    ("2026-W53-7", "2027-01-03"),
    ("2026-W47-4 7:30", "2026-11-19 07:30"),
    # months by name
    ("20 nov", "2026-11-20"),
    ("nov 20", "2026-11-20"),
    ("20 NOV", "2026-11-20"),
    ("20 november", "2026-11-20"),
    ("20. november", "2026-11-20"),
    ("20th november", "2026-11-20"),
    ("20th of november", "2026-11-20"),
    ("the 20th of november", "2026-11-20"),
    ("november 20th", "2026-11-20"),
    ("1st sept", "2026-09-01"),
    ("2nd may", "2026-05-02"),
    ("3rd jul", "2026-07-03"),
    ("20nov", "2026-11-20"),
    ("nov20", "2026-11-20"),
    ("20-nov", "2026-11-20"),
    ("20/nov/2026", "2026-11-20"),
    ("20nov2026", "2026-11-20"),
    ("20-Nov-2026", "2026-11-20"),
    ("20-nov-26", "2026-11-20"),
    ("20 nov 2026", "2026-11-20"),
    ("nov 20, 2026", "2026-11-20"),
    ("nov 20 26", "2026-11-20"),
    ("2026 nov 20", "2026-11-20"),
    ("20 November 2026 7:30pm", "2026-11-20 19:30"),
    ("20 nov 7:30", "2026-11-20 07:30"),
    ("7:30 on 20 nov", "2026-11-20 07:30"),
    ("20 nov 1999", "1999-11-20"),
    ("29 feb 2024", "2024-02-29"),
    ("Thu 26 Nov 2026, 8:12", "2026-11-26 08:12"),
    ("thursday 26 nov", "2026-11-26"),
    ("20 nov 2026 friday", "2026-11-20"),
    # without a year: at most four weeks ahead
    ("27 nov", "2026-11-27"),
    ("1 dec", "2026-12-01"),
    ("24 dec", "2026-12-24"),
    ("25 dec", "2025-12-25"),
    ("1 jan", "2026-01-01"),
    ("25 nov", "2026-11-25"),
    # numbers that can be read in one order only
    ("20.11.2026", "2026-11-20"),
    ("20.11.26", "2026-11-20"),
    ("20.11.", "2026-11-20"),
    ("20.11", "2026-11-20"),
    ("20. 11. 2026", "2026-11-20"),
    ("20.11.2026 7:30", "2026-11-20 07:30"),
    ("20/11/2026", "2026-11-20"),
    ("20/11", "2026-11-20"),
    ("20-11-2026", "2026-11-20"),
    ("11/20/2026", "2026-11-20"),
    ("11/20/26", "2026-11-20"),
    ("11/20", "2026-11-20"),
    ("11-20", "2026-11-20"),
    ("5/5", "2026-05-05"),
    ("05/5", "2026-05-05"),
    ("20.11.99", "1999-11-20"),
    ("20.11.46", "2046-11-20"),
    ("20.11.47", "1947-11-20"),
    # typography
    ("  20   nov  ", "2026-11-20"),
    ("20\N{NO-BREAK SPACE}nov", "2026-11-20"),
    ("2026\N{EN DASH}11\N{EN DASH}20", "2026-11-20"),
    ("\N{FULLWIDTH DIGIT TWO}\N{FULLWIDTH DIGIT ZERO} nov", "2026-11-20"),
]


@pytest.mark.parametrize(("text", "meaning"), IN_EITHER_ORDER)
@pytest.mark.parametrize("order", DateOrder)
def test_a_date_means_one_moment(text: str, meaning: str, order: DateOrder) -> None:
    day, _, clock = meaning.partition(" ")
    at = time.fromisoformat(clock) if clock else None
    moment = parse_moment(text, NOW, order)
    assert replace(moment, counted=False, ago=None) == Moment(
        date.fromisoformat(day), at, ambiguous=False
    )


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("5/6", "2026-06-05", "2026-05-06"),
        ("05/06", "2026-06-05", "2026-05-06"),
        ("5-6", "2026-06-05", "2026-05-06"),
        ("5.6.", "2026-06-05", "2026-05-06"),
        ("05.06.2026", "2026-06-05", "2026-05-06"),
        ("5/6/2026", "2026-06-05", "2026-05-06"),
        ("5/6/26", "2026-06-05", "2026-05-06"),
        ("12/11", "2026-11-12", "2026-12-11"),
        ("1/12", "2026-12-01", "2026-01-12"),
        ("12/1/2025 7:30", "2025-01-12", "2025-12-01"),
    ],
)
def test_day_or_month_first_is_settled_by_the_setting_and_said_so(
    text: str, day_first: str, month_first: str
) -> None:
    for order, meaning in [(DAY_FIRST, day_first), (MONTH_FIRST, month_first)]:
        moment = parse_moment(text, NOW, order)
        assert moment.day == date.fromisoformat(meaning)
        assert moment.ambiguous


REFUSED = [
    # not one day
    ("last week", "Last week is not one day.", "Say Mon 16 Nov 2026."),
    ("this week", "This week is not one day.", "Say Mon 23 Nov 2026."),
    ("next week", "Next week is not one day.", "Say Mon 30 Nov 2026."),
    ("last month", "Last month is not one day.", "Say the day, as in 20 nov."),
    ("last year", "Last year is not one day.", "Say the day, as in 20 nov."),
    ("this weekend", "This weekend is not one day.", "Say the day, as in 20 nov."),
    ("next friday", "Next Friday could be two days.",
     "Say Fri 27 Nov 2026 or Fri 4 Dec 2026."),
    ("this friday", "This Friday could be two days.",
     "Say Fri 27 Nov 2026 or Fri 4 Dec 2026."),
    ("next thursday", "Next Thursday could be two days.",
     "Say Thu 3 Dec 2026 or Thu 10 Dec 2026."),
    ("november", "Which day of November?", "Say 1 november 2026."),
    ("nov 2026", "Which day of November?", "Say 1 nov 2026."),
    ("2026-11", "Which day of 2026-11?", "Say 2026-11-01."),
    ("2026", "Which day of 2026?", "Say 2026-01-01."),
    ("0730", '"0730" is no date.', "Say 07:30 for a time."),
    ("2026-W47", "Which day of week 47 of 2026?", "Say 2026-W47-1 for its Monday."),
    # no such day
    ("31 feb", "There is no 31 February 2026.", "February 2026 has 28 days: say 28 Feb 2026."),
    ("29 feb", "There is no 29 February 2026.", "February 2026 has 28 days: say 28 Feb 2026."),
    ("29 feb 2025", "There is no 29 February 2025.",
     "February 2025 has 28 days: say 28 Feb 2025."),
    ("29.2.2025", "There is no 29 February 2025.",
     "February 2025 has 28 days: say 28 Feb 2025."),
    ("1900-02-29", "There is no 29 February 1900.",
     "February 1900 has 28 days: say 28 Feb 1900."),
    ("31 nov", "There is no 31 November 2026.", "November 2026 has 30 days: say 30 Nov 2026."),
    ("2026-11-31", "There is no 31 November 2026.",
     "November 2026 has 30 days: say 30 Nov 2026."),
    ("0 nov", "There is no 0 November 2026.", "November 2026 has 30 days: say 1 Nov 2026."),
    ("2026-11-00", "There is no 0 November 2026.",
     "November 2026 has 30 days: say 1 Nov 2026."),
    ("30/2/2026", "There is no 30 February 2026.",
     "February 2026 has 28 days: say 28 Feb 2026."),
    ("2026-13-01", "There is no month 13.", "Months go from 1 to 12, or by name: 20 nov 2026."),
    ("2026-00-01", "There is no month 0.", "Months go from 1 to 12, or by name: 20 nov 2026."),
    ("31/31/2026", "There is no month 31.", "Months go from 1 to 12, or by name: 20 nov 2026."),
    ("2026-W54-1", "There is no 2026-W54-1.",
     "Weeks go from 1 to 52 or 53 and their days from 1 to 7: 2026-W47-4 is a Thursday."),
    ("2025-W53-1", "There is no 2025-W53-1.",
     "Weeks go from 1 to 52 or 53 and their days from 1 to 7: 2026-W47-4 is a Thursday."),
    ("2026-W47-8", "There is no 2026-W47-8.",
     "Weeks go from 1 to 52 or 53 and their days from 1 to 7: 2026-W47-4 is a Thursday."),
    ("friday 26 nov 2026", "26 Nov 2026 is a Thursday.", "Say Thu 26 Nov 2026."),
    ("7.30", "7.30 is no day of the year.", "Say 7:30 for a time, or 7/30."),
    # no such time
    ("25:00", "There is no 25:00: times go from 0:00 to 23:59.",
     "Times look like 7:30, 18:45, 6am or 6:30pm."),
    ("24:00", "There is no 24:00: times go from 0:00 to 23:59.",
     "Midnight is 0:00 of the new day."),
    ("7:60", "There is no 7:60: times go from 0:00 to 23:59.",
     "Times look like 7:30, 18:45, 6am or 6:30pm."),
    ("25h", "There is no 25h: times go from 0:00 to 23:59.",
     "Times look like 7:30, 18:45, 6am or 6:30pm."),
    ("13pm", "There is no 13pm.", "Say 13:00."),
    ("0am", "There is no 0am.", "Say 0:00."),
    ("7:3", '"7:3" is no time of day.', "Times look like 7:30, 18:45, 6am or 6:30pm."),
    ("2026-11-20T07:30Z", "07:30z has a zone.", "Say the local time alone: 07:30."),
    ("2026-11-20T07:30+01:00", "07:30+01:00 has a zone.", "Say the local time alone: 07:30."),
    ("7:30 8:30", "There are two times in that.",
     "Say one of them, as in yesterday 7:30."),
    ("an hour ago 7:30", "There are two times in that.",
     "Say one of them, as in yesterday 7:30."),
    ("this morning 18:00", "18:00 is not in the morning.", "Say the time alone."),
    ("this evening 6am", "6:00 is not in the evening.", "Say the time alone."),
    ("last night 6am", "6:00 is not in the night.", "Say the time alone."),
    ("tonight 14:00", "14:00 is not in the night.", "Say the time alone."),
    ("5m ago", "5m could be minutes or months.", "Say 5 minutes or 5 months."),
    ("in 3 m", "3m could be minutes or months.", "Say 3 minutes or 3 months."),
    ("half 7", '"half 7" is no date.', "Say 7:00, 7am or 7pm for a time, 7 nov for a day."),
    ("the 20th", '"the 20th" is no date.', "Say the month as well, as in 20 nov."),
    ("20th evening", '"20th evening" is no date.', "Say the month as well, as in 20 nov."),
    ("6", '"6" is no date.', "Say 6:00, 6am or 6pm for a time, 6 nov for a day."),
    ("today at 6", '"today at 6" is no date.',
     "Say 6:00, 6am or 6pm for a time, 6 nov for a day."),
    # out of time
    ("1 jan 1899", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("1899-12-31", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("0000-01-01", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("0001-W01-1", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("200 years ago", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("99999 days ago", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("9999999999 days ago", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("in 9000 years", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("in 999999 weeks", "Dates go from the year 1900 to 9999.", "Say it like 2026-11-20."),
    ("1 jan 12345", "12345 is no year.", "Years have four digits, as in 2026-11-20."),
    ("1 jan 12026", "12026 is no year.", "Years have four digits, as in 2026-11-20."),
    ("20/11/026", "026 is no year.", "Years have four digits, as in 2026-11-20."),
    # slips
    ("yesturday", '"yesturday" is no date.', "Did you mean yesterday?"),
    ("wendesday", '"wendesday" is no date.', "Did you mean wednesday?"),
    ("last thrusday 7:30", '"last thrusday 7:30" is no date.', "Did you mean last thursday?"),
    ("20 novmber", '"20 novmber" is no date.', "Did you mean 20 november?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED)
def test_what_is_no_day_is_refused_with_the_nearest_valid_form(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(DateError) as caught:
        parse_moment(text, NOW, DAY_FIRST)
    assert (caught.value.message, caught.value.hint) == (message, hint)


NO_DATES = [
    "", " ", ",", "at", "foo", "10k", "ago", "days ago", "3 ago", "3 days", "in 3", "last", "next",
    "this", "the 20th", "20 11 2026", "20 nov nov", "20 21 22 nov", "20 nov dec", "november rain",
    "mo", "tuesday wednesday", "today yesterday", "today last", "3 parsecs ago", "-3 days ago",
    "1.5 days ago", "thursday a week ago", "20.11.2026.", "20//11", "1/2/3/4", "2026-11-20-1",
    "202611200", "W47-4", "half to 7", "quarter past 25", "thirteen o'clock", "13 tonight",
    "evening 8 8", "monday last night", "a few days ago", "the other day", "1h72 ago", "lunchtime",
    "heute", "24.12.26.", "20 de noviembre", "20 nov at 8 in",
    "\x00", "\x1b[31m", "\ud800", "'; DROP TABLE entries",
    "\N{CIRCLED DIGIT TWO} nov", "2\N{SUPERSCRIPT TWO} nov", "a" * 101, "1" * 10_000_000,
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES, ids=lambda text: ascii(text[:20]))
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_moment(text, NOW, DAY_FIRST)
    assert len(caught.value.message) < 100
    assert caught.value.message.isprintable()
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "now", "meaning"),
    [
        ("20 dec", "2026-01-10", "2025-12-20"),
        ("7 feb", "2026-01-10", "2026-02-07"),
        ("8 feb", "2026-01-10", "2025-02-08"),
        ("5 jan", "2026-12-20", "2027-01-05"),
        ("17 jan", "2026-12-20", "2027-01-17"),
        ("18 jan", "2026-12-20", "2026-01-18"),
        ("29 feb", "2024-02-10", "2024-02-29"),
        ("29 feb", "2025-01-10", "2024-02-29"),
        ("a year ago", "2024-02-29", "2023-02-28"),
        ("4 years ago", "2024-02-29", "2020-02-29"),
        ("a month ago", "2026-03-31", "2026-02-28"),
        ("a month ago", "2026-01-15", "2025-12-15"),
        ("yesterday", "2026-01-01", "2025-12-31"),
        ("last sunday", "2026-11-22", "2026-11-15"),
        ("sunday", "2026-11-23", "2026-11-22"),
        ("31 dec", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_date_is_seen_from_its_day(text: str, now: str, meaning: str) -> None:
    at = datetime.fromisoformat(now)
    assert parse_moment(text, at, DAY_FIRST).day == date.fromisoformat(meaning)


@pytest.mark.parametrize(("text", "now"), [("tomorrow", "9999-12-31"), ("yesterday", "1900-01-01")])
def test_the_calendar_has_ends(text: str, now: str) -> None:
    with pytest.raises(DateError, match="Dates go from the year 1900 to 9999"):
        parse_moment(text, datetime.fromisoformat(now), DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "monday", "sunday"),
    [
        ("thursday last week", "2026-11-19", "2026-11-19"),
        ("sunday last week", "2026-11-22", "2026-11-15"),
        ("sunday this week", "2026-11-29", "2026-11-22"),
        ("saturday last week", "2026-11-21", "2026-11-21"),
    ],
)
def test_last_week_begins_when_the_persons_weeks_do(text: str, monday: str, sunday: str) -> None:
    for week_start, meaning in [(0, monday), (6, sunday)]:
        day = parse_moment(text, NOW, DAY_FIRST, week_start).day
        assert day == date.fromisoformat(meaning)
        assert parse_day(text, NOW.date(), DAY_FIRST, week_start) == day


@pytest.mark.parametrize(
    ("text", "at_half_past_two", "at_noon"),
    [
        ("today", "2026-11-26", "2026-11-26"),
        ("now", "2026-11-26 02:30", "2026-11-26 12:00"),
        ("an hour ago", "2026-11-26 01:30", "2026-11-26 11:00"),
        ("yesterday", "2026-11-24", "2026-11-25"),
        ("3 days ago", "2026-11-22", "2026-11-23"),
        ("wednesday", "2026-11-18", "2026-11-25"),
        ("23:00", "2026-11-25 23:00", "2026-11-26 23:00"),
        ("1:00", "2026-11-26 01:00", "2026-11-26 01:00"),
        ("tonight 1:00", "2026-11-26 01:00", "2026-11-26 01:00"),
        ("this evening", "2026-11-25 19:00", "2026-11-26 19:00"),
        ("last night", "2026-11-24 22:00", "2026-11-25 22:00"),
        ("yesterday 20:00", "2026-11-24 20:00", "2026-11-25 20:00"),
        ("yesterday 1:30", "2026-11-25 01:30", "2026-11-26 01:30"),
        ("yesterday 4:00", "2026-11-24 04:00", "2026-11-25 04:00"),
        ("monday 1:30", "2026-11-24 01:30", "2026-11-24 01:30"),
        ("2026-11-24 1:30", "2026-11-24 01:30", "2026-11-24 01:30"),
        ("24 nov 1:30", "2026-11-24 01:30", "2026-11-24 01:30"),
        ("Tue 24 Nov 2026, 1:30", "2026-11-24 01:30", "2026-11-24 01:30"),
    ],
)
def test_days_that_start_at_four_are_counted_so_and_dates_are_the_calendars(
    text: str, at_half_past_two: str, at_noon: str
) -> None:
    for clock, meaning in [("02:30", at_half_past_two), ("12:00", at_noon)]:
        now = datetime.fromisoformat(f"2026-11-26T{clock}")
        moment = parse_moment(text, now, DAY_FIRST, 0, time(4))
        at = f" {moment.time:%H:%M}" if moment.time else ""
        assert f"{moment.day}{at}" == meaning


@pytest.mark.parametrize(
    ("text", "now", "meaning"),
    [
        ("this morning", "07:10", None),
        ("this morning", "20:30", "08:00"),
        ("this evening", "18:30", None),
        ("tonight", "23:15", None),
        ("tonight 1:00", "02:30", "01:00"),
    ],
)
def test_the_part_of_the_day_that_it_is_is_now(text: str, now: str, meaning: str | None) -> None:
    moment = parse_moment(text, datetime.fromisoformat(f"2026-11-26T{now}"), DAY_FIRST)
    assert moment.day == NOW.date()
    assert moment.time == (time.fromisoformat(meaning) if meaning else None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("now", 0),
        ("20 minutes ago", 20),
        ("half an hour ago", 30),
        ("1h30 ago", 90),
        ("2h ago", 120),
    ],
)
def test_what_was_so_long_ago_is_known_in_minutes(text: str, minutes: int) -> None:
    assert parse_moment(text, NOW, DAY_FIRST).ago == timedelta(minutes=minutes)


def test_a_zone_on_now_changes_nothing() -> None:
    in_tokyo = NOW.replace(tzinfo=timezone(timedelta(hours=9)))
    for text in ("now", "today", "an hour ago", "last thursday 7:30"):
        assert parse_moment(text, in_tokyo, DAY_FIRST) == parse_moment(text, NOW, DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("today", "2026-11-26"),
        ("now", "2026-11-26"),
        ("yesterday", "2026-11-25"),
        ("last thursday", "2026-11-19"),
        ("2026-11-20", "2026-11-20"),
        ("3 months ago", "2026-08-26"),
        ("yesterday evening", "2026-11-25"),
        ("this morning", "2026-11-26"),
        ("last night", "2026-11-25"),
    ],
)
def test_a_day_is_said_in_the_same_language(text: str, meaning: str) -> None:
    assert parse_day(text, NOW.date(), DAY_FIRST, 0) == date.fromisoformat(meaning)


@pytest.mark.parametrize(
    "text", ["yesterday 7:30", "noon", "an hour ago", "2026-11-20T07:30", "tonight at 8", "2h ago"]
)
def test_a_day_with_a_time_is_refused_where_a_day_is_asked_for(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_day(text, NOW.date(), DAY_FIRST, 0)
    assert caught.value.message == f'"{text}" has a time; a day is asked for.'
