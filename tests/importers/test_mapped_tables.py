from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import csv_text, only, options, saved

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import Problem
from stridelog.domain.quantity import DecimalMark
from stridelog.importers import mapped
from stridelog.importers.mapped.mapping import MappingError, mapping_of

SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "runs" / "runs-2012-2024.csv"
RUNS = ["date=date", "activity=type", "distance=distance_m:m", "duration=moving_time"]


def drafts(folder: Path, text: str, *mapping: str) -> list[Draft]:
    return only(Draft, mapped.read(saved(folder, text), options(*mapping)))


def problem(folder: Path, text: str, *mapping: str) -> Problem:
    (found,) = only(Problem, mapped.read(saved(folder, text), options(*mapping)))
    return found


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    text = (
        "When,What,Km,Time,Felt,Words,Where,Marks,Shoes\n"
        '2026-11-20 07:30:05,Trail Run,10.5,52:30,7,"Two\r\nlines",@riverside,"+snow, #race",Peg\n'
    )
    mapping = [
        "date=When",
        "activity=What",
        "distance=Km:km",
        "duration=Time",
        "effort=Felt",
        "note=Words",
    ]
    (draft,) = drafts(tmp_path, text, *mapping, "place=Where", "tags=Marks", "gear=Shoes")
    assert draft == Draft(
        activity="trail-run",
        at=datetime(2026, 11, 20, 7, 30, 5, tzinfo=UTC),
        measurements={"distance": 10_500.0, "duration": 3150.0},
        tags=("snow", "race"),
        place="riverside",
        gear="Peg",
        effort=7,
        note="Two\nlines",
        origins=(Origin("csv", "trail-run 2026-11-20T07:30:05 10500m"),),
        row=2,
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_delimiter_and_encoding_are_found_out(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = [["Tag, genau", "Äußerung"], ["2026-11-20", "Über Brücken; schön"], ["2026-11-21", "€"]]
    path = saved(tmp_path, csv_text(rows, delimiter), encoding)
    mapping = ["date=Tag, genau", "note=Äußerung", "activity:=run"]
    found = only(Draft, mapped.read(path, options(*mapping)))
    assert [draft.note for draft in found] == ["Über Brücken; schön", "€"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-20T07:30:05", "2026-11-20 07:30:05"),
        ("2026-11-20 07:30:05.250", "2026-11-20 07:30:05"),
        ("2026-11-20T06:30:05Z", "2026-11-20 07:30:05"),
        ("2026-11-20 06:30:05 UTC", "2026-11-20 07:30:05"),
        ("2026-11-20 08:30:05 +0200", "2026-11-20 07:30:05"),
        ("2026-11-20T23:30:00-05:00", "2026-11-21 05:30:00"),
        ("2026-11-20", "2026-11-20 12:00:00"),
        ("20/11/2026 07:30", "2026-11-20 07:30:00"),
        ("20 nov 2026", "2026-11-20 12:00:00"),
    ],
)
def test_dates_are_in_the_persons_zone(tmp_path: Path, text: str, at: str) -> None:
    path = saved(tmp_path, f"date\n{text}\n")
    given_options = options("date=date", "activity:=run", zone=ZoneInfo("Europe/Berlin"))
    (draft,) = only(Draft, mapped.read(path, given_options))
    assert draft.at.isoformat(" ") == f"{at}+01:00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("yesterday", '"yesterday" is no whole date.'),
        ("20 nov", '"20 nov" is no whole date.'),
        ("7:30", '"7:30" is no whole date.'),
        ("1700000000", "1700000000 is a number, not a date."),
        ("1700000000.5", "1700000000.5 is a number, not a date."),
        ("44520", "44520 is a number, not a date."),
        ("1066-10-14", "The year 1066 is older than any journal."),
    ],
)
def test_dates_that_are_not_whole_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    assert problem(tmp_path, f"date,x\n{text},1\n", "date=date", "activity:=run").reason == reason


def test_an_impossible_date_is_a_problem(tmp_path: Path) -> None:
    found = problem(tmp_path, "date,x\n2026-02-30,1\n", "date=date", "activity:=run")
    assert found.reason.startswith('"2026-02-30" is no date.')


def test_a_row_without_a_date_is_a_problem(tmp_path: Path) -> None:
    found = problem(tmp_path, "date,x\n,1\n", "date=date", "activity:=run")
    assert found == Problem(2, "It has no date.")


