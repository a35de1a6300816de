import json
from dataclasses import replace
from datetime import date

import pytest
from comparisons import (
    RUNNER_ON_THE_HELP_DESK,
    TODAY,
    WINDOWS,
    answer,
    around,
    facts,
)
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.comparison import CompareFacts, Facts, Row, Sample, Words
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import Span
from stridelog.domain.quantity import DecimalMark, Notation, known_units
from stridelog.domain.units import Dimension, UnitSystem
from stridelog.domain.windows import Windows
from stridelog.page import Page, Sparkline, Table
from stridelog.page import Row as TableRow
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.reports import compare
from stridelog.reports.compare import Answer, CompareQuestion, compute, document, page

METRIC = Notation()
TEN_YEARS_AGO = Span(date(2016, 8, 23), date(2016, 11, 21))


def drawn(shown: Page, width: int = 80) -> str:
    return draw(shown, Paper(width))


def read(of: Answer, notation: Notation = METRIC) -> str:
    return drawn(page(of, notation))


def change_of(row: Facts, notation: Notation = METRIC, **question: object) -> str:
    """Return the change of the only row of a comparison, as it is read."""
    asked = CompareQuestion(WINDOWS, **question)  # type: ignore[arg-type]
    shown = page(compute(CompareFacts((row,)), asked, TODAY), notation)
    table = next(block for block in shown.blocks if isinstance(block, Table))
    cells = next(r for r in table.rows if isinstance(r, TableRow)).cells
    return getattr(cells[5], "text", "")


def test_the_page_is_read_like_this() -> None:
    assert read(answer()) == (
        """\
Then vs. now                    23 Aug – 21 Nov 2021  →  23 Aug – 21 Nov 2026

                       then   n       now   n  change            2021 … 2026
run
  pace, 10k         5:11/km   6   5:04/km   9  ▲ 7 s/km faster   █▇▇▆▅▅▄▄▃▂▂▁
  pace, 5k          4:58/km   3   4:58/km   4  = level           ▄▄▄▄▄▄▄▄▄▄▄▄
  pace, half              –   0   5:22/km   2  · too few                    ▄
  pace, all         5:15/km  26   5:08/km  39  ▲ 7 s/km faster   █▇▇▆▅▅▄▄▃▂▂▁
  best 10k            51:49         50:10      ▲ 1:39 faster     █▇▇▆▅▅▄▄▃▂▂▁
  best 5k             24:20         24:19      ▲ 1 s faster      █▇▇▆▅▅▄▄▃▂▂▁
  best half               –       1:50:44      · too few                    ▄
  distance a week  19.40 km  26  34.50 km  39  ▲ 78 % more       ▁▂▂▃▄▄▅▅▆▇▇█
  times a week            2  26         3  39  ▲ 50 % more       ▄▄▄▄▄▄▄▄▄▄▄▄
  heart-rate        150 bpm  26   147 bpm  39  3 bpm lower       █▇▇▆▅▅▄▄▃▂▂▁
shift
  csat               86.2 %  41    93.1 %  52  ▲ 6.9 points up   ▁▂▂▃▄▄▅▅▆▇▇█
  resolution         22 min  41  14.1 min  52  ▲ 7.9 min faster  █▇▇▆▅▅▄▄▃▂▂▁
  nps                   +18  41       +41  52  ▲ 23 higher       ▁▂▂▃▄▄▅▅▆▇▇█
  tickets a week       97.8  41        80  52  ▼ 18 % less       █▇▇▆▅▅▄▄▃▂▂▁
  times a week          3.2  41         4  52  27 % more         ▄▄▄▄▄▄▄▄▄▄▄▄

Rows with "all" mix distances; those above them compare like with like.

Then (run, 20 Nov 2021, 10k):  "Felt like flying."
Now  (run, 19 Nov 2026, 10k):  "Stroller and all. Easy."

7 better, 1 level, 1 worse, 1 too few to tell.
The greatest: run distance a week, 78 % more.
Slipped most: shift tickets a week, 18 % less.
"""
    )


