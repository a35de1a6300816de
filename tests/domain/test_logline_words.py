"""A pasted line taken apart: words, quotes, options, and a time before the activity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.errors import StrideError
from stridelog.domain.logline import LineError
from stridelog.domain.logline.said import Said, said_in, time_apart
from stridelog.domain.logline.splitting import APOSTROPHES, CLOSING, Word, split_words

ACTIVITIES = ("run", "shift", "extra-mile")


def texts(line: str) -> list[str]:
    return [word.text for word in split_words(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", []),
        ("   ", []),
        ("run 10k\t50:42\N{NO-BREAK SPACE}+race", ["run", "10k", "50:42", "+race"]),
        ('run "turkey trot" +race', ["run", "turkey trot", "+race"]),
        ("run “turkey trot”", ["run", "turkey trot"]),
        ("run „turkey trot“", ["run", "turkey trot"]),
        ("run ”turkey trot”", ["run", "turkey trot"]),
        ("run «turkey trot»", ["run", "turkey trot"]),
        ("run »turkey trot«", ["run", "turkey trot"]),
        ("run 'turkey trot' 10k", ["run", "turkey trot", "10k"]),
        (
            "run \N{LEFT SINGLE QUOTATION MARK}turkey trot\N{RIGHT SINGLE QUOTATION MARK} 10k",
            ["run", "turkey trot", "10k"],
        ),
        ("run 'don't stop' 10k", ["run", "don't stop", "10k"]),
        ('run "don\'t stop"', ["run", "don't stop"]),
        ("don't 'twas o'clock", ["don't", "'twas", "o'clock"]),
        ('6" 5\'10"', ['6"', "5'10\""]),
        ('--note="so far" @"here" +"there"', ["--note=so far", "@here", "+there"]),
        ("note=“so far”", ["note=so far"]),
        ('"" x', ["", "x"]),
        ("back\\slash", ["back\\slash"]),
        ("\"a'b\" 'c\"d'", ["a'b", 'c"d']),
    ],
)
def test_words_are_split_as_people_quote_them(line: str, words: list[str]) -> None:
    assert texts(line) == words


def test_only_what_stands_in_quotes_as_a_whole_is_quoted() -> None:
    assert split_words('"all of it" "some"thing plain') == [
        Word("all of it", quoted=True),
        Word("something"),
        Word("plain"),
    ]


@pytest.mark.parametrize("line", ['run "turkey trot', "run “turkey trot", 'run --note="so'])
def test_a_quote_that_nothing_closes_is_refused(line: str) -> None:
    with pytest.raises(LineError, match="opens a quote that nothing closes"):
        split_words(line)


@given(
    st.lists(
        st.text(
            st.characters(
                exclude_categories=["Z", "C"],
                exclude_characters="".join([*CLOSING, *APOSTROPHES]),
            ),
            min_size=1,
        )
    )
)
def test_words_without_quotes_are_what_python_splits(words: list[str]) -> None:
    line = " ".join(words)
    assert texts(line) == line.split()


@given(st.text())
def test_any_line_is_split_or_refused(line: str) -> None:
    try:
        words = split_words(line)
    except LineError:
        return
    assert all(word.quoted or not word.text[:1].isspace() for word in words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("run 10k 50:42", Said(("run", "10k", "50:42"))),
        ("- run 10k", Said(("run", "10k"))),
        ("• run 10k", Said(("run", "10k"))),
        ('run "easy"', Said(("run",), notes=("easy",))),
        ('run "so far" --note "so good"', Said(("run",), notes=("so far", "so good"))),
        ("run --on yesterday", Said(("run",), on="yesterday")),
        ("run —on “last thursday 7:30”", Said(("run",), on="last thursday 7:30")),
        ("run –On=yesterday", Said(("run",), on="yesterday")),
        ("--gear Ghost run --effort 7", Said(("run",), effort="7", gear="Ghost")),
        ("run --with sam --with ann", Said(("run",), company=("sam", "ann"))),
        ("run --on monday --on tuesday", Said(("run",), on="tuesday")),
        ("run --note ''", Said(("run",), notes=("",))),
        ("run -- --on -5k", Said(("run", "--on", "-5k"))),
        ('run "--on" 5k', Said(("run", "5k"), notes=("--on",))),
        ("run -5k", Said(("run", "-5k"))),
    ],
)
def test_options_stand_anywhere_in_a_line(line: str, said: Said) -> None:
    assert said_in(line) == said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("run --onn yesterday", 'There is no option "--onn" in a line. Did you mean --on?'),
        ("run --like 12", 'There is no option "--like" in a line.'),
        ("run --on", "--on is given without a value."),
        ("run --gear=", "--gear is empty."),
        ("run --with ''", "--with is empty."),
    ],
)
def test_options_that_a_line_cannot_have_are_refused(line: str, message: str) -> None:
    with pytest.raises(LineError) as refused:
        said_in(line)
    assert refused.value.message.startswith(message)


@pytest.mark.parametrize(
    ("line", "before", "words"),
    [
        ("run 10k", "", ("run", "10k")),
        ("2026-11-20 7:30 run 10k", "2026-11-20 7:30", ("run", "10k")),
        ("last thursday 7:30 Run 10k", "last thursday 7:30", ("Run", "10k")),
        ("rnu 10k", "", ("rnu", "10k")),
        ("a b c d e f run", "a b c d e f", ("run",)),
        ("a b c d e f g run", "", ("a", "b", "c", "d", "e", "f", "g", "run")),
        ("", "", ()),
    ],
)
def test_a_time_may_stand_before_the_activity(
    line: str, before: str, words: tuple[str, ...]
) -> None:
    assert time_apart(line.split(), ACTIVITIES) == (before, words)


def test_what_a_line_says_comes_before_what_is_usual() -> None:
    usual = Said(on="yesterday", gear="Ghost", company=("sam",))
    assert Said(("run",), gear="Pegasus").or_else(usual) == Said(
        ("run",), on="yesterday", gear="Pegasus", company=("sam",)
    )


@given(st.text())
def test_any_line_says_something_or_is_refused(line: str) -> None:
    try:
        said = said_in(line)
    except StrideError:
        return
    assert all(not word[:1].isspace() or word in line for word in said.words)
