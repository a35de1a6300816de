"""Goals in stride's own exports, as people and other programs change them."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from import_examples import options, saved

from stridelog.domain.goal import Commitment, Note, Scope, Step, Target
from stridelog.domain.importing import Aimed, ImportFileError, ImportItem, Remark
from stridelog.domain.period import Span
from stridelog.importers import stride_json

DURATION = {
    "name": "duration",
    "kind": "additive",
    "dimension": "duration",
    "direction": "neutral",
    "unit": "",
    "weight": "",
    "ratio": None,
    "retired": False,
}
CHESS = {"name": "chess", "area": "hobbies", "retired": False, "measures": [DURATION]}
VERSION: dict[str, Any] = {
    "uid": "v1",
    "since": "2026-11-20",
    "kind": "total",
    "first": "2026-01-01",
    "deadline": "2026-12-31",
    "status": "open",
    "activity": "chess",
    "measure": "duration",
    "distance": "",
    "tags": ["club"],
    "not_tags": [],
    "place": "",
    "target": {"value": 360000.0, "unit": "s", "way": "at least", "per": ""},
    "against": {"from": "2025-01-01", "to": "2025-12-31"},
    "steps": [
        {
            "uid": "s1",
            "by": "2026-06-30",
            "text": "half",
            "value": {"value": 180000, "unit": "s"},
            "done": None,
        }
    ],
}
SHARE = {"value": -0.1, "unit": "fraction", "way": "at least", "per": ""}

CHANGE = {**VERSION, "kind": "change", "target": SHARE, "against": None}

PROMISE = {
    "text": "3 games",
    "kept": None,
    "measured": {"activity": "chess", "measure": "", "tags": [], "value": 3, "unit": "count"},
}
GOAL: dict[str, Any] = {
    "uid": "g1",
    "number": 4,
    "title": "Play",
    "why": "Fun.",
    "area": "hobbies",
    "event": "",
    "rank": "",
    "shared": True,
    "learned": "",
    "versions": [VERSION],
    "reviews": [
        {"uid": "r2", "day": "2026-11-23", "decision": "kept", "commitment": PROMISE},
        {"uid": "r1", "day": "2026-11-16", "decision": "kept", "done": None, "commitment": None},
    ],
    "notes": [{"uid": "n1", "day": "2026-11-24", "author": "sam", "text": "Go on!"}],
}


def read(folder: Path, *goals: object, **more: Any) -> list[ImportItem]:  # noqa: ANN401 (any option)
    whole = {"schema": "stride.export/1", "activities": [CHESS], "goals": goals, "entries": []}
    path = saved(folder, json.dumps(whole), name="export.json")
    return list(stride_json.read(path, replace(options(), **more)))[1:]


def changed(where: str, value: object) -> dict[str, Any]:
    """Return the goal with a member changed, which is named by its path: ``versions.0.kind``."""
    goal = deepcopy(GOAL)
    *path, last = where.split(".")
    inner: Any = goal
    for step in path:
        inner = inner[int(step) if step.isdigit() else step]
    inner[int(last) if last.isdigit() else last] = value
    return goal


def test_a_goal_is_read_whole(tmp_path: Path) -> None:
    (item,) = read(tmp_path, GOAL)
    assert isinstance(item, Aimed)
    goal, version = item.goal, item.goal.latest
    assert (goal.number, goal.uid, goal.title, goal.shared) == (4, "g1", "Play", True)
    assert version.scope == Scope("chess", "duration", tags=("club",))
    assert version.target == Target(360_000.0)
    assert version.against == Span(date(2025, 1, 1), date(2025, 12, 31))
    assert version.steps == (Step(date(2026, 6, 30), "half", 180_000.0, None, "s1"),)
    assert [review.uid for review in goal.reviews] == ["r1", "r2"]
    assert goal.reviews[1].commitment == Commitment("3 games", Scope("chess"), 3.0)
    assert goal.notes == (Note(date(2026, 11, 24), "Go on!", "sam", "n1"),)


def test_a_goal_of_a_kind_that_a_later_version_added_is_left_out_and_said(tmp_path: Path) -> None:
    later = changed("versions.0.kind", "habit")
    found = read(tmp_path, later, GOAL, goal_kinds=frozenset({"total"}))
    assert found[0] == Remark('A goal was left out. "habit" is no kind of goal that stride knows.')
    assert isinstance(found[1], Aimed)


@pytest.mark.parametrize(
    ("where", "value", "reason"),
    [
        ("versions", [], "It does not say what it asks for."),
        ("versions", [VERSION, VERSION], "It has two versions, or two reviews, of one day."),
        ("versions.0.since", "someday", '"someday" is no day.'),
        ("versions.0.deadline", "2025-12-31", "It ends on 2025-12-31, before it begins on"),
        ("versions.0.activity", "go", 'It does not define the activity "go".'),
        ("versions.0.activity", "", 'It does not define the measure "duration".'),
        ("versions.0.measure", "csat", 'It does not define the measure "csat".'),
        ("versions.0.distance", "11k", '"11k" is no standard distance.'),
        ("versions.0.status", "done", 'Its status cannot be "done".'),
        ("versions.0.target", None, "A goal has a target, unless it is one that is answered"),
        ("versions.0.target.unit", "min", 'A value of it is in "min", not in s.'),
        ("versions.0.target.value", "much", "Its value is no number."),
        ("versions.0.target.way", "about", 'Its way cannot be "about".'),
        ("versions.0.tags", [1], "One of its tags is no text."),
        ("versions.0.steps.0.value.unit", "h", 'A value of it is in "h", not in s.'),
        ("versions.0.against", {"from": "2026-01-01", "to": "2025-01-01"}, "A period cannot end"),
        ("versions.0", CHANGE, "It does not say what a change is compared with."),
        ("reviews.0.day", "2026-11-16", "It has two versions, or two reviews, of one day."),
        ("reviews.0.decision", "dropped", 'Its decision cannot be "dropped".'),
        ("reviews.0.commitment.text", "", "Its text is missing."),
        ("reviews.0.commitment.measured.unit", "s", 'A value of it is in "s", not in count.'),
        ("reviews.0.done", "yes", "Its done is neither true nor false."),
        ("rank", "D", 'Its rank cannot be "D".'),
        ("uid", "\0", "is not as stride writes it."),
        ("number", 0, "0 is no entry's number."),
        ("notes", [5], "A note is no JSON object."),
    ],
)
def test_what_is_no_goal_is_refused_with_the_reason(
    tmp_path: Path, where: str, value: object, reason: str
) -> None:
    with pytest.raises(ImportFileError) as caught:
        read(tmp_path, changed(where, value))
    assert "has a goal that stride cannot read." in caught.value.message
    assert reason in caught.value.message
