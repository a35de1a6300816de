"""Pages as Markdown."""

from collections.abc import Callable, Iterator

import pytest
from every_block import EVERY_BLOCK
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stridelog.domain.visible_text import visible
from stridelog.page import Column, Fact, Heading, Page, Row, Section, Span, Sparkline, Table, Text
from stridelog.render.markdown import draw

ANY_TEXT = st.text(st.characters())
WORDS = st.text(st.sampled_from("ab 1.)-+=#>*_`[]()<>|~&;!\\:/é\t\n\x1b"), max_size=12)
"""Short text out of what means something to Markdown."""

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""Another program's reading of GitHub-flavoured Markdown."""


def texts(tokens: list[Token]) -> Iterator[str]:
    """Yield what a reader sees in each paragraph, heading or cell."""
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {
                "text",
                "text_special",
                "hardbreak",
                "strong_open",
                "strong_close",
            }
            yield "".join(
                "\n" if child.type == "hardbreak" else child.content for child in children
            )


def read(page: Page) -> list[str]:
    return list(texts(READER.parse(draw(page))))


def seen(text: str) -> str:
    """Return what a reader sees of ``text``: Markdown does not keep spaces at the ends."""
    return visible(text).strip()


def test_a_page_as_markdown(golden: Callable[[str, str], None]) -> None:
    golden("page.md", draw(EVERY_BLOCK))


def test_a_page_of_nothing_is_nothing() -> None:
    assert draw(Page(())) == ""


def test_numbers_stand_at_the_right() -> None:
    table = Table((Column("activity"), Column("n", "right")), (Row(("run", "5")),))
    assert draw(Page((table,))) == "| activity | n |\n| :--- | ---: |\n| run | 5 |\n"


def test_a_section_is_a_bold_row() -> None:
    table = Table((Column(""), Column("")), (Section("run"), Row(("pace",))))
    assert draw(Page((table,))) == "|  |  |\n| :--- | :--- |\n| **run** |  |\n| pace |  |\n"


def test_gaps_of_a_sparkline_stay() -> None:
    table = Table((Column(""),), (Row((Sparkline((None, 1, None, 2)),)),))
    assert draw(Page((table,))).splitlines()[2] == "| \u00a0▁\u00a0█ |"


def test_lines_stay_apart_and_an_empty_one_begins_a_paragraph() -> None:
    text = Text(("one", "two", "", "three"))
    assert draw(Page((text,))) == "one\\\ntwo\n\nthree\n"


def test_facts_are_a_list_below_their_title() -> None:
    page = Page(
        (
            Text(
                (
                    Fact(Span("1  400 km", "strong"), Span("38 days to go")),
                    Fact("197 km", Span("behind"), Span("so far"), columns=10, indent=3),
                    Fact("30 km a week", Span(""), Span("needed"), columns=10, indent=3),
                    Fact("- and no list", columns=10, indent=3),
                    "Close it.",
                )
            ),
        )
    )
    assert read(page) == [
        "1  400 km · 38 days to go",
        "so far 197 km · behind",
        "needed 30 km a week - and no list",
        "Close it.",
    ]
    lists = [token.type for token in READER.parse(draw(page)) if token.type.endswith("list_open")]
    assert lists == ["bullet_list_open"]


def test_strong_words_are_bold_without_the_spaces_around_them() -> None:
    line = (Span(" six better ", "strong"), Span("and one"))
    assert draw(Page((Text((line,)),))) == "**six better** and one\n"


@pytest.mark.parametrize(
    "written",
    [
        "a | b",
        "*all* _of_ `it` ~now~ ~~then~~",
        "[link](https://example.org) ![picture](x.png) [ref]: x",
        "<script>alert(1)</script> <!-- hidden -->",
        "&lt;b&gt; &amp; &copy;",
        "# no heading",
        "> no quotation",
        "- no list",
        "+ no list",
        "-----",
        "=====",
        "1. no list",
        "2021) no list",
        "1",
        "back\\slash \\",
        "\\|",
        "    no code",
        "```",
    ],
)
def test_what_looks_like_markdown_is_read_as_text(written: str) -> None:
    assert read(Page((Text(("before", written, "after")),))) == [f"before\n{seen(written)}\nafter"]
    table = Table((Column("note"),), (Row((written,)),))
    assert read(Page((table,))) == ["note", seen(written)]


@given(ANY_TEXT | WORDS)
def test_any_text_is_read_as_it_is(text: str) -> None:
    page = Page(
        (
            Heading(f"a{text}", f"b{text}"),
            Table((Column(f"c{text}"), Column("d")), (Row((text, f"e{text}")),)),
            Text((f"{text}f", "g")),
        )
    )
    heading, aside, title, d, cell, other, paragraph = read(page)
    assert (heading, aside) == (seen(f"a{text}"), seen(f"b{text}"))
    assert (title, d) == (seen(f"c{text}"), "d")
    assert (cell, other) == (seen(text), seen(f"e{text}"))
    assert paragraph == f"{seen(f'{text}f')}\ng"