def test_one_telling_date_settles_the_order_of_all(tmp_path: Path) -> None:
    path = saved(tmp_path, "date\n04/05/2024\n13/05/2024\n05/06/2024\n")
    asked = options("date=date", "activity:=run", order=DateOrder.MONTH_FIRST)
    found = only(Draft, mapped.read(path, asked))
    assert [draft.at.date() for draft in found] == [
        date(2024, 5, 4),
        date(2024, 5, 13),
        date(2024, 6, 5),
    ]


def test_the_setting_decides_where_no_date_tells(tmp_path: Path) -> None:
    path = saved(tmp_path, "date\n04/05/2024\n")
    asked = options("date=date", "activity:=run", order=DateOrder.MONTH_FIRST)
    (draft,) = only(Draft, mapped.read(path, asked))
    assert draft.at.date() == date(2024, 4, 5)


@pytest.mark.parametrize("cell", ["", "--", "n/a", "NaN", "null", "0", "0.0", "0:00:00", "--:--"])
def test_what_is_missing_is_left_out(tmp_path: Path, cell: str) -> None:
    text = f"date,m,e\n2026-11-20,{cell},{cell}\n"
    mapping = ["date=date", "activity:=run", "distance=m", "effort=e"]
    (draft,) = drafts(tmp_path, text, *mapping)
    assert (draft.measurements, draft.effort) == ({}, None)


def test_none_of_something_that_is_counted_is_kept(tmp_path: Path) -> None:
    text = "date,reopened\n2026-11-20,0\n"
    (draft,) = drafts(tmp_path, text, "date=date", "activity:=shift", "reopened=reopened")
    assert draft.measurements == {"reopened": 0.0}


@pytest.mark.parametrize(
    ("cell", "word", "value"),
    [
        ("1:02:03", "duration=c", 3723.0),
        ("62", "duration=c:min", 3720.0),
        ("1.5", "duration=c:h", 5400.0),
        ("6.2", "distance=c:mi", 9977.9328),
        ("10.5", "distance=c:km", 10_500.0),
        ("10500", "distance=c", 10_500.0),
        ("92%", "csat=c", 0.92),
        ("92", "csat=c:%", 0.92),
        ("145", "heart-rate=c", 145.0),
        ("145", "Heart Rate=c", 145.0),
        ("14", "first-reply=c:min", 840.0),
    ],
)
def test_numbers_are_in_the_unit_of_the_column(
    tmp_path: Path, cell: str, word: str, value: float
) -> None:
    (draft,) = drafts(tmp_path, f"date,c\n2026-11-20,{cell}\n", "date=date", "activity:=x", word)
    assert list(draft.measurements.values()) == [pytest.approx(value)]


def test_commas_are_decimal_marks_for_those_who_use_them(tmp_path: Path) -> None:
    path = saved(tmp_path, "Datum;Distanz\n20.11.2026;10,5\n")
    asked = options("date=Datum", "distance=Distanz:km", "activity:=run", decimal=DecimalMark.COMMA)
    (draft,) = only(Draft, mapped.read(path, asked))
    assert draft.measurements == {"distance": 10_500.0}


