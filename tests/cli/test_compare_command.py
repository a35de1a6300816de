"""``stride compare``: then against now, through the command line."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from command_line import NOW, Stride
from conftest import Golden

START = {2021: date(2021, 9, 1), 2024: date(2024, 3, 4), 2026: date(2026, 9, 1)}
"""The first day of each year's runs."""


def runs() -> str:
    """Return a table of runs and shifts: slower in 2021, faster in 2026, a few in between."""
    lines = ["day,activity,km,minutes,tags,place,note,csat"]
    for year, start in START.items():
        pace = {2021: 5.6, 2024: 5.4, 2026: 5.1}[year]
        for number in range({2021: 10, 2024: 2, 2026: 14}[year]):
            day = start + timedelta(days=6 * number)
            km = (5, 10, 7)[number % 3]
            minutes = km * (pace + 0.02 * (number % 4))
            tag, place = ("race", "park") if number % 4 == 0 else ("", "river")
            note = f"Run {number} of {year}" if number % 2 else ""
            lines.append(f"{day},run,{km},{minutes:.2f}min,{tag},{place},{note},")
            csat = 85 + (year - 2021) + number % 3
            lines.append(f"{day},shift,,,,office,,{csat}%")
    return "\n".join(lines)


@pytest.fixture
def years(stride: Stride) -> Stride:
    """Begin with a journal of six years."""
    (stride.here / "runs.csv").write_text(runs())
    stride.monkeypatch.chdir(stride.here)
    fields = ("date=day", "activity=activity", "distance=km:km", "duration=minutes", "tags=tags")
    more = ("place=place", "note=note", "csat=csat")
    maps = " ".join(f"--map {field}" for field in (*fields, *more))
    return stride.begin(f"import runs.csv {maps} --timezone UTC --yes")


def test_five_years_side_by_side(years: Stride, golden: Golden) -> None:
    years.type(
        "compare --years 5",
        "compare run --years 5 --by tag",
        "compare run --years 5 --by place --place park",
        "compare shift --years 5 --window 4w",
    )
    golden("compare.txt", years.transcript)


def rounded(text: str) -> str:
    """Return a text without the last digits of its numbers, in which sums may differ."""
    return re.sub(r"\d+\.\d{8,}", lambda number: f"{float(number[0]):.9g}", text)


def test_the_document_of_a_comparison(years: Stride, golden: Golden) -> None:
    golden("compare.json", rounded(years.ok("compare", "--years", "5", "--json")))
    golden("compare.csv", rounded(years.ok("compare", "run", "--years", "5", "--csv")))


@pytest.mark.parametrize(
    ("words", "then", "now"),
    [
        ((), ("2025-08-28", "2025-11-26"), ("2026-08-28", "2026-11-26")),
        (("--years", "5"), ("2021-08-28", "2021-11-26"), ("2026-08-28", "2026-11-26")),
        (("--months", "3"), ("2026-05-28", "2026-08-26"), ("2026-08-28", "2026-11-26")),
        (("--weeks", "52"), ("2025-08-29", "2025-11-27"), ("2026-08-28", "2026-11-26")),
        (
            ("--years", "5", "--window", "4w"),
            ("2021-10-30", "2021-11-26"),
            ("2026-10-30", "2026-11-26"),
        ),
        (
            ("--years", "5", "--window", "1y"),
            ("2020-11-27", "2021-11-26"),
            ("2025-11-27", "2026-11-26"),
        ),
        (
            ("--then", "2021-Q4", "--now", "2026-Q4"),
            ("2021-10-01", "2021-12-31"),
            ("2026-10-01", "2026-12-31"),
        ),
        (("--now", "2026-10"), ("2025-10-01", "2025-10-31"), ("2026-10-01", "2026-10-31")),
        (("--first",), ("2021-09-01", "2021-11-30"), ("2026-08-28", "2026-11-26")),
        (
            ("--around", "2026-10-01", "--window", "2w"),
            ("2026-09-17", "2026-09-30"),
            ("2026-10-01", "2026-10-14"),
        ),
    ],
)
def test_windows_are_those_that_were_asked_for(
    years: Stride, words: tuple[str, ...], then: tuple[str, str], now: tuple[str, str]
) -> None:
    document = years.json("compare", *words)
    asked = document.get("asked_then") or document["then"]
    assert (asked["from"], asked["to"]) == then
    assert (document["now"]["from"], document["now"]["to"]) == now


