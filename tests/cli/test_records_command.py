"""``stride records``: bests, their history, and how far off them one is now."""

import csv

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def runner(stride: Stride) -> Stride:
    """Begin with five years of runs, one of them a ride, and two shifts."""
    return stride.begin(
        "log run 10k 51:46 --on 2021-11-21 --note 'Felt like flying.'",
        "log run 5k 25:10 --on 2022-04-01 @riverside",
        "log run 5k 24:34 --on 2023-05-01 @riverside",
        "log run 12k 1:02:00 --on 2023-06-01",
        "log run 10k 50:42 --on 2024-11-26 +stroller @turkey-trot",
        "log run 11.4k 33:18 --on 2025-04-27",
        "log run 5k 24:50 --on 2026-02-01",
        "log run 10k 51:02 --on 2026-10-11 +stroller",
        "log run 8k 44:00 --on 2026-11-20",
        "log shift tickets=31 csat=94 --on 2026-11-24",
        "log shift tickets=28 csat=96 --on 2026-11-25",
    )


def test_the_records_and_how_they_fell(runner: Stride, golden: Golden) -> None:
    runner.type("records run", "records", "records run --by tag", "records run --place riverside")
    golden("records.txt", runner.transcript)


def test_the_document_of_records(runner: Stride, golden: Golden) -> None:
    golden("records.json", runner.ok("records", "run", "--json"))
    golden("records.csv", runner.ok("records", "--csv"))


