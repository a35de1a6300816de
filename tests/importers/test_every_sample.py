"""Every real file that lies beside the project imports, or is refused with the right sentence."""

from pathlib import Path

import pytest

from command_line import Stride

SHARED = Path(__file__).parents[3] / "shared" / "data"

REFUSED = {
    "fit/DeveloperData.fit": "when it was recorded",
    "fit/MonitoringFile.fit": "steps of whole days",
    "fit/Settings.fit": "settings",
    "fit/WeightScaleSingleUser.fit": "weight",
    "gpx/Mojstrovka.gpx": "no clock was set",
    "gpx/gpx1.0_with_all_fields.gpx": "less than a second",
    "gpx/gpx1.1_with_all_fields.gpx": "less than a second",
    "gpx/gpx_with_garmin_extension.gpx": "no track",
    "gpx/route.gpx": "a plan to go somewhere",
    "gpx/track-with-extremes.gpx": "without times",
    "gpx/track-with-less-sec-time.gpx": "less than a second",
    "gpx/unicode_with_bom.gpx": "no track",
    "tcx/malformed.tcx": "not well-formed",
    "apple_health/records/export.xml": "holds no workouts",
    "strava/full-export/bikes.csv": "lists gear",
    "strava/full-export/components.csv": "lists gear",
    "strava/full-export/shoes.csv": "lists gear",
}

NO_FORMAT = ("goals.csv", "localized-headers.txt")
"""What nothing can be made of, and what lies beside the samples."""

SAMPLES = sorted(
    path
    for folder in ("fit", "gpx", "tcx", "apple_health", "strava")
    for path in (SHARED / folder).rglob("*")
    if path.is_file()
)


@pytest.mark.skipif(not SAMPLES, reason="the samples are not here")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(SHARED)))
def test_every_sample_imports_or_is_refused(stride: Stride, sample: Path) -> None:
    stride.begin("log study 20m --on 2001-01-01")
    name = str(sample.relative_to(SHARED))
    if sample.name in NO_FORMAT:
        assert "in no format that stride knows" in stride.refused(1, "import", sample, "--yes")
    elif name in REFUSED:
        assert REFUSED[name] in stride.refused(1, "import", sample, "--yes")
    else:
        (file,) = stride.json("import", sample, "--yes")["files"]
        assert file["added"] > 0
        (again,) = stride.json("import", sample, "--yes")["files"]
        assert (again["added"], again["merged"], again["updated"]) == (0, 0, 0)


@pytest.mark.skipif(not SAMPLES, reason="the samples are not here")
def test_all_samples_together_import_once(stride: Stride) -> None:
    stride.ok("import", SHARED, "--yes")
    before = stride.kept()
    files = stride.json("import", SHARED, "--yes")["files"]
    assert {(f["added"], f["merged"], f["updated"]) for f in files} == {(0, 0, 0)}
    assert stride.kept() == before
