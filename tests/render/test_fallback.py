"""Encodings that lack characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.render.fallback import ASCII, written_in

ENCODINGS = ("ascii", "latin-1", "cp1252", "cp437", "koi8-r", "shift_jis", "gb18030", "utf-8")


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "▲ 7 s/km → … – ✓ ␛ 走 é"),
        ("ascii", "^ 7 s/km -> ... - ok ^[ ? ?"),
        ("latin-1", "^ 7 s/km -> ... - ok ^[ ? é"),
        ("cp1252", "^ 7 s/km -> … – ok ^[ ? é"),
    ],
)
def test_signs_become_what_the_encoding_has(encoding: str, written: str) -> None:
    assert written_in(encoding, "▲ 7 s/km → … – ✓ ␛ 走 é") == written


def test_every_counterpart_is_ascii() -> None:
    assert all(counterpart.isascii() for counterpart in ASCII.values())


@given(st.sampled_from(ENCODINGS), st.text())
def test_any_text_can_be_written_in_any_encoding(encoding: str, text: str) -> None:
    written_in(encoding, text).encode(encoding)


@given(st.sampled_from(ENCODINGS), st.text(st.characters(codec="ascii")))
def test_plain_text_is_the_same_in_every_encoding(encoding: str, text: str) -> None:
    assert written_in(encoding, text) == text
