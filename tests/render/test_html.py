"""Pages as HTML."""

import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from every_block import EVERY_BLOCK
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.visible_text import visible
from stridelog.page import Column, Heading, Page, Row, Section, Span, Sparkline, Table, Text
from stridelog.render.html import draw

BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
"""A real browser, where the machine has one."""

EMPTY_ELEMENTS = {"meta", "br"}

OURS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "br", "div", "pre"),
    *("ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "span", "strong"),
}
"""The only elements that a page is made of."""

OUR_ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "style", "colspan"}


class Reader(HTMLParser):
    """Another program's reading: every element, and what a reader sees of the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in EMPTY_ELEMENTS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


def test_a_page_as_html(golden: Callable[[str, str], None]) -> None:
    golden("page.html", draw(EVERY_BLOCK))


def test_every_element_is_one_of_ours_and_is_closed() -> None:
    read = Reader(draw(EVERY_BLOCK))
    assert set(read.elements) <= OURS
    assert read.attributes <= OUR_ATTRIBUTES
    assert read.open == []


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drawn = draw(EVERY_BLOCK)
    assert "default-src 'none'" in drawn
    for part in ("src=", "href=", "url(", "@import", "<script", "http://", "https://"):
        assert part not in drawn


def test_a_script_in_a_title_is_text() -> None:
    title = "<script>alert(1)</script> & \"more\" 'even' </title>"
    read = Reader(draw(Page((Heading(title),))))
    assert "script" not in read.elements
    assert "".join(read.texts["h1"]) == "".join(read.texts["title"]) == title


@given(st.text(st.characters()))
def test_whatever_is_written_is_read_and_is_no_markup(text: str) -> None:
    line = (Span(text, "strong"), Span(text, "worse"))
    table = Table((Column(text),), (Section(text), Row((text,))))
    read = Reader(draw(Page((Heading(text, text), Text((line,)), table))))
    assert set(read.elements) <= OURS
    assert read.attributes <= OUR_ATTRIBUTES
    assert "".join(read.texts.get("h1", [])) == visible(text)
    assert "".join(read.texts.get("td", [])) == visible(text)


def test_the_first_heading_is_the_page_and_the_others_are_parts() -> None:
    read = Reader(draw(Page((Heading("My goals", "week 48"), Heading("One"), Heading("Two")))))
    assert [e for e in read.elements if e in {"h1", "h2"}] == ["h1", "h2", "h2"]
    assert read.texts["p"] == ["week 48", *read.texts["p"][1:]]


def test_a_page_of_nothing_has_a_title_still() -> None:
    assert "<title>stride</title>" in draw(Page(()))


def test_lines_stay_apart_and_an_empty_one_begins_a_paragraph() -> None:
    assert "<p>one<br>two</p>\n<p>three</p>" in draw(Page((Text(("one", "two", "", "three")),)))


def test_numbers_stand_at_the_right_whether_styles_are_read_or_not() -> None:
    table = Table((Column("activity"), Column("n", "right")), (Row(("run", "5")),))
    assert '<td style="text-align: right; white-space: nowrap">5</td>' in draw(Page((table,)))


def test_a_table_without_titles_has_no_header() -> None:
    assert "<thead>" not in draw(Page((Table((Column(""),), (Row(("run",)),)),)))


def test_gaps_of_a_sparkline_stay() -> None:
    table = Table((Column(""),), (Row((Sparkline((None, 1, None, 2)),)),))
    assert "\u00a0▁\u00a0█" in draw(Page((table,)))


@pytest.mark.skipif(BROWSER is None, reason="there is no browser on this machine")
def test_a_browser_shows_the_page_and_runs_nothing_of_it(tmp_path: Path) -> None:
    title = "<script>document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\">"
    file = tmp_path / "page.html"
    file.write_text(draw(Page((Heading(title), Text(("Hello sam,",))))), encoding="utf-8")
    # What the browser has made of it, as HTML, once every script would have run.
    read = Reader(_dumped(file))
    assert "".join(read.texts["title"]) == title
    assert {"script", "img"}.isdisjoint(read.elements)
    assert "Hello sam," in "".join(read.texts["p"])


def _dumped(file: Path) -> str:
    assert BROWSER is not None
    words = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={file.parent / 'b'}"]
    found = subprocess.run(
        [BROWSER, *words, "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return found.stdout