@pytest.mark.parametrize(
    ("row", "start"),
    [
        ("2026-11-20,run,fast,5", 'distance: "fast" is no quantity.'),
        ("2026-11-20,run,-5,5", "distance: A distance cannot be negative."),
        ("2026-11-20,run,1e99,5", "distance: 1e99 is more than a distance can be."),
        ("2026-11-20,run,5,eleven", '"eleven" is no effort: it goes from 1 to 10.'),
        ("2026-11-20,run,5,11", '"11" is no effort: it goes from 1 to 10.'),
        ("2026-11-20,?!,5,5", "It does not say what was done."),
        ("2026-11-20,run,5", "It has 3 columns, where the header has 4."),
        ("2026-11-20,run,5,5,5", "It has 5 columns, where the header has 4."),
        ('2026-11-20,run,"5"5,5', "Its quotes do not match."),
        ('2026-11-20,run,"5', "It has a quote that is never closed."),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, start: str) -> None:
    text = f"date,type,m,effort\n\n2026-11-19,run,5,5\n{row}\n"
    mapping = ["date=date", "activity=type", "distance=m", "effort=effort"]
    kept, refused = mapped.read(saved(tmp_path, text), options(*mapping))
    assert isinstance(kept, Draft)
    assert isinstance(refused, Problem)
    assert refused.row == 4
    assert refused.reason.startswith(start)


def test_empty_cells_beyond_the_header_do_no_harm(tmp_path: Path) -> None:
    (draft,) = drafts(tmp_path, "date,x\n2026-11-20,1,,\n,\n\n", "date=date", "activity:=run")
    assert draft.row == 2


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["date"], '"date" does not map a field to a column.', "Write FIELD=COLUMN"),
        (["date="], '"date=" does not map a field to a column.', "Write FIELD=COLUMN"),
        (["=date"], '"=date" does not map a field to a column.', "Write FIELD=COLUMN"),
        (["date=dates"], 'There is no column "dates".', "Did you mean date? There are: date, Type"),
        (["dat=date"], 'There is no field or measure "dat".', "Did you mean date?"),
        (["xyzzy=date"], 'There is no field or measure "xyzzy".', "There are: date, activity"),
        (["distance=metres:m"], 'There is no column "metres".', "There are: date, Type"),
        (["distance=m:furlong"], '"furlong" is no unit of a distance.', "Known are m, km"),
        (["distance=m:s"], '"s" is no unit of a distance.', "Known are"),
        (["pace=m"], "pace is worked out from other measures.", "Map those"),
        (["distance:=5"], "distance cannot be the same in every row.", "Only activity, tags"),
        (["date=date", "Date=Type"], "date is mapped twice.", "Map each field to one column."),
        (["distance=same"], '2 columns are called "same".', "Give one of them another name."),
        (["activity=Type"], "The mapping does not say where the dates are.", "Add --map date="),
        ([], "The mapping does not say where the dates are.", "Add --map date=COLUMN. There are"),
        (["date=date"], "The mapping does not say what was done.", "Add --map activity=COLUMN"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_explained(
    words: list[str], message: str, hint: str
) -> None:
    with pytest.raises(MappingError) as caught:
        mapping_of(words, ["date", "Type", "m", "same", "same"], options())
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("word", "column", "unit"),
    [
        ("distance=km", 0, ""),
        ("distance=KM:mi", 0, "mi"),
        ("distance=km:raw", 1, ""),
        ("distance=km:raw:m", 1, "m"),
        ("distance=a=b", 2, ""),
        ("distance=a=b:km", 2, "km"),
        ("distance=Dist. (km)", 3, ""),
    ],
)
def test_labels_may_hold_the_marks_of_a_mapping(word: str, column: int, unit: str) -> None:
    header = ["km", "km:raw", "a=b", "Dist. (km)", "date"]
    mapping = mapping_of(["date=date", "activity:=run", word], header, options())
    assert (mapping.measures[0].column, mapping.measures[0].unit) == (column, unit)


def test_a_table_of_many_columns_is_not_listed_whole() -> None:
    with pytest.raises(MappingError) as caught:
        mapping_of(["date=x"], [f"column-{number}" for number in range(99)], options())
    assert caught.value.hint.endswith("column-29, ….")


def test_a_run_that_stands_twice_to_the_second_and_the_metre_has_one_origin(tmp_path: Path) -> None:
    text = (
        "date,type,distance_m,moving_time\n"
        "2020-09-19 19:52:35,Run,3091.3,0:18:34\n"
        "2020-09-19 19:52:35,Run,3091.4,0:18:35\n"
        "2020-09-19 19:52:35,Run,3092.3,0:18:34\n"
        "2020-09-19 19:52:36,Run,3091.3,0:18:34\n"
        "2020-09-19 19:52:35,Walk,3091.3,0:18:34\n"
    )
    found = drafts(tmp_path, text, *RUNS)
    assert Counter(draft.origins for draft in found).most_common(1)[0][1] == 2
    assert len({draft.origins for draft in found}) == 4


def test_an_origin_does_not_depend_on_what_else_is_mapped(tmp_path: Path) -> None:
    text = "date,type,distance_m,moving_time\n2020-09-19 19:52:35,Run,3091.3,0:18:34\n"
    (bare,) = drafts(tmp_path, text, *RUNS[:3])
    (full,) = drafts(tmp_path, text, *RUNS, "tags:=old", "note=moving_time")
    (timed,) = drafts(tmp_path, text, *RUNS[:2], RUNS[3])
    assert bare.origins == full.origins == (Origin("csv", "run 2020-09-19T19:52:35 3091m"),)
    assert timed.origins == (Origin("csv", "run 2020-09-19T19:52:35 1114s"),)


def test_an_origin_does_not_depend_on_the_zone_of_the_machine(tmp_path: Path) -> None:
    path = saved(tmp_path, "date\n2026-11-20T23:30:00-05:00\n2026-11-20 23:30\n2026-11-20\n")
    keys = [
        [draft.origins[0].key for draft in only(Draft, mapped.read(path, asked))]
        for asked in (
            options("date=date", "activity:=run", zone=ZoneInfo(zone))
            for zone in ("Europe/Berlin", "America/New_York")
        )
    ]
    assert keys[0] == keys[1]
    assert keys[0] == ["run 2026-11-21T04:30:00Z", "run 2026-11-20T23:30:00", "run 2026-11-20"]


