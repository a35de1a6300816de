"""Text brought down to a plain keyboard, and text as a message repeats it."""

import pytest

from stridelog.domain.plain_text import SHOWN, plain, shown


@pytest.mark.parametrize(
    ("typed", "plainly"),
    [
        ("  10  KM ", "10 km"),
        ("10\N{NO-BREAK SPACE}km", "10 km"),
        ("\N{MINUS SIGN}5", "-5"),
        ("50\N{PRIME}42\N{DOUBLE PRIME}", "50'42\""),
        ("50'42''", "50'42\""),
        ("\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH COLON}", "1:"),
        ("\N{DEVANAGARI DIGIT TWO}\N{MATHEMATICAL BOLD DIGIT ZERO}", "20"),
        ("10\N{ZERO WIDTH SPACE}k\N{LEFT-TO-RIGHT MARK}", "10k"),
        ("10\N{SUPERSCRIPT TWO}", "10\N{SUPERSCRIPT TWO}"),
    ],
)
def test_look_alikes_become_what_a_keyboard_has(typed: str, plainly: str) -> None:
    assert plain(typed) == plainly


def test_a_message_repeats_one_short_line_without_control_characters() -> None:
    assert shown("a\nb\tc") == "a b c"
    assert shown("\x1b[31mred\x00\ud800") == "\ufffd[31mred\ufffd\ufffd"
    assert len(shown("x" * 10_000_000)) == SHOWN
    assert shown("x" * SHOWN) == "x" * SHOWN
