"""Quantities that were typed with a space in them are one word of a line all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    Notation,
    parse_quantity,
    put_together,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("10 km 50:42", ["10 km", "50:42"]),
        ("10 KM in 50:42", ["10 KM", "in", "50:42"]),
        ("6.2 mi", ["6.2 mi"]),
        ("6,2 mi", ["6,2 mi"]),
        ("10 k +race", ["10 k", "+race"]),
        ("-5 km", ["-5 km"]),
        ("400 m 90 s", ["400 m", "90 s"]),
        ("92 % 31", ["92 %", "31"]),
        ("145 bpm", ["145 bpm"]),
        ("50 lbs", ["50 lbs"]),
        ("12 km/h", ["12 km/h"]),
        ("31 /h", ["31 /h"]),
        ("half marathon 1:45:10", ["half marathon", "1:45:10"]),
        ("half 1:45:10", ["half", "1:45:10"]),
        ("8:09 /mi", ["8:09 /mi"]),
        ("5:04 min/km 10k", ["5:04 min/km", "10k"]),
        ("1:45 h", ["1:45 h"]),
        ("50:42 min", ["50:42 min"]),
        # the parts of a duration
        ("1 h 20 min", ["1 h 20 min"]),
        ("1h 20m", ["1h 20m"]),
        ("1h 20min 30s", ["1h 20min 30s"]),
        ("1 hour 20 minutes 10 km", ["1 hour 20 minutes", "10 km"]),
        ("50 min 42 sec", ["50 min 42 sec"]),
        ("50min 42s", ["50min 42s"]),
        ("2h 30s", ["2h 30s"]),
        # not what is something else
        ("100m 12s", ["100m", "12s"]),
        ("10k 50m", ["10k", "50m"]),
        ("20min 5km", ["20min", "5km"]),
        ("20 min 5 km", ["20 min", "5 km"]),
        ("20min 30min", ["20min", "30min"]),
        ("50:42 km", ["50:42", "km"]),
        ("10k km", ["10k", "km"]),
        ("31 csat=92", ["31", "csat=92"]),
        ("31 +km", ["31", "+km"]),
        ("+5 km", ["+5", "km"]),
        ("km 10", ["km", "10"]),
        ("marathon half", ["marathon", "half"]),
        ("31 tickets", ["31", "tickets"]),
        ("", []),
    ],
)
def test_what_belongs_together_is_one_word(line: str, words: list[str]) -> None:
    assert put_together(line.split()) == words


def test_a_note_stays_a_note() -> None:
    words = ["10", "km of mud", "10 km", "m", "5", "k" * 1_000_000]
    assert put_together(words) == words


def test_minutes_or_metres_are_still_asked_about() -> None:
    (word,) = put_together(["14", "m"])
    with pytest.raises(AmbiguousQuantityError):
        parse_quantity(word, Notation())


WORDS = st.sampled_from(
    [
        "10", "1", "20", "5.5", "km", "k", "m", "min", "h", "s", "1h", "20m", "42s", "50:42", "/km",
        "min/km", "half", "marathon", "%", "+race", "@home", "a note", "", " ", "\x00", "\ud800",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(WORDS, st.text()), max_size=8))
def test_no_word_is_lost_or_changed(words: list[str]) -> None:
    assert " ".join(put_together(words)) == " ".join(words)