def test_the_page_is_in_the_units_and_the_notation_of_its_reader() -> None:
    text = read(answer(), Notation(UnitSystem.IMPERIAL, DecimalMark.COMMA))
    assert "8:21/mi" in text
    assert "▲ 11 s/mi faster" in text
    assert "12,05 mi" in text
    assert "▲ 6,9 points up" in text


def test_a_question_about_one_activity_does_not_repeat_its_name() -> None:
    rows = tuple(row for row in RUNNER_ON_THE_HELP_DESK.rows if row.activity == "run")
    text = read(answer(replace(RUNNER_ON_THE_HELP_DESK, rows=rows)))
    assert "The greatest: distance a week, 78 % more.\n" in text
    assert 'Then (20 Nov 2021, 10k):  "Felt like flying."\n' in text


def test_sentences_about_the_windows_stand_before_the_numbers() -> None:
    windows = replace(WINDOWS, notes=("Now is short.",), then_notes=("Then is odd.",))
    text = read(answer(windows=windows))
    assert "2026\n\nThen is odd.\nNow is short.\n\n" in text


def test_the_nearest_window_is_labelled_as_such() -> None:
    windows = replace(WINDOWS, notes=("Now is short.",), then_notes=("Of the asked one.",))
    asked = CompareQuestion(windows, asked_then=TEN_YEARS_AGO)
    found = compute(RUNNER_ON_THE_HELP_DESK, asked, TODAY)
    asked_for, short = found.notes
    assert asked_for == (
        "Nothing was logged in 23 Aug – 21 Nov 2016: "
        "then is the nearest window that holds something."
    )
    assert short == "Now is short."
    assert "23 Aug – 21 Nov 2021 (nearest)  →  23 Aug – 21 Nov 2026" in read(found)
    assert document(found)["asked_then"] == {"from": "2016-08-23", "to": "2016-11-21"}


def test_nothing_on_either_side_says_what_to_do() -> None:
    empty = compute(
        CompareFacts(
            (
                Facts(
                    "run",
                    "fitness",
                    Measure("x", Kind.ADDITIVE, Dimension.COUNT),
                    None,
                    Sample(),
                    Sample(),
                ),
            )
        ),
        CompareQuestion(WINDOWS),
        TODAY,
    )
    assert empty.rows == ()
    text = read(empty)
    for command in ("stride log run 10k 50:42", "stride import PATH", "stride compare --first"):
        assert command in text
    assert document(empty)["rows"] == []


# Which way


def of(dimension: Dimension, direction: Direction = Direction.HIGHER, unit: str = "") -> Measure:
    return Measure("thing", Kind.INTENSIVE, dimension, direction, unit)


@pytest.mark.parametrize(
    ("measure", "then", "now", "change"),
    [
        (of(Dimension.PACE, Direction.LOWER), 311.0, 304.4, "▲ 7 s/km faster"),
        (of(Dimension.PACE, Direction.LOWER), 304.0, 304.4, "▼ 0.4 s/km slower"),
        (of(Dimension.PACE, Direction.LOWER), 420.0, 330.0, "▲ 1:30/km faster"),
        (of(Dimension.PACE, Direction.LOWER, "/100m"), 1100.0, 1080.0, "▲ 2 s/100 m faster"),
        (of(Dimension.SPEED), 5.0, 6.0, "▲ 3.6 km/h faster"),
        (of(Dimension.FRACTION), 0.93, 0.92, "▼ 1 point down"),
        (of(Dimension.FRACTION, Direction.LOWER), 0.05, 0.08, "▼ 3 points up"),
        (of(Dimension.DURATION, Direction.LOWER), 840.0, 1320.0, "▼ 8 min slower"),
        (of(Dimension.DURATION, Direction.LOWER), 70.0, 50.0, "▲ 20 s faster"),
        (of(Dimension.DURATION, Direction.LOWER), 90_000.0, 7_200.0, "▲ 23 h faster"),
        (of(Dimension.DURATION), 21_600.0, 28_800.0, "▲ 2 h longer"),
        (of(Dimension.DURATION, Direction.NEUTRAL), 28_800.0, 21_600.0, "2 h shorter"),
        (of(Dimension.HEART_RATE, Direction.LOWER), 150.0, 147.0, "▲ 3 bpm lower"),
        (of(Dimension.POWER), 200.0, 212.0, "▲ 12 W higher"),
        (of(Dimension.SCORE), 18.0, 41.0, "▲ 23 higher"),
        (of(Dimension.RATE), 4.0, 3.5, "▼ 0.5/h lower"),
        (of(Dimension.MASS, Direction.NEUTRAL), 80.0, 80.0, "\N{EN DASH}"),
        (of(Dimension.MASS), 80.0, 80.0, "= level"),
    ],
)
def test_a_word_says_in_which_way_a_value_went(
    measure: Measure, then: float, now: float, change: str
) -> None:
    row = replace(facts("run", "pace", [then] * 5, [now] * 5), measure=measure)
    assert change_of(row) == change


