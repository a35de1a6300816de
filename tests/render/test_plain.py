"""Text is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.visible_text import is_hidden, visible

ANY_TEXT = st.text(st.characters())
"""Any text, with controls and lone surrogates."""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("turkey trot [red]", "turkey trot [red]"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07, return\r, line\n, tab\t, null\0", "bell␇, return␍, line␊, tab␉, null␀"),
        ("delete\x7f", "delete␡"),
        ("8-bit \x9b31m", r"8-bit \x9b31m"),
        ("\u202egnp.exe\u202c", r"\u202egnp.exe\u202c"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("lone \udc80", r"lone \udc80"),
        ("a\u2028b", r"a\u2028b"),
        ("tag \U000e0041", r"tag \U000e0041"),
    ],
)
def test_what_would_act_or_hide_gets_a_stand_in(written: str, shown: str) -> None:
    assert visible(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Zoë lief 10 km – endlich!",
        "距離　走る",
        "e\u0301 (an accent that joins)",
        "👩\u200d👩\u200d👧 ❤\ufe0f 👍🏽",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f Scotland",
        "\u0645\u06cc\u200c\u062e\u0648 (Persian)",
        "אני רץ",
        "non-breaking\u00a0space",
    ],
)
def test_honest_text_stays_as_it_was_written(written: str) -> None:
    assert visible(written) == written


def test_a_joiner_between_plain_letters_is_shown() -> None:
    assert visible("pass\u200dword") == r"pass\u200dword"


def test_what_a_medium_can_hold_is_kept() -> None:
    assert visible("two\nlines\x07", keep="\n") == "two\nlines␇"


@given(ANY_TEXT)
def test_nothing_hidden_is_left_in_any_text(text: str) -> None:
    flags = "\U0001f3f4"
    assert not any(is_hidden(character) for character in visible(text.replace(flags, "")))


@given(ANY_TEXT)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
