"""What holds for every panel of today's page, by the names of their modules."""

import json
from inspect import getdoc, getmembers, isclass, isfunction
from types import ModuleType

import pytest
from journals_of_today import BEHIND, MORNING, facts, life

from conftest import Golden
from stridelog.domain.additions import load, names
from stridelog.domain.quantity import Notation
from stridelog.page import Page
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw

PANELS = names("stridelog.panels")

USED = {"compute", "block", "document"}


@pytest.fixture(params=PANELS)
def panel(request: pytest.FixtureRequest) -> ModuleType:
    return load("stridelog.panels", request.param)


def test_a_panel_says_in_one_line_what_it_shows(panel: ModuleType) -> None:
    assert panel.SUMMARY.strip()
    assert panel.SUMMARY.splitlines() == [panel.SUMMARY]


def test_no_two_panels_stand_in_the_same_place() -> None:
    orders = [load("stridelog.panels", name).ORDER for name in PANELS]
    assert len(set(orders)) == len(PANELS)


def test_a_panel_offers_what_the_page_uses_and_documents_itself(panel: ModuleType) -> None:
    public = {
        name: value
        for name, value in getmembers(panel, lambda found: isfunction(found) or isclass(found))
        if value.__module__ == panel.__name__ and not name.startswith("_")
    }
    assert set(public) >= USED
    assert [name for name, value in public.items() if not getdoc(value)] == []
    assert panel.__doc__


def test_a_panel_has_nothing_to_say_of_an_empty_journal(panel: ModuleType) -> None:
    rows = panel.compute(facts([]), MORNING)
    assert list(rows) == []
    assert panel.document(rows) == []


def test_a_panel_of_a_life(panel: ModuleType, golden: Golden) -> None:
    rows = panel.compute(facts(life(), goals=[BEHIND]), MORNING)
    name = panel.__name__.rpartition(".")[2]
    drawn = draw(Page((panel.block(rows, MORNING, Notation()),)), Paper())
    golden(f"{name}.txt", drawn)
    document = panel.document(rows)
    for row in document:
        row.pop("uid", None)
    golden(f"{name}.json", json.dumps(document, indent=2) + "\n")
