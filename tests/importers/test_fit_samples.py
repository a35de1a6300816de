"""Real FIT files: their records against what the devices themselves say of the whole."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import fitdecode
import pytest
from import_examples import options

from stridelog.domain.entry import Draft
from stridelog.domain.importing import NothingToImportError, Problem, Remark
from stridelog.domain.track import STANDARD_EFFORTS, Summary
from stridelog.importers import fit
from stridelog.importers.fit.content import parts_of
from stridelog.importers.fit.drafts import activity_in, summary_of
from stridelog.importers.fit.legs import Leg, legs_of
from stridelog.importers.fit.recording import recording_of
from stridelog.importers.fit.times import set_right

SHARED = Path(__file__).parents[3] / "shared" / "data"
FILES = sorted(
    [*(SHARED / "fit").glob("*.fit"), *(SHARED / "strava/full-export/activities").glob("*.fit.gz")]
)

AGREE = 0.01
"""The share by which records and totals may differ."""

A_RECORD = 2.0
"""Seconds: of a track that is recorded once a second, the ends lie between two records."""

SHORTEST = min(STANDARD_EFFORTS)

NONE = {
    "DeveloperData.fit": "does not say when it was recorded.",
    "MonitoringFile.fit": "holds the steps of whole days, no activity.",
    "Settings.fit": "holds the settings of a device, no activity.",
    "WeightScaleSingleUser.fit": "holds measurements of weight, no activity.",
}
"""Files without an activity, and what is said of them."""

FOUND = {
    "12866632127.fit": ["run"],
    "2019-02-17-062644-ELEMNT-297E-195-0.fit": ["ride"],
    "4078723797.fit": ["ride"],
    "Activity.fit": ["run"],
    "activity-filecrc.fit": ["run"],
    "activity-large-fenxi2-multisport.fit": ["workout", "run", "run", "ride"],
    "activity-settings-nodata.fit": ["run"],
    "activity-small-fenix2-run.fit": ["run"],
    "activity-unexpected-eof.fit": ["run"],
    "antfs-dump.63.fit": ["run"],
    "coros-pace-2-cycling-misaligned-fields.fit": ["ride"],
    "garmin-edge-500-activity.fit": ["ride"],
    "garmin-fenix-5-basic.fit": ["run"],
    "garmin-fenix-5-run.fit": ["run"],
    "garmin-fenix-5-walk.fit": ["walk"],
    "nick.fit": ["ride"],
    "run.fit": ["run"],
    "sample-activity-indoor-trainer.fit": ["ride"],
}

REPORTED = {
    "activity-filecrc.fit": "does not match its checksum",
    "activity-settings-nodata.fit": "cut off after the last activity",
    "activity-unexpected-eof.fit": "cut off: what was recorded until 21:24:51 was taken",
    "nick.fit": "cut off: what was recorded until 17:02:21 was taken",
}


@pytest.fixture(params=FILES, ids=lambda path: path.name.removesuffix(".gz"))
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def active(sample: Path) -> Path:
    if sample.name in NONE:
        pytest.skip("there is no activity in it")
    return sample


def unpacked(sample: Path) -> bytes:
    content = sample.read_bytes()
    return gzip.decompress(content) if sample.suffix == ".gz" else content


@cache
def summed_up(sample: Path) -> tuple[tuple[Leg, Summary], ...]:
    """Return the legs of all parts of a file, and what their records tell."""
    recordings = [recording_of(part.data) for part in parts_of(unpacked(sample))]
    legs = [
        leg
        for recording in recordings
        if recording.sessions or recording.samples
        for leg in legs_of(set_right(recording)[0])
    ]
    return tuple(
        (leg, summed) for leg in legs if (summed := summary_of(leg, activity_in(leg))) is not None
    )


@pytest.mark.skipif(not FILES, reason="the sample data are not here")
def test_every_sample_is_named_here() -> None:
    names = {path.name.removesuffix(".gz") for path in FILES}
    assert names == NONE.keys() | FOUND.keys()


def test_a_sample_is_imported_or_refused_with_the_right_sentence(
    sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / sample.name.removesuffix(".gz")
    path.write_bytes(unpacked(sample))
    assert fit.sniff(path.name, path.read_bytes()[: 1 << 16])
    if path.name in NONE:
        with pytest.raises(NothingToImportError) as error:
            list(fit.read(path, options()))
        assert error.value.message == f"{path} {NONE[path.name]}"
        return
    items = list(fit.read(path, options()))
    assert [item.activity for item in items if isinstance(item, Draft)] == FOUND[path.name]
    assert not any(isinstance(item, Problem) for item in items)
    remarks = [item.text for item in items if isinstance(item, Remark)]
    expected = [REPORTED[path.name]] if path.name in REPORTED else []
    assert len(remarks) == len(expected) + (path.name == "nick.fit")
    assert all(any(words in text for text in remarks) for words in expected)


def test_the_records_agree_with_the_distance_of_the_session(active: Path) -> None:
    for leg, summed in summed_up(active):
        assert summed.remarks == ()
        total = leg.session.totals.distance
        if total is not None:
            assert summed.recorded["distance"] == pytest.approx(total, rel=AGREE)


def test_the_records_agree_with_the_timer_of_the_session(active: Path) -> None:
    for leg, summed in summed_up(active):
        total = leg.session.totals.duration
        if total is None:
            continue
        # Where a watch lost the events of its timer, all of the time is what can be compared.
        known = "elapsed" if leg.track.pauses is None else "duration"
        assert summed.recorded[known] == pytest.approx(total, rel=AGREE, abs=A_RECORD)


def laps(sample: Path) -> Iterator[tuple[float, float, float]]:
    """Yield start, seconds and metres of each lap, as fitdecode on its own reads them."""
    with fitdecode.FitReader(
        unpacked(sample),
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    ) as reader:
        try:
            for frame in reader:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "lap":
                    start = frame.get_value("start_time", fallback=None)
                    seconds = frame.get_value("total_elapsed_time", fallback=None)
                    metres = frame.get_value("total_distance", fallback=None)
                    if isinstance(start, datetime) and seconds and metres:
                        yield start.timestamp(), seconds, metres
        except fitdecode.FitError:
            return


def test_best_efforts_are_no_slower_than_the_laps(active: Path) -> None:
    for start, seconds, metres in laps(active):
        for leg, summed in summed_up(active):
            if not (0 <= start - summed.start + A_RECORD < summed.recorded["elapsed"]):
                continue
            for effort in summed.segments:
                # A lap holds so many stretches of this length, of which one is the fastest.
                times = int(metres // effort.metres)
                if times:
                    assert effort.seconds <= (1 + AGREE) * seconds / times + A_RECORD
            assert summed.segments or leg.session.totals.distance is None or metres < SHORTEST


def test_laps_of_a_kilometre_bound_the_fastest_kilometre() -> None:
    sample = SHARED / "fit" / "run.fit"
    if not sample.exists():
        pytest.skip("the sample data are not here")
    ((_, summed),) = summed_up(sample)
    fastest = next(effort for effort in summed.segments if effort.metres == 1000.0)
    kilometres = [seconds for _, seconds, metres in laps(sample) if metres == 1000.0]
    assert len(kilometres) == 5
    assert 0.8 * min(kilometres) < fastest.seconds <= min(kilometres)
    five = next(effort for effort in summed.segments if effort.metres == 5000.0)
    assert five.seconds == pytest.approx(sum(kilometres), rel=0.002)


def test_the_legs_of_the_multisport_file_are_apart() -> None:
    sample = SHARED / "fit" / "activity-large-fenxi2-multisport.fit"
    if not sample.exists():
        pytest.skip("the sample data are not here")
    found = [leg for leg, _ in summed_up(sample)]
    spans = [(leg.track.samples[0].at, leg.track.samples[-1].at) for leg in found]
    assert all(ended < began for (_, ended), (began, _) in pairwise(spans))
    # Its first session says 08:00, when the watch had been recording for three quarters of an hour.
    assert [datetime.fromtimestamp(leg.start or 0, UTC).hour for leg in found] == [7, 10, 11, 13]


def test_the_library_is_loaded_by_reading_alone() -> None:
    code = (
        "import sys; from stridelog.importers import fit; fit.sniff('a', b'x' * 20);"
        " sys.exit('fitdecode' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, env=os.environ).returncode == 0
