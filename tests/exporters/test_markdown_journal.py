"""The journal as Markdown: what another program reads in it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from exported import CHESS, GAME, RUN, TROT, written
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from stridelog.domain.importing import Export, ExportedEntry
from stridelog.domain.quantity import Notation
from stridelog.domain.quantity.notation import DecimalMark
from stridelog.domain.visible_text import visible
from stridelog.exporters import markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""Another program's reading of GitHub-flavoured Markdown."""

ANY_TEXT = st.text(st.characters())
WORDS = st.text(st.sampled_from("ab 1.)-+=#>*_`[]()<>|~&;!\\:/é\t\n\x1b"), max_size=12)
"""Short text out of what means something to Markdown."""

SEEN = {"text", "text_special", "hardbreak", "softbreak", "strong_open", "strong_close"}

JOURNAL = """\
# Journal

## 2025

### November 2025

#### Wed 26 Nov 2025

**chess**\\
20:00

> \\=HYPERLINK(1)

## 2026

### November 2026

#### Wed 25 Nov 2026

**run** 10.01 km in 50:42 · 5:04/km\\
0:12 · +race · +50 % · @turkey-trot · Pegasus · effort 7 of 10

> "Easy",\\
> she said.

**chess**\\
20:00

> \\=HYPERLINK(1)

### December 2026

#### Tue 1 Dec 2026

**chess**\\
20:00

> \\=HYPERLINK(1)
"""


def on(year: int, month: int, day: int) -> ExportedEntry:
    return ExportedEntry(replace(GAME.entry, day=date(year, month, day)))


def noted(note: str) -> str:
    return written("markdown", [ExportedEntry(replace(GAME.entry, note=note))])


def read(text: str) -> Iterator[str]:
    """Yield what a reader sees of each paragraph and heading, with ``> `` before quotations."""
    quoted = ""
    for token in READER.parse(text):
        quoted += "> " * (token.type == "blockquote_open")
        quoted = quoted.removesuffix("> " * (token.type == "blockquote_close"))
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= SEEN
            lines = "".join(
                "\n" * child.type.endswith("break") or child.content for child in children
            )
            yield quoted + lines
        else:
            assert token.type.partition("_")[0] in {"heading", "paragraph", "blockquote"}


def words(text: str) -> list[str]:
    """Return the words of each line that has some: how far they are apart is not kept."""
    return [" ".join(line.split()) for line in text.split("\n") if line.split()]


def test_a_year_a_month_and_a_day_begin_with_a_heading() -> None:
    entries = [on(2025, 11, 26), TROT, on(2026, 11, 25), on(2026, 12, 1)]
    assert written("markdown", entries) == JOURNAL


def test_an_empty_journal_has_a_title() -> None:
    assert written("markdown", []) == "# Journal\n"


def test_numbers_are_written_as_the_person_reads_them() -> None:
    out = io.StringIO()
    comma = replace(Notation(), decimal=DecimalMark.COMMA)
    markdown.write(Export({"run": RUN, "chess": CHESS}, [TROT], notation=comma), out)
    assert "10,01 km in 50:42" in out.getvalue()


def test_lines_of_a_note_stay_apart_and_paragraphs_do_too() -> None:
    assert noted("one\n  - two\n\n\nthree").endswith("> one\\\n> \u00a0\u00a0- two\n>\n> three\n")


@pytest.mark.parametrize(
    "note",
    [
        "# heading\n## another",
        "- list\n- of things",
        "1. list\n2) of numbers",
        "> quotation",
        "```\ncode\n```",
        "    code",
        "\tcode",
        "---",
        "text\n===",
        "a | b\n- | -\n1 | 2",
        "<script>alert(1)</script>",
        "<!-- hidden",
        "[x](https://example.org) ![y](z.png)",
        "*all* _of_ `it` ~~then~~ &lt;",
        "ends with \\",
        "\\\nalone",
        "[red] \x1b[31m",
        "\x00\r\x0b\u2028\u202e",
        "windows\r\nline",
    ],
)
def test_a_note_is_read_as_it_was_written(note: str) -> None:
    assert_reads_as(note)


@given(ANY_TEXT | WORDS)
def test_any_note_is_read_as_it_was_written(note: str) -> None:
    assert_reads_as(note)


def assert_reads_as(note: str) -> None:
    title, year, month, day, entry, *paragraphs = read(noted(note))
    assert (title, year, month, day) == ("Journal", "2026", "November 2026", "Fri 27 Nov 2026")
    assert entry == "chess\n20:00"
    assert all(paragraph.startswith("> ") for paragraph in paragraphs)
    shown = visible(note.replace("\r\n", "\n"), "\n\t")
    assert words("\n".join(p.removeprefix("> ") for p in paragraphs)) == words(shown)


@given(ANY_TEXT.filter(str.isprintable) | WORDS)
def test_any_name_is_read_as_it_was_written(name: str) -> None:
    entry = replace(TROT.entry, tags=(name,), place=f"{name}-", gear=f"{name}.", note="")
    *_, paragraph = read(written("markdown", [ExportedEntry(entry)]))
    assert words(paragraph)[1:] == words(
        visible(f"0:12 · +{name} · @{name}- · {name}. · effort 7 of 10")
    )