@given(
    st.sampled_from(
        [(dimension, unit) for dimension in Dimension for unit in ("", *known_units(dimension))]
    ),
    st.sampled_from([Kind.INTENSIVE, Kind.ADDITIVE]),
    st.lists(st.floats(0.001, 0.999), min_size=3, max_size=5),
    st.lists(st.floats(1.0, 1e5), min_size=3, max_size=5),
)
def test_a_change_has_words_in_every_unit(
    shown: tuple[Dimension, str], kind: Kind, then: list[float], now: list[float]
) -> None:
    dimension, unit = shown
    measure = Measure("thing", kind, dimension, Direction.HIGHER, unit)
    row = replace(facts("run", "pace", then, now), measure=measure)
    for decimal in DecimalMark:
        change = change_of(row, Notation(decimal=decimal))
        assert change[0] in "▲▼=·"
        assert change[2:]


def test_a_difference_of_paces_is_that_of_the_paces_shown() -> None:
    row = facts("run", "pace", [306.51] * 3, [301.38] * 3)
    text = read(answer(CompareFacts((row,))))
    assert "5:07/km" in text
    assert "5:01/km" in text
    assert "▲ 6 s/km faster" in text


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (1000.0, 1780.0, "▲ 78 % more"),
        (1000.0, 1004.0, "▲ 0.4 % more"),
        (1780.0, 1000.0, "▼ 44 % less"),
        (1.0, 1000.0, "▲ 999 m more"),
        (1000.0, 1000.0, "= level"),
    ],
)
def test_amounts_are_more_or_less(then: float, now: float, change: str) -> None:
    assert change_of(facts("run", "distance", [then] * 13, [now] * 13)) == change


def test_too_few_entries_tell_nothing() -> None:
    assert change_of(facts("run", "distance", [], [1.0])) == "· too few"


def test_a_best_is_said_to_have_changed_only_where_both_sides_have_enough() -> None:
    fast, slow = around(2_900.0, 3), around(3_000.0, 3)
    assert change_of(facts("run", "duration", slow, fast, "10k")) == "▲ 1:38 faster"
    assert change_of(facts("run", "duration", fast, slow, "10k")) == "▼ 1:38 slower"
    assert change_of(facts("run", "duration", fast, fast, "10k")) == "= level"
    assert change_of(facts("run", "duration", slow[:2], fast, "10k")) == "· too few"


@pytest.mark.parametrize(("by", "label"), [("tag", "run +10k"), ("place", "run @10k")])
def test_groups_are_named_as_they_are_typed(by: str, label: str) -> None:
    rows = (
        facts("run", "pace", around(300.0, 3), around(290.0, 3), "10k"),
        facts("run", "duration", around(300.0, 13), around(290.0, 26), "10k"),
    )
    question = CompareQuestion(WINDOWS, by=by)  # type: ignore[arg-type]
    text = read(compute(CompareFacts(rows), question, TODAY))
    assert label in text
    assert "best" not in text
    assert "mix distances" not in text
    assert f"The greatest: pace {label[4:]}, 3 % faster." in text


