"""``stride trends``: what is improving, what is slipping, since when."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from command_line import Stride
from conftest import Golden

TODAY = date(2026, 11, 26)

WOBBLE = (0.0, 0.6, -0.4, 0.3, -0.6, 0.2, -0.1)


def life() -> Iterator[str]:
    """Yield half a year: csat falls since August, runs get faster, practice is as ever."""
    for week in range(26, 0, -1):
        day = TODAY - timedelta(7 * week - 3)
        wobble = WOBBLE[week % len(WOBBLE)]
        csat = 92 - 0.4 * max(0, 15 - week) + wobble
        where = "+home effort=8" if week < 15 else "+office effort=5"
        tag, effort = where.split()
        effort = f"--effort {effort[-1]}"
        yield f"log shift csat={csat:.1f}% {30 + week % 4} {tag} {effort} --on '{day} 17:00'"
        seconds = 3000 + 5 * week + round(10 * wobble)
        clock = f"{seconds // 60}:{seconds % 60:02}"
        yield f"log run 10k {clock} 150bpm --on '{day - timedelta(1)} 8:00'"
        yield f"log practice {20 + 7 * week % 20}m --on '{day - timedelta(2)} 20:00'"
    yield "log swim 1k 20:00 --on 2026-11-03"


@pytest.fixture
def half_a_year(stride: Stride) -> Stride:
    return stride.begin(*life())


def test_what_is_improving_and_what_is_slipping(half_a_year: Stride, golden: Golden) -> None:
    half_a_year.type("trends", "trends shift --why", "trends practice --months 3", "trends swim")
    golden("trends.txt", half_a_year.transcript)


def test_trends_as_a_page_and_as_rows(half_a_year: Stride, golden: Golden) -> None:
    golden("trends.md", half_a_year.ok("trends", "--why", "--markdown"))
    golden("trends.csv", half_a_year.ok("trends", "run", "--csv"))


def test_trends_as_a_document(half_a_year: Stride, golden: Golden) -> None:
    golden("trends.json", half_a_year.ok("trends", "shift", "--why", "--json"))


def test_an_area_of_life_is_judged_as_among_all(half_a_year: Stride) -> None:
    work, whole = half_a_year.json("trends", "--area", "work"), half_a_year.json("trends")
    assert {row["activity"] for row in work["rows"]} == {"shift"}
    assert work["rows"] == [row for row in whole["rows"] if row["activity"] == "shift"]
    assert half_a_year.json("trends", "run", "--area", "work")["rows"] == []
    assert "Did you mean work?" in half_a_year.refused(3, "trends", "--area", "wrok")


def test_in_a_narrow_terminal_columns_of_trends_are_left_out_and_no_name_is_cut(
    half_a_year: Stride, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in ("40", "60", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        lines = half_a_year.ok("trends").splitlines()
        assert max(map(len, lines)) <= int(columns)
        assert not [line for line in lines if "…" in line]


def test_rows_of_trends_have_no_lists(half_a_year: Stride) -> None:
    drawn = half_a_year.ok("trends", "--why", "--csv")
    assert "[" not in drawn
    assert "points" not in drawn.splitlines()[0]


def test_months_beyond_all_calendars_are_told_how_many_there_may_be(stride: Stride) -> None:
    error = stride.refused(2, "trends", "--months", "999999999999")
    assert error == "stride: --months is at most 999999999, not 999999999999.\n"


def test_one_activity_is_judged_as_among_all(half_a_year: Stride) -> None:
    rows = half_a_year.json("trends")["rows"]
    shift = half_a_year.json("trends", "shift")
    assert shift["rows"] == [row for row in rows if row["activity"] == "shift"]
    assert shift["tested"] == sum(row["p"] is not None for row in rows)


def test_today_tells_what_has_been_slipping_for_three_months(half_a_year: Stride) -> None:
    told = [line for line in half_a_year.ok().splitlines() if line.startswith("look")]
    assert told == ["look   shift csat slipping for 3 months, 92 → 86.4 %   stride trends shift"]
    (row,) = half_a_year.json()["slipping"]
    (same,) = [r for r in half_a_year.json("trends")["rows"] if r["tendency"] == "slipping"]
    assert row == {field: same[field] for field in row}


def test_what_is_logged_today_is_looked_at_tomorrow(half_a_year: Stride) -> None:
    before = half_a_year.json("trends", "run")
    half_a_year.ok("log", "run", "10k", "59:00")
    assert half_a_year.json("trends", "run") == before
    tomorrow = half_a_year.at("2026-11-27T08:12:00").json("trends", "run")
    assert tomorrow["spans"][-1]["to"] == "2026-11-26"
    assert tomorrow["rows"] != before["rows"]


def test_an_empty_journal_has_no_trends(stride: Stride, golden: Golden) -> None:
    stride.type(
        "trends", "trends run --why", "trends rnu", "trends --months 0", "trends --months x"
    )
    stride.type("trends --months 99999")
    golden("trends-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def test_trends_of_two_thousand_years_are_those_of_all_entries(half_a_year: Stride) -> None:
    assert half_a_year.json("trends", "--months", "24000")["rows"]