def test_in_a_narrow_terminal_columns_are_left_out_and_no_name_is_cut(
    runner: Stride, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in ("40", "60", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        for words in (["run"], [], ["run", "--by", "tag"]):
            lines = runner.ok("records", *words).splitlines()
            assert max(map(len, lines)) <= int(columns)
            assert not [line for line in lines if "…" in line]
    monkeypatch.setenv("COLUMNS", "40")
    assert "how they fell" in runner.ok("records", "run")
    assert "run +stroller, 5k estimated" in runner.ok("records", "run", "--by", "tag")


def test_a_filter_that_fits_nothing_is_told_as_such(runner: Stride) -> None:
    page = runner.ok("records", "run", "--distance", "7k")
    assert "No record of run over 7k.\n" in page
    assert "Standard distances: mile, 5k, 10k, 15k, half, 25k, marathon.\n" in page
    assert "All there are: stride records run\n" in page
    ran = runner("records", "--tag", "nosuch", "--place", "town")
    assert "No record +nosuch @town.\n" in ran.out
    assert "No entry has the tag nosuch." in ran.err
    assert "Log something" not in ran.out
    runner.ok("log", "run", "7k", "40:00")
    assert "Standard distances: mile" in runner.ok("records", "--distance", "7k")


def test_age_grades_stand_beside_the_times_of_runs(runner: Stride) -> None:
    refusal = runner.refused(1, "records", "run", "--age-graded")
    assert "Age grading needs to know your birth year and your sex." in refusal
    assert "stride config set birth_year 1980" in refusal
    runner.ok("config", "set", "birth_year", "1976")
    runner.ok("config", "set", "sex", "male")
    page = runner.ok("records", "run", "--age-graded")
    (line,) = [line for line in page.splitlines() if line.startswith("  10k ")]
    grade = next(r for r in runner.json("records", "run", "--age-graded")["records"])
    assert "57.6 %" in line
    assert grade["age_grade"] == pytest.approx(grade["history"][-1]["age_grade"])
    assert "age grade" not in runner.ok("records", "shift", "--age-graded")
    assert all(r["age_grade"] is None for r in runner.json("records", "run")["records"])


def test_a_time_at_the_pace_of_an_entry_says_of_what_distance_it_is(runner: Stride) -> None:
    runner.ok("log", "run", "10.2k", "51:00")
    page = runner.ok("records", "run")
    assert "10k 50:00 of 10.20 km in 51:00." in " ".join(page.split())
    runner.ok("log", "run", "10k", "49:00")
    assert "10.20 km in" not in runner.ok("records", "run")


def test_rows_of_records_have_no_lists_and_no_more_digits_than_can_be_read(runner: Stride) -> None:
    runner.ok("log", "run", "5.03k", "24:00")
    drawn = runner.ok("records", "--csv")
    assert "[" not in drawn
    rows = list(csv.DictReader(drawn.splitlines()))
    assert "history" not in rows[0]
    assert (
        max(len(cell.replace(".", "")) for row in rows for cell in row.values() if is_number(cell))
        <= 8
    )


def is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()


def test_rests_of_days_are_told_in_days(stride: Stride) -> None:
    stride.begin(
        *(f"log ride 20k 50:00 --on 2026-10-{day}" for day in range(10, 20)),
        "log ride 40k 40:00 elapsed=2014:52:46 --on 2026-10-25",
    )
    assert "with 84 days of rests" in stride.ok("records", "ride")


def test_a_doubtful_one_says_what_it_exceeds(runner: Stride) -> None:
    doubtful = runner.json("records", "run")["doubtful"]
    (doubt,) = {tuple(each["doubt"].items()) for each in doubtful}
    told = dict(doubt)
    assert (told["reason"], told["unit"]) == ("pace", "s/km")
    assert told["value"] == pytest.approx(1998 / 11.4)
    # Nine runs are few, and 40 % faster than the sixth best, the 10 km in 51:46, are believed.
    assert told["limit"] == pytest.approx(3106 / 10 * (11.4 / 10) ** 0.06 / 1.4)


def test_a_value_and_a_speed_say_what_they_exceed(stride: Stride) -> None:
    stride.begin(
        *(f"log shift tickets={n} --on 2026-11-{n}" for n in range(10, 17)),
        "log shift tickets=310 --on 2026-11-20",
        *(f"log ride 20k 50:00 --on 2026-10-{day}" for day in range(10, 16)),
        "log ride 20k 20:00 --on 2026-10-20",
    )
    found = {each["activity"]: each["doubt"] for each in stride.json("records")["doubtful"]}
    assert found == {
        "ride": {
            "reason": "pace",
            "value": pytest.approx(20_000 / 1200),
            "limit": pytest.approx(20_000 / 3000 * 1.4),
            "unit": "m/s",
        },
        "shift": {"reason": "value", "value": 310.0, "limit": 160.0, "unit": "count"},
    }
    page = stride.ok("records")
    assert "60.0 km/h, where 33.6 km/h is the limit" in page
    assert "310, where 160 is the limit" in page


def test_a_doubtful_one_is_confirmed_or_excluded(runner: Stride, golden: Golden) -> None:
    runner.type(
        "edit 6 --include-in-records",
        "records run",
        "edit 6 --exclude-from-records",
        "records run",
        "undo",
        "edit 6 --without +record-confirmed",
    )
    golden("records-confirmed.txt", runner.transcript)


def holders(stride: Stride) -> dict[str, int]:
    return {
        f"{r['distance'] or r['measure']} {r['how']}": r["number"]
        for r in stride.json("records", "run")["records"]
    }


def test_a_ride_saved_as_a_run_holds_no_record(runner: Stride) -> None:
    assert 6 not in holders(runner).values()
    doubtful = runner.json("records", "run")["doubtful"]
    assert {(each["number"], each["distance"]) for each in doubtful} == {(6, "5k"), (6, "10k")}


def test_an_excluded_entry_gives_its_record_back(runner: Stride) -> None:
    assert holders(runner)["5k exact"] == 3
    runner.ok("edit", "3", "--exclude-from-records")
    assert holders(runner)["5k exact"] == 7
    assert runner.json("show", "3")["entries"][0]["tags"] == ["no-record"]
    runner.ok("edit", "3", "--include-in-records")
    assert holders(runner)["5k exact"] == 3
    assert runner.json("show", "3")["entries"][0]["tags"] == ["record-confirmed"]


def test_several_are_excluded_at_once(runner: Stride) -> None:
    runner.ok("edit", "run", "--place", "riverside", "--exclude-from-records", "--yes")
    assert holders(runner)["5k exact"] == 7


def test_excluded_and_included_is_no_answer(runner: Stride, golden: Golden) -> None:
    runner.type("edit 3 --exclude-from-records --include-in-records", "records --by shoe")
    golden("records-refused.txt", runner.transcript)


def test_the_records_of_a_tag_stand_together(runner: Stride) -> None:
    runner.ok("tag", "2", "3", "7", "+race", "--yes")
    groups = [row["group"] for row in runner.json("records", "run", "--by", "tag")["records"]]
    assert groups == sorted(groups)
    assert set(groups) == {"race", "stroller"}
    assert runner.ok("records", "run", "--by", "tag").splitlines().count("run +race") == 1


def test_an_estimate_slower_than_a_time_of_this_year_is_no_best_of_it(stride: Stride) -> None:
    stride.begin(
        "log run 5k 26:00 --on 2025-03-01",
        "log run 12k 50:00 --on 2025-04-01",
        "log run 5k 25:30 --on 2026-03-01",
        "log run 12k 1:06:00 --on 2026-04-01",
    )
    page = stride.ok("records", "run")
    year = page.partition("best of 2026")[2].partition("how they fell")[0]
    assert [line.split()[0] for line in year.splitlines()[1:-1]] == ["5k", "10k", "longest"]


def test_what_has_no_tag_or_place_says_how_to_give_it_one(stride: Stride, golden: Golden) -> None:
    stride.begin("log run 5k 25:00 --on 2026-11-01")
    stride.type("records --by tag", "records run --by place", "records swim")
    golden("records-without-groups.txt", stride.transcript)


def test_tags_about_records_are_no_circumstances(runner: Stride) -> None:
    runner.ok("edit", "1,2,3", "--exclude-from-records", "--yes")
    runner.ok("edit", "7,8", "--include-in-records", "--yes")
    for command in ("records", "compare"):
        asked = [command, "run", "--by", "tag", *(["--years", "2"] if command == "compare" else [])]
        rows = runner.json(*asked)["records" if command == "records" else "rows"]
        assert {row["group"] for row in rows} - {None} == {"stroller"}


def best_of_now(stride: Stride, measure: str, group: str | None = None) -> float:
    rows = stride.json("compare", "run", "--years", "2")["rows"]
    (row,) = (r for r in rows if (r["measure"], r["group"]) == (measure, group))
    return float(row["now"]["best"])


def test_what_holds_no_record_is_not_the_best_of_a_comparison(runner: Stride) -> None:
    runner.ok("log", "run", "11.4k", "33:18", "--on", "2026-11-22", "--note", "What a ride!")
    runner.ok("log", "run", "9k", "49:00", "--on", "2026-11-23")
    assert best_of_now(runner, "pace") == pytest.approx(3062 / 10)
    assert best_of_now(runner, "distance") == 10_000.0
    assert "What a ride!" not in runner.ok("compare", "run", "--years", "2")
    runner.ok("edit", "12", "--include-in-records")
    assert best_of_now(runner, "pace") == pytest.approx(1998 / 11.4)
    runner.ok("edit", "12,8", "--exclude-from-records", "--yes")
    assert best_of_now(runner, "distance") == 9_000.0


def test_the_order_of_logging_makes_no_difference(runner: Stride, stride: Stride) -> None:
    def told() -> list[tuple[object, ...]]:
        rows = runner.json("records", "run")["records"]
        return [
            (r["distance"], r["how"], [(s["day"], s["value"], s["gain"]) for s in r["history"]])
            for r in rows
        ]

    before = told()
    stride.ok("delete", "2", "--yes")
    assert told() != before
    stride.ok("log", "run", "5k", "25:10", "--on", "2022-04-01", "@riverside")
    assert told() == before


def test_an_empty_journal_has_no_records(stride: Stride, golden: Golden) -> None:
    stride.type("records", "records --json", "records rnu")
    golden("records-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def stars(answer: str) -> list[str]:
    """Return what is celebrated as the fastest or the longest, up to the value itself."""
    told = [line[3:].strip() for line in answer.splitlines() if line[2:3] in {"★", "·"}]
    return [line.partition(":")[0] for line in told if "fastest" in line or "longest" in line]


def test_what_is_doubtful_is_celebrated_neither_when_logged_nor_as_what_was_beaten(
    runner: Stride,
) -> None:
    assert stars(runner.ok("log", "run", "5k", "16:30", "--on", "2026-11-25")) == []
    assert stars(runner.ok("log", "run", "5k", "24:00")) == ["your fastest 5k by 34 s"]


def test_what_is_excluded_is_not_what_a_record_beats(runner: Stride) -> None:
    runner.ok("edit", "3,7", "--exclude-from-records", "--yes")
    assert stars(runner.ok("log", "run", "5k", "24:45")) == ["your fastest 5k by 25 s"]
    assert stars(runner.ok("log", "run", "5k", "24:40", "+no-record")) == []


def test_what_is_confirmed_is_what_a_record_beats(runner: Stride) -> None:
    runner.ok("log", "run", "5k", "16:30", "--on", "2026-11-25")
    runner.ok("edit", "last", "--include-in-records")
    assert stars(runner.ok("log", "run", "5k", "24:00")) == []
    assert holders(runner)["5k exact"] == 12


def test_a_longest_run_that_is_a_ride_is_not_the_one_to_beat(runner: Stride) -> None:
    runner.ok("log", "run", "40k", "2:05:00", "--on", "2026-11-25")
    assert stars(runner.ok("log", "run", "13k", "1:10:00")) == ["your longest run"]