def test_without_a_road_there_is_no_column_for_it() -> None:
    text = read(answer(replace(RUNNER_ON_THE_HELP_DESK, road_spans=())))
    assert "2021 … 2026" not in text


def test_a_long_road_is_drawn_in_twelve_points() -> None:
    shown = page(answer(), METRIC)
    table = next(block for block in shown.blocks if isinstance(block, Table))
    roads = [
        cell.values
        for row in table.rows
        if isinstance(row, TableRow)
        for cell in row.cells
        if isinstance(cell, Sparkline)
    ]
    assert len(roads) == 15
    assert all(len(road) == 12 for road in roads)


# In a sentence


def test_the_time_over_a_distance_is_not_counted_beside_its_pace() -> None:
    rows = (
        facts("run", "pace", around(311.0, 6, 0.01), around(304.0, 9, 0.01), "10k"),
        facts("run", "duration", around(3_140.0, 6, 0.01), around(3_040.0, 9, 0.01), "10k"),
    )
    found = answer(CompareFacts(rows))
    assert (found.summary.better, len(found.rows)) == (1, 2)
    assert read(found).endswith(
        "\n1 better, none worse.\nThe greatest: pace over 10k, 2 % faster.\n"
    )


def greatest(*rows: Facts) -> Row | None:
    return answer(CompareFacts(rows)).summary.greatest_better


def test_the_greatest_change_is_the_one_by_per_cent() -> None:
    found = greatest(
        facts("shift", "csat", around(0.8, 5), around(0.9, 5)),
        facts("shift", "resolution", around(1_320.0, 5), around(845.0, 5)),
        facts("shift", "nps", around(2.0, 5), around(41.0, 5)),
    )
    assert found is not None
    assert found.measure.name == "resolution"


def test_a_score_is_the_greatest_only_among_scores() -> None:
    found = greatest(facts("shift", "nps", around(2.0, 5), around(41.0, 5)))
    assert found is not None
    assert found.measure.name == "nps"


def test_the_greatest_is_said_in_its_own_words() -> None:
    shorter = facts("shift", "resolution", around(1_320.0, 5), around(845.0, 5))
    assert "The greatest: resolution, 36 % shorter." in read(answer(CompareFacts((shorter,))))
    points = facts("shift", "csat", around(0.9, 5, 0.001), around(0.8, 5, 0.001))
    text = read(answer(CompareFacts((points,))))
    assert "None better, 1 worse.\nSlipped most: csat, 10 points down.\n" in text


def test_where_nothing_has_a_better_there_is_no_sentence() -> None:
    neutral = facts("run", "heart-rate", around(150.0, 5), around(147.0, 5))
    assert "better" not in read(answer(CompareFacts((neutral,))))


# Whatever people write


LONG = "an-activity-that-somebody-named-on-a-long-and-rainy-sunday"


def test_long_names_and_notes_do_not_break_the_page() -> None:
    row = facts("run", "pace", around(311.0, 6), around(304.0, 9), "10k")
    odd = replace(
        row,
        activity=LONG,
        measure=replace(row.measure, name=LONG),
        group=LONG,
    )
    note = Words(LONG, LONG, 1, TODAY, "\x1b[31m[red]\n\n" + "word " * 500)
    shown = answer(CompareFacts((odd,), (note,), (note,), RUNNER_ON_THE_HELP_DESK.road_spans))
    text = read(shown)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "\x1b" not in text
    assert "[red] word word" in text
    assert text.count('…"') == 2
    assert "Rows with" not in text


values = st.lists(st.floats(0.01, 1e5), max_size=8)
names = st.text(min_size=1, max_size=30)
all_facts = st.builds(
    lambda row, area, group, activity: replace(row, area=area, group=group, activity=activity),
    st.builds(
        facts,
        st.just("run"),
        st.sampled_from(["pace", "distance", "duration", "heart-rate", "frequency"]),
        values,
        values,
    ),
    st.sampled_from(["fitness", "work"]),
    st.none() | st.sampled_from(["10k", "half"]) | names,
    names,
)


