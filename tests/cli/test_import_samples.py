"""The figures that a real history must give, on the samples where they lie beside the checkout."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from command_line import Stride

SHARED = Path(__file__).parents[3] / "shared" / "data"
STRAVA = SHARED / "strava" / "activities-99-columns.csv"
RUNS = SHARED / "runs" / "runs-2012-2024.csv"

needs_strava = pytest.mark.skipif(not STRAVA.exists(), reason="the sample is not here")
needs_runs = pytest.mark.skipif(not RUNS.exists(), reason="the sample is not here")

IMPORT_STRAVA = f"import '{STRAVA}' --timezone UTC --yes"
IMPORT_RUNS = (
    f"import '{RUNS}' --map date=date --map activity=type --map distance=distance_m:m "
    "--map duration=moving_time --map heart-rate=average_heartrate --timezone UTC --yes"
)


@pytest.fixture
def strava(stride: Stride) -> Stride:
    """Begin with a Strava export, on the day of its last activity."""
    return stride.at("2025-08-25T20:00:00").begin(IMPORT_STRAVA)


@pytest.fixture
def runs(stride: Stride) -> Stride:
    """Begin with twelve years of runs."""
    return stride.at("2024-12-05T20:00:00").begin(IMPORT_RUNS)


def row(document: dict[str, Any], activity: str, measure: str) -> dict[str, Any]:
    """Return the row of a measure that mixes all distances."""
    rows = (r for r in document["rows"] if r["group"] is None)
    return next(r for r in rows if (r["activity"], r["measure"]) == (activity, measure))


def metres(stride: Stride, activity: str, span: dict[str, str]) -> float:
    entries = stride.json("list", activity, "--since", span["from"], "--until", span["to"])
    values = (entry["values"] for entry in entries["entries"])
    return float(sum(v["distance"]["value"] for v in values if "distance" in v))


@needs_strava
def test_a_strava_export_comes_in_whole_and_once(strava: Stride) -> None:
    assert strava.json("list")["total"] == 1845
    (again,) = strava.json("import", STRAVA, "--timezone", "UTC", "--yes")["files"]
    assert (again["read"], again["added"], again["known"]) == (1845, 0, 1845)


@needs_strava
def test_five_years_of_strava_compare_as_they_must(strava: Stride) -> None:
    document = strava.json("compare", "--years", "5")
    assert document["now"] == {"from": "2025-05-27", "to": "2025-08-25"}
    pace = row(document, "run", "pace")
    assert (pace["then"]["n"], pace["now"]["n"]) == (5, 24)
    assert round(pace["then"]["typical"], 2) == 298.64
    assert round(pace["now"]["typical"], 2) == 319.86
    assert round(metres(strava, "run", document["then"]), 1) == 30_260.3
    assert round(metres(strava, "run", document["now"]), 1) == 185_089.3
    assert metres(strava, "run", document["now"]) / 13 == pytest.approx(
        row(document, "run", "distance")["now"]["per_week"]
    )


@needs_strava
def test_rides_compare_as_they_must(strava: Stride) -> None:
    speed = row(strava.json("compare", "ride", "--years", "5"), "ride", "speed")
    counts = (speed["then"]["n"], speed["now"]["n"])
    paces = [round(1000 / speed[side]["typical"], 2) for side in ("now", "then")]
    assert (sorted(counts), sorted(paces)) == ([51, 57], [204.26, 213.88])


@needs_strava
def test_a_false_5k_inside_a_ride_saved_as_a_run_is_doubtful_and_no_record(
    strava: Stride,
) -> None:
    document = strava.json("records", "run")
    (entry,) = strava.json("list", "--since", "2022-04-27", "--until", "2022-04-27")["entries"]
    false = entry["number"]
    doubtful = [each for each in document["doubtful"] if each["number"] == false]
    assert entry["activity"] == "run"
    assert "5k" in {each["distance"] for each in doubtful}
    assert {each["doubt"]["reason"] for each in doubtful} == {"pace"}
    held = {step["number"] for row in document["records"] for step in row["history"]}
    assert false not in held


@needs_strava
def test_what_strava_flagged_and_a_fault_of_a_track_are_doubtful_and_nothing_else(
    strava: Stride,
) -> None:
    doubtful = strava.json("records", "run")["doubtful"]
    assert {(each["day"], each["doubt"]["reason"]) for each in doubtful} == {
        ("2022-04-27", "pace"),  # flagged
        ("2024-08-01", "rests"),  # up to 11.8 m/s, and stood still for half of the time
        ("2024-11-23", "rests"),  # flagged
    }


@needs_runs
def test_of_twelve_honest_years_nothing_is_doubtful(runs: Stride) -> None:
    assert runs.json("records")["doubtful"] == []


@needs_strava
def test_an_import_is_undone_and_done_again_whole(strava: Stride) -> None:
    before = strava.kept()
    strava.ok("undo")
    assert strava.json("list")["total"] == 0
    assert strava("undo").code == 3
    strava.ok("redo")
    assert strava.kept() == before


@needs_runs
def test_twelve_years_of_runs_come_in_by_a_map(stride: Stride) -> None:
    dry_run = shlex.split(IMPORT_RUNS.replace("--yes", "--dry-run"))
    stride.at("2024-12-05T20:00:00")
    page = stride.ok(*dry_run)
    (file,) = stride.json(*shlex.split(IMPORT_RUNS))["files"]
    assert (file["read"], file["added"], len(file["repeated"])) == (3089, 3086, 3)
    assert file["problems"] == []
    lines = RUNS.read_text().splitlines()
    for number in file["repeated"]:
        assert lines.index(lines[number - 1]) < number - 1
        assert f"row {number}: stands in the file twice" in page
    assert stride.json("list", "run")["total"] == 3073


@needs_runs
def test_the_streak_of_a_runner_is_what_it_must_be(runs: Stride) -> None:
    (days,) = [s for s in runs.json("streaks", "run")["streaks"] if s["unit"] == "day"]
    assert (days["current"]["length"], days["longest"]["length"]) == (268, 268)


@needs_runs
def test_five_years_of_runs_compare_as_they_must(runs: Stride) -> None:
    pace = row(runs.json("compare", "run", "--years", "5"), "run", "pace")
    then, now = pace["then"], pace["now"]
    assert (then["n"], round(then["typical"], 2)) == (98, 306.51)
    assert (now["n"], round(now["typical"], 2)) == (120, 301.38)


@needs_strava
@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_real_history_survives_export_and_import(
    strava: Stride, tmp_path: Path, form: str
) -> None:
    export = strava.ok("export", "--format", form)
    file = tmp_path / f"journal.{form}"
    file.write_text(export, encoding="utf-8", newline="")
    strava.monkeypatch.setenv("STRIDE_JOURNAL", str(tmp_path / "second.db"))
    strava.ok("import", file, "--yes")
    assert strava.ok("export", "--format", form) == export
