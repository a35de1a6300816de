"""Short plain lines are drawn without Rich, just as Rich would draw them."""

from hypothesis import given
from hypothesis import strategies as st

from stridelog.page import Heading, Page, Span, Text
from stridelog.render import terminal, text
from stridelog.render.paper import Paper

LINES = st.lists(st.text(max_size=90), min_size=1, max_size=4)


@given(st.lists(LINES, min_size=1, max_size=3), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_what_is_drawn_without_rich_looks_as_rich_draws_it(
    blocks: list[list[str]], encoding: str
) -> None:
    page = Page(tuple(Text(tuple(lines)) for lines in blocks))
    paper = Paper(encoding=encoding)
    drawn = text.draw(page, paper)
    assert drawn is None or drawn == terminal.draw(page, paper)


def test_a_line_with_signs_needs_no_rich() -> None:
    page = Page((Text(((Span("✓ ", "better"), Span("12  run · 5:04/km")), "  ▲ 7 s/km faster")),))
    assert text.draw(page, Paper()) == "✓ 12  run · 5:04/km\n  ▲ 7 s/km faster\n"


def test_colour_headings_long_lines_and_wide_letters_are_left_to_rich() -> None:
    plain = Page((Text(("short",)),))
    assert text.draw(plain, Paper(colour=True)) is None
    assert text.draw(Page((Heading("Streaks"),)), Paper()) is None
    for line in ("x" * 81, "走る", "e\u0301", "\x1b[31m"):
        assert text.draw(Page((Text((line,)),)), Paper()) is None