@given(st.lists(all_facts, max_size=6), st.sampled_from(["distance", "tag", "place"]), names)
def test_any_facts_make_a_page_of_80_columns_and_a_document(
    rows: list[Facts], by: str, note: str
) -> None:
    said = tuple(Words(row.activity, row.group, 1, TODAY, note) for row in rows)
    given_facts = CompareFacts(tuple(rows), said, said, RUNNER_ON_THE_HELP_DESK.road_spans)
    question = CompareQuestion(WINDOWS, by=by)  # type: ignore[arg-type]
    found = compute(given_facts, question, TODAY)
    assert drawn(page(found, METRIC))
    assert json.loads(json.dumps(document(found), allow_nan=False)) == document(found)
    counted = found.summary
    total = counted.better + counted.level + counted.worse + counted.too_few
    assert total <= len(found.rows) <= len(rows)


# The contract


def test_the_document_is_what_is_promised() -> None:
    rows = (facts("run", "pace", [300.0, 310.0, 320.0], [290.0, 290.0, 293.0], "10k"),)
    spans = RUNNER_ON_THE_HELP_DESK.road_spans[:2]
    known = CompareFacts(
        (replace(rows[0], road=(310.0, None)),),
        RUNNER_ON_THE_HELP_DESK.then_words,
        RUNNER_ON_THE_HELP_DESK.now_words,
        spans,
    )
    name = {"activity": "run", "measure": "pace", "group": "10k"}
    assert document(answer(known, Windows(WINDOWS.then, WINDOWS.now, ("Note.",)))) == {
        "schema": "stride.compare/1",
        "then": {"from": "2021-08-23", "to": "2021-11-21"},
        "now": {"from": "2026-08-23", "to": "2026-11-21"},
        "asked_then": None,
        "by": "distance",
        "notes": ["Note."],
        "rows": [
            {
                "activity": "run",
                "measure": "pace",
                "group": "10k",
                "unit": "s/km",
                "direction": "lower",
                "then": {"n": 3, "typical": 310.0, "best": 300.0, "per_week": None},
                "now": {"n": 3, "typical": 291.0, "best": 290.0, "per_week": None},
                "change": -19.0,
                "change_percent": -19.0 / 310.0,
                "effect": -1.0,
                "verdict": "better",
                "road": [310.0, None],
            }
        ],
        "road": [
            {"from": "2021-07-01", "to": "2021-09-30"},
            {"from": "2021-10-01", "to": "2021-12-31"},
        ],
        "words": {
            "then": [
                {
                    "activity": "run",
                    "group": "10k",
                    "number": 3,
                    "day": "2021-11-20",
                    "note": "Felt like flying.",
                }
            ],
            "now": [
                {
                    "activity": "run",
                    "group": "10k",
                    "number": 1846,
                    "day": "2026-11-19",
                    "note": "Stroller and all.\nEasy.",
                }
            ],
        },
        "summary": {
            "better": 1,
            "level": 0,
            "worse": 0,
            "too_few": 0,
            "greatest_better": name,
            "greatest_worse": None,
        },
    }


def test_the_document_keeps_the_order_of_the_facts_and_units_of_each() -> None:
    found = document(answer())
    rows = found[compare.ROWS]
    assert isinstance(rows, list)
    assert [(row["measure"], row["unit"]) for row in rows[:4]] == [
        ("frequency", "1/week"),
        ("distance", "m"),
        ("heart-rate", "bpm"),
        ("pace", "s/km"),
    ]
    assert {row["verdict"] for row in rows} == {"better", "level", "worse", "too few", None}
    timed = rows[6]
    assert (timed["measure"], timed["direction"], timed["then"]["per_week"]) == (
        "duration",
        "lower",
        None,
    )


def test_the_report_says_what_it_is() -> None:
    assert compare.SUMMARY.startswith("Then vs. now")
