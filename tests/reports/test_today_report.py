from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance
from stridelog.page import Block, Text
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.reports.today import Answer, Filled, document, page

GLANCE = Glance(date(2026, 11, 21), datetime(2026, 11, 21, 9, 0, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Lines:
    """A panel that says its rows."""

    def block(self, rows: Sequence[str], glance: Glance, notation: Notation) -> Block:  # noqa: ARG002
        return Text(tuple(rows))

    def document(self, rows: Sequence[str]) -> list[object]:
        return list(rows)


PANELS = (Filled("first", Lines(), ("one", "two")), Filled("empty", Lines(), ()))


def read(answer: Answer) -> str:
    return draw(page(answer, Notation()), Paper())


def test_panels_that_have_something_to_say_stand_below_the_day() -> None:
    answer = Answer(GLANCE, 7, date(2026, 11, 20), PANELS)
    assert read(answer) == "Saturday 21 November 2026\n\none\ntwo\n"


def test_the_document_holds_every_panel_by_its_name() -> None:
    assert document(Answer(GLANCE, 7, date(2026, 11, 20), PANELS)) == {
        "schema": "stride.today/1",
        "day": "2026-11-21",
        "entries": 7,
        "first": ["one", "two"],
        "empty": [],
    }


def test_after_a_while_the_day_of_the_last_entry_is_told() -> None:
    assert "last entry" not in read(Answer(GLANCE, 7, date(2026, 11, 7), PANELS))
    assert "last entry: 6 Nov 2026" in read(Answer(GLANCE, 7, date(2026, 11, 6), PANELS))


def test_who_comes_back_to_nothing_new_is_told_how_to_go_on() -> None:
    assert "stride log" in read(Answer(GLANCE, 7, date(2020, 1, 1), PANELS[1:]))


def test_a_newcomer_is_told_how_to_start() -> None:
    text = read(Answer(GLANCE, panels=PANELS[1:]))
    assert text.startswith("Saturday 21 November 2026\n\nNothing is logged here yet.")
    assert text.count("  stride ") == 3


def test_who_has_logged_nothing_yet_sees_what_there_is_above_how_to_start() -> None:
    text = read(Answer(GLANCE, panels=PANELS))
    assert text.index("two") < text.index("Nothing is logged here yet.")