def test_the_clock_alone_decides_what_now_is(years: Stride) -> None:
    document = years.at("2024-05-01T09:00:00").json("compare", "run", "--years", "2")
    assert document["now"] == {"from": "2024-02-01", "to": "2024-05-01"}


def entries_of(document: Any) -> tuple[int, int]:  # noqa: ANN401 (a document)
    rows = [row for row in document["rows"] if (row["measure"], row["group"]) == ("pace", None)]
    return rows[0]["then"]["n"], rows[0]["now"]["n"]


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        ((), (10, 14)),
        (("--tag", "race"), (3, 4)),
        (("--not-tag", "race"), (7, 10)),
        (("--place", "park"), (3, 4)),
        (("--distance", "10k"), (3, 5)),
        (("--area", "fitness"), (10, 14)),
    ],
)
def test_filters_hold_on_both_sides(
    years: Stride, words: tuple[str, ...], entries: tuple[int, int]
) -> None:
    document = years.json("compare", "run", "--years", "5", *words)
    assert entries_of(document) == entries


def test_where_then_is_empty_the_nearest_window_stands_in_and_says_so(
    years: Stride, golden: Golden
) -> None:
    years.type("compare run --years 3", "compare run --months 6")
    golden("compare-nearest.txt", years.transcript)


def test_an_empty_journal_says_how_to_begin(stride: Stride, golden: Golden) -> None:
    stride.type(
        "compare", "compare run --years 5 --json", "compare --first", "compare --around 2026-01-01"
    )
    golden("compare-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def test_what_contradicts_itself_is_refused(years: Stride, golden: Golden) -> None:
    years.transcript = ""
    years.type(
        "compare rnu",
        "compare --years 0",
        "compare --years -1",
        "compare --years five",
        "compare --years 5000",
        "compare --years 5 --weeks 2",
        "compare --first --around 2026-01-01",
        "compare --then 2026-Q4 --now 2021-Q4",
        "compare --then 2021-13",
        "compare --now 2030",
        "compare --window 0d",
        "compare --window long",
        "compare --window 99999999y",
        "compare --around 2030-01-01",
        "compare --around 2026-02-30",
        "compare --around ''",
        "compare --by colour",
        "compare --tag '+'",
        "compare --distance -5k",
        "compare --json --csv",
        "compare run walk",
    )
    golden("compare-refusals.txt", years.transcript)


def test_what_lies_ahead_is_not_quoted_and_not_looked_for(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "25:00", "--on", "2024-11-20", "--note", "slow")
    stride.ok("log", "run", "5k", "25:00", "--on", "2026-11-20", "--note", "as always")
    stride.at("2026-12-24T08:00:00")
    stride.ok("log", "run", "5k", "15:00", "--on", "2026-12-20", "--note", "a plan")
    stride.at(NOW)
    assert "a plan" not in stride.ok("compare", "run", "--then", "2024", "--now", "2026")
    moved = stride.json("compare", "run", "--then", "2025", "--now", "2026")
    assert moved["then"]["to"] < "2025"


def test_times_are_graded_by_age_when_that_is_asked(years: Stride, golden: Golden) -> None:
    years.transcript = ""
    years.type(
        "compare run --years 5 --age-graded",
        "config set birth_year 1976",
        "compare run --years 5 --age-graded",
        "config set sex female",
        "compare run --years 5 --age-graded",
        "compare shift --years 5 --age-graded",
        "compare run --by tag --age-graded",
        "config set sex woman",
        "config set birth_year 76",
    )
    golden("compare-age-graded.txt", years.transcript)


def test_a_grade_stands_beside_each_pace_over_a_distance(years: Stride) -> None:
    years.ok("config", "set", "birth_year", "1976")
    years.ok("config", "set", "sex", "male")
    rows = years.json("compare", "run", "--years", "5", "--age-graded")["rows"]
    paces = {r["group"]: r for r in rows if r["measure"] == "pace" and r["group"]}
    grades = {r["group"]: r for r in rows if r["measure"] == "age-grade"}
    assert grades.keys() == paces.keys() == {"5k", "10k"}
    for group, grade in grades.items():
        assert (grade["unit"], grade["direction"]) == ("fraction", "higher")
        assert grade["now"]["n"] == paces[group]["now"]["n"]
        seconds = paces[group]["now"]["best"] * {"5k": 5, "10k": 10}[group]
        standard = {"5k": 876, "10k": 1783}[group]
        assert grade["now"]["best"] == pytest.approx(standard / seconds, rel=1e-3)
    plain = years.json("compare", "run", "--years", "5")["rows"]
    assert [r for r in rows if r["measure"] != "age-grade"] == plain
