"""The first rows of a mapped table, shown before anything is added."""

from datetime import UTC, datetime

from conftest import Golden
from stridelog.domain.activity import built_in_activities
from stridelog.domain.entry import Draft
from stridelog.domain.importing import Problem
from stridelog.domain.quantity import Notation
from stridelog.domain.understood import Understood, UnderstoodRow
from stridelog.page import Page
from stridelog.render.markdown import draw
from stridelog.reports._understood import table

MEASURES = {m.name: m for activity in built_in_activities() for m in activity.measures}


def test_each_field_is_shown_as_it_stands_and_as_it_is_understood(golden: Golden) -> None:
    columns = {
        "date": "Created at",
        "csat": "Satisfaction Score",
        "tags": "Marks",
        "place": "Where",
        "effort": "Felt",
        "note": "Words",
        "tickets": "Solved",
    }
    cells = dict.fromkeys(columns, "-") | {"date": "2026-11-20 07:30", "csat": "92"}
    draft = Draft(
        activity="shift",
        at=datetime(2026, 11, 20, 7, 30, tzinfo=UTC),
        measurements={"csat": 0.92},
        tags=("late", "busy"),
        place="home",
        effort=7,
        note="Two\nlines",
    )
    understood = Understood(
        columns,
        (
            UnderstoodRow(2, cells, draft),
            UnderstoodRow(3, {"date": "soon"}, Problem(3, '"soon" is no date.')),
        ),
    )
    golden("understood.md", draw(Page((table(understood, MEASURES, Notation()),))))
