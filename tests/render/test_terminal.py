"""Pages in a terminal."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from every_block import EVERY_BLOCK
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stridelog.page import Column, Heading, Page, Row, Section, Span, Sparkline, Table, Text
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw

ANY_TEXT = st.text(st.characters())
ESCAPE_SEQUENCE = re.compile(r"\x1b\[[\d;]*m")
LONG = "a note that goes on and on and would not fit on any line of any terminal, really not"


def numbers(note: str = LONG) -> Table:
    columns = (Column("#", "right"), Column("note", flexible=True), Column("distance", "right"))
    return Table(columns, (Row(("1846", note, "10.00 km")), Row(("7", "short", "5.00 km"))))


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("terminal-80.txt", Paper()),
        ("terminal-80-colour.txt", Paper(colour=True)),
        ("terminal-64.txt", Paper(64)),
        ("terminal-ascii.txt", Paper(encoding="ascii")),
    ],
)
def test_a_page_in_a_terminal(golden: Callable[[str, str], None], name: str, paper: Paper) -> None:
    golden(name, draw(EVERY_BLOCK, paper))


def test_a_table_is_readable_in_80_columns() -> None:
    assert all(cell_len(line) <= 80 for line in draw(EVERY_BLOCK, Paper()).splitlines())


def test_colour_changes_nothing_but_colour() -> None:
    coloured = ESCAPE_SEQUENCE.sub("", draw(EVERY_BLOCK, Paper(colour=True)))
    lines = [line.rstrip() for line in coloured.splitlines()]
    assert lines == draw(EVERY_BLOCK, Paper()).splitlines()


def test_a_page_of_nothing_is_nothing() -> None:
    assert draw(Page(()), Paper()) == ""


def test_a_table_without_titles_has_no_header() -> None:
    table = Table((Column(""), Column("", "right")), (Row(("run", "2")), Row(("shift", "31"))))
    assert draw(Page((table,)), Paper()) == "run     2\nshift  31\n"


def test_a_table_without_rows_is_its_header() -> None:
    assert draw(Page((Table((Column("activity"), Column("n", "right")), ()),)), Paper()) == (
        "activity  n\n"
    )


def test_rows_of_a_section_are_indented() -> None:
    table = Table((Column(""),), (Row(("all",)), Section("run"), Row(("pace",))))
    assert draw(Page((table,)), Paper()) == "all\nrun\n  pace\n"


def test_a_column_of_nothing_takes_no_space() -> None:
    columns = (Column("a"), Column(""), Column("b"))
    assert draw(Page((Table(columns, (Row(("1", "", "2")),)),)), Paper()) == "a  b\n1  2\n"


def test_more_cells_than_columns_are_a_mistake_of_the_report() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        draw(Page((Table((Column("a"),), (Row(("1", "2")),)),)), Paper())


def test_only_flexible_columns_give_way() -> None:
    assert draw(Page((numbers(),)), Paper(40)) == (
        "   #  note                      distance\n"
        "1846  a note that goes on and…  10.00 km\n"
        "   7  short                      5.00 km\n"
    )


def test_spare_columns_are_left_out_where_nothing_else_gives_way() -> None:
    columns = (Column("a"), Column("b", spare=1), Column("c", spare=1), Column("d"))
    page = Page((Table(columns, (Row(("one", "two", "three", "four")),)),))
    assert draw(page, Paper(width=21)).splitlines() == [
        "a    b    c      d",
        "one  two  three  four",
    ]
    assert draw(page, Paper(width=20)).splitlines() == ["a    b    d", "one  two  four"]
    assert draw(page, Paper(width=1)).splitlines() == ["a    d", "one  four"]


def test_of_spare_columns_the_one_with_the_highest_number_is_left_out_first() -> None:
    columns = (Column("a"), Column("b", spare=2), Column("c", spare=1), Column("d", spare=3))
    page = Page((Table(columns, (Row(("one", "two", "three", "four")),)),))
    assert draw(page, Paper(width=20)).splitlines() == ["a    b    c", "one  two  three"]
    assert draw(page, Paper(width=14)).splitlines() == ["a    c", "one  three"]


def test_a_name_that_shall_not_be_cut_outlives_spare_columns() -> None:
    columns = (Column("", flexible=True, least=13), Column("day", spare=1))
    page = Page((Table(columns, (Row(("10k estimated", "Monday")),)),))
    assert draw(page, Paper(width=20)) == "10k estimated\n"
    assert draw(page, Paper(width=10)) == "10k estimated\n"


def test_the_widest_flexible_column_gives_way_first() -> None:
    columns = (Column("a", flexible=True), Column("b", flexible=True))
    table = Table(columns, (Row(("short", LONG)),))
    assert draw(Page((table,)), Paper(30)) == "a      b\nshort  a note that goes on an…\n"


def test_flexible_columns_share_all_the_space() -> None:
    columns = (Column("a", flexible=True), Column("n", "right"), Column("b", flexible=True))
    table = Table(columns, (Row((LONG, "1846", LONG)),))
    widths = [cell_len(draw(Page((table,)), Paper(width)).splitlines()[1]) for width in (50, 51)]
    assert widths == [50, 51]


def test_a_section_stands_across_all_columns() -> None:
    table = Table((Column(""), Column("", "right")), (Section("once a week"), Row(("run", "2"))))
    assert draw(Page((table,)), Paper()) == "once a week\n  run  2\n"


def test_wide_characters_stand_straight() -> None:
    columns = (Column(""), Column("", "right"))
    rows = [Row((name, "1")) for name in ("走る", "e\u0301te\u0301", "❤", "run", "🏃")]
    lines = draw(Page((Table(columns, tuple(rows)),)), Paper()).splitlines()
    assert {cell_len(line) for line in lines} == {7}


def test_a_wide_character_is_not_cut_in_half() -> None:
    table = Table((Column("", flexible=True),), (Row(("走" * 40,)),))
    assert draw(Page((table,)), Paper(12)) == "走走走走走…\n"


@pytest.mark.parametrize("beginning", ["\u0301", "\ufe0f", "\u200d", "\u200d\u200d走"])
def test_what_joins_no_character_is_cut_like_any_other(beginning: str) -> None:
    table = Table((Column("", flexible=True),), (Row((beginning + LONG,)),))
    drawn = draw(Page((table,)), Paper(12))
    assert drawn.endswith("…\n")
    assert cell_len(drawn.rstrip("\n")) <= 12


def test_a_sparkline_in_a_flexible_column_keeps_its_first_and_last_time() -> None:
    table = Table((Column("", flexible=True),), (Row((Sparkline((1, *[4] * 30, 8)),)),))
    drawn = draw(Page((table,)), Paper(16))
    assert len(drawn.strip()) == 16
    assert (drawn[0], drawn.strip()[-1]) == ("▁", "█")


def test_a_sparkline_keeps_its_gaps_wherever_it_stands() -> None:
    table = Table(
        (Column("2021", "right"), Column("n")), (Row((Sparkline((None, 1, 2, None)), "3")),)
    )
    assert draw(Page((table,)), Paper()) == "2021  n\n ▁█   3\n"


def test_an_encoding_that_lacks_one_bar_gets_a_whole_row_of_signs() -> None:
    table = Table((Column(""),), (Row((Sparkline((1, 2, 3, 4, None, 5, 6, 7, 8)),)),))
    assert draw(Page((table,)), Paper(encoding="cp437")) == "_.-= +*%#\n"


def test_an_aside_stands_at_the_right_edge_of_the_table() -> None:
    table = Table((Column("x" * 30),), ())
    page = Page((Heading("Streaks", "today"), table))
    assert draw(page, Paper()).splitlines()[0] == "Streaks" + " " * 18 + "today"


def test_an_aside_without_space_stands_on_its_own_line() -> None:
    assert draw(Page((Heading("Streaks", "today"),)), Paper(10)) == "Streaks\ntoday\n"


def test_long_lines_are_folded_between_words_and_keep_their_indent() -> None:
    text = Text(("  then    5:11/km over your first 10k",))
    assert draw(Page((text,)), Paper(24)) == "  then    5:11/km over\n  your first 10k\n"


@pytest.mark.parametrize("width", range(12, 40))
def test_a_number_stays_in_one_line_with_its_unit(width: int) -> None:
    text = "so far 12 km in 2 h 45 min, 95 % of 1 500 km and 31 tickets"
    lines = draw(Page((Text((text,)),)), Paper(width)).splitlines()
    assert " ".join(lines) == text
    for value in ("12 km", "2 h", "45 min", "95 %", "500 km"):
        assert any(value in line for line in lines)


def test_units_are_kept_whatever_somebody_wrote() -> None:
    text = "12 km \ue000 and 12 km " * 3
    lines = draw(Page((Text((text,)),)), Paper(20)).splitlines()
    assert " ".join(lines) == text.strip()


def test_a_word_that_is_longer_than_the_line_stays_whole() -> None:
    text = Text(("see https://example.org/a/very/long/address for more",))
    assert draw(Page((text,)), Paper(10)) == (
        "see\nhttps://example.org/a/very/long/address\nfor more\n"
    )


def test_styles_survive_folding() -> None:
    text = Text(((Span("six better", "better"), Span(" and "), Span("none worse", "worse")),))
    assert draw(Page((text,)), Paper(12, colour=True)) == (
        "\x1b[32msix better\x1b[0m\nand \x1b[35mnone\x1b[0m\n\x1b[35mworse\x1b[0m\n"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "20"), ("LINES", "1")],
)
@pytest.mark.parametrize("paper", [Paper(), Paper(colour=True), Paper(64)])
def test_the_paper_says_all_and_the_environment_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, paper: Paper
) -> None:
    drawn = draw(EVERY_BLOCK, paper)
    monkeypatch.setenv(name, value)
    assert draw(EVERY_BLOCK, paper) == drawn


def test_markup_of_rich_is_text() -> None:
    text = Text(("[red]not red[/red] :smile: https://example.org 42",))
    assert draw(Page((text,)), Paper(colour=True)) == (
        "[red]not red[/red] :smile: https://example.org 42\n"
    )


@given(ANY_TEXT, st.integers(1, 120), st.sampled_from(["utf-8", "ascii", "cp1252", "shift_jis"]))
def test_no_text_acts_on_the_terminal(text: str, width: int, encoding: str) -> None:
    page = Page((Heading(text, text), numbers(text), Text((text, Span(text, "strong")))))
    drawn = draw(page, Paper(width, encoding=encoding))
    drawn.encode(encoding)
    assert not any(unicodedata.category(character) == "Cc" for character in drawn.replace("\n", ""))


@given(ANY_TEXT, st.integers(1, 120))
def test_numbers_are_never_cut(note: str, width: int) -> None:
    first, second = draw(Page((numbers(note),)), Paper(width)).splitlines()[1:]
    assert (first[:4], first[-8:]) == ("1846", "10.00 km")
    assert (second[:4], second[-7:]) == ("   7", "5.00 km")


@given(st.text(), st.integers(34, 120))
def test_columns_stand_straight_and_fit_whatever_is_in_them(note: str, width: int) -> None:
    lines = draw(Page((numbers(note),)), Paper(width)).splitlines()
    assert len({cell_len(line) for line in lines}) == 1
    assert cell_len(lines[0]) <= width


@given(st.lists(st.text(st.characters(codec="ascii", exclude_characters=" "))), st.integers(1, 80))
def test_folding_loses_no_word(words: list[str], width: int) -> None:
    drawn = draw(Page((Text((" ".join(words),)),)), Paper(width))
    shown = draw(Page((Text((" ".join(words),)),)), Paper(10_000))
    assert drawn.split() == shown.split()