def test_days_without_a_time_are_told_apart_by_what_they_say(tmp_path: Path) -> None:
    text = "date,km,minutes,words\n2026-11-20,5,30,\n2026-11-20,5,31,\n2026-11-20,5,30,easy\n"
    mapping = ["date=date", "activity:=run", "distance=km:km", "duration=minutes:min", "note=words"]
    keys = [draft.origins[0].key for draft in drafts(tmp_path, text, *mapping)]
    assert keys[:2] == ["run 2026-11-20 5000m 1800s", "run 2026-11-20 5000m 1860s"]
    assert keys[2].startswith("run 2026-11-20 5000m 1800s ")
    assert "#" not in keys[2]


def test_days_without_a_time_are_told_apart_by_counting(tmp_path: Path) -> None:
    text = "date,minutes\n2026-11-20,30\n2026-11-20,30\n2026-11-20,45\n2026-11-20,30\n"
    found = drafts(tmp_path, text, "date=date", "activity:=practice", "duration=minutes:min")
    assert [draft.origins[0].key for draft in found] == [
        "practice 2026-11-20 1800s",
        "practice 2026-11-20 1800s #2",
        "practice 2026-11-20 2700s",
        "practice 2026-11-20 1800s #3",
    ]


def test_nothing_is_taken_for_a_mapped_table_by_itself() -> None:
    assert not mapped.sniff("runs.csv", b"date,type\n2026-01-01,Run\n")


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3)), st.sampled_from([*",;\t|"]))
def test_no_table_makes_reading_fail(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    text = csv_text([["date", "type", "m"], *rows], delimiter)
    path = saved(tmp_path_factory.getbasetemp(), text, name="any.csv")
    asked = options("date=date", "activity=type", "distance=m")
    assert all(isinstance(item, Draft | Problem) for item in mapped.read(path, asked))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not part of the project")
def test_thirteen_years_of_real_runs_are_read() -> None:
    asked = options(*RUNS, "heart-rate=average_heartrate")
    found = only(Draft, mapped.read(SAMPLE, asked))
    assert len(found) == 3089
    assert len({draft.origins for draft in found}) == 3086
    assert Counter(draft.activity for draft in found) == {"run": 3076, "workout": 8, "walk": 5}


def test_the_first_rows_are_shown_as_they_are_understood(tmp_path: Path) -> None:
    path = saved(tmp_path, "Day,Km,Else,,Km2\n2026-11-20,5,x,,\n2026-11-21\n2026-11-22,6,y,,\n")
    found = mapped.preview(path, options("distance=Km:km", "date=day", "activity:=run"), 2)
    assert dict(found.columns) == {"date": "Day", "distance": "Km"}
    assert found.header == ("Day", "Km", "Else", "Km2")
    good, bad = found.rows
    assert (good.row, dict(good.cells)) == (2, {"date": "2026-11-20", "distance": "5"})
    assert isinstance(good.found, Draft)
    assert (bad.row, dict(bad.cells)) == (3, {})
    assert bad.found == Problem(3, "It has 1 columns, where the header has 5.")


def test_a_wide_table_is_known_again_by_what_is_mapped(tmp_path: Path) -> None:
    header = ["day", *(f"c{n}" for n in range(mapped.MOST_KNOWN_BY))]
    path = saved(tmp_path, csv_text([header, ["2026-11-20", *["1"] * mapped.MOST_KNOWN_BY]]))
    found = mapped.preview(path, options("date=day", "activity:=run", "distance=c7"))
    assert found.header == ("day", "c7")


def test_a_hundred_thousand_columns_do_no_harm(tmp_path: Path) -> None:
    header = ["day", *(f"c{n}" for n in range(100_000))]
    path = saved(tmp_path, csv_text([header, ["2026-11-20", *["1"] * 100_000]]))
    (draft,) = only(Draft, mapped.read(path, options("date=day", "activity:=run", "distance=c9:m")))
    assert draft.measurements == {"distance": 1.0}


def test_a_formula_is_text(tmp_path: Path) -> None:
    text = 'day,words,km\n2026-11-20,"=HYPERLINK(""x"")",5\n2026-11-21,x,=1+1\n'
    asked = options("date=day", "activity:=run", "note=words", "distance=km:km")
    draft, problem = mapped.read(saved(tmp_path, text), asked)
    assert isinstance(draft, Draft)
    assert draft.note == '=HYPERLINK("x")'
    assert isinstance(problem, Problem)
    assert problem.reason.startswith('distance: "=1+1" is no quantity.')
