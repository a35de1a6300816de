"""Files that are damaged, or were made to do damage: refused in a sentence, or read in part."""

import csv
import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import OLDEST, csv_text, options, saved

from stridelog.domain.activity import Activity
from stridelog.domain.additions import load, names
from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, NewMeasures, Problem, Remark
from stridelog.importers._table import LONGEST_RECORD
from stridelog.importers.mapped.mapping import MappingError

OPTIONS = options("date=date", "activity=type", "distance=m", "note=note")

OF_THEIR_OWN = {"fit", "freshdesk", "gpx", "stride_jsonl", "tcx", "zendesk"}
"""Formats that cannot be cut or changed like any other, and have hostile tests of their own."""

FORMATS = tuple(sorted({*names("stridelog.importers")} - OF_THEIR_OWN))

EXAMPLES = {
    "apple_health": (
        '<HealthData locale="en"><Workout workoutActivityType="HKWorkoutActivityTypeRunning" '
        'sourceName="Über" startDate="2026-11-20 07:30:05 +0100"/><Workout sourceName="é 🏃" '
        'workoutActivityType="HKWorkoutActivityTypeYoga" startDate="2026-11-21 07:30:05 +0100">'
        "</Workout></HealthData>"
    ),
    "garmin": (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n"
        'Running,2026-11-20 07:30:05,false,"Früh, ""müde""",10.01,700,00:50:42,151\n'
        "Cycling,2026-11-21 07:30:05,true,Heim 🏠,20.5,--,01:02:03,--\n"
    ),
    "garmin_account": json.dumps(
        [
            {
                "summarizedActivitiesExport": [
                    {
                        "activityId": number,
                        "name": "é 🏃",
                        "activityType": "running",
                        "startTimeGmt": 1_763_620_205_000 + number * 86_400_000,
                        "startTimeLocal": 1_763_623_805_000 + number * 86_400_000,
                        "duration": 3_042_000.0,
                        "distance": 1_000_000.0,
                    }
                    for number in (1, 2)
                ]
            }
        ],
        ensure_ascii=False,
    ),
    "jrnl": json.dumps(
        {
            "tags": {"@home": 1},
            "entries": [
                {"title": "é 🏃", "body": "@home", "date": "2026-11-20", "time": "07:30"},
                {"title": "x", "date": "2026-11-21", "time": "07:30", "tags": ["@home"]},
            ],
        },
        ensure_ascii=False,
    ),
    "runkeeper": (
        "Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),"
        "Calories Burned,Climb (m),Average Heart Rate (bpm),Notes,GPX File\n"
        '2015-05-30 16:11:56,Running,,5.01,27:37,5:31,10.88,400,12,,"é\n""x""",a.gpx\n'
        "2015-05-31 16:11:56,Cycling,,15.01,57:37,3:50,15.6,400,12,,,b.gpx\n"
    ),
    "mapped": csv_text(
        [
            ["date", "type", "m", "note"],
            ["2026-11-20 07:30", "Run", "5000.5", "Über\r\nBrücken"],
            ["2026-11-21", "Walk", "3000", '"quoted"'],
        ]
    ),
    "strava": (
        f"{','.join(OLDEST)}\n"
        '7,2014-09-12 16:54:28,Heim 🏠,Ride,"Rain,\nrain",1468,6075.0,true,x,\n'
        '8,2014-09-13 16:54:28,"""Heim""",Ride,,1468,6075.0,false,,a.gpx\n'
    ),
    "stride_csv": (
        "number,uid,activity,at,day,place,tags,gear,effort,note,origins,duration (s)\n"
        '1,u1,chess,2026-11-20T20:00:00+01:00,2026-11-20,,,,,"é\n""x""",,3600.0\n'
        "2,u2,chess,2026-11-21T20:00:00+01:00,2026-11-21,,,,,'=1,csv:k,60.0\n"
    ),
    "stride_json": json.dumps(
        {
            "schema": "stride.export/1",
            "activities": [{"name": "chess", "area": "hobbies"}],
            "entries": [
                {"activity": "chess", "at": "2026-11-20T20:00:00+01:00", "note": "é 🏃"},
                {"activity": "chess", "at": "2026-11-21T20:00:00+01:00", "effort": 5},
            ],
        },
        ensure_ascii=False,
    ),
}


@pytest.fixture(params=FORMATS)
def importer(request: pytest.FixtureRequest) -> ModuleType:
    return load("stridelog.importers", request.param)


@pytest.fixture(autouse=True)
def limit_on_fields() -> Iterator[None]:
    before = csv.field_size_limit()
    yield
    assert csv.field_size_limit() == before


KINDS = (Draft, Activity, NewMeasures, Problem, Remark)


def outcome(importer: ModuleType, path: Path) -> list[object] | StrideError:
    """Read a file to its end; anything but items or an error that explains fails the test."""
    try:
        items = list(importer.read(path, OPTIONS))
    except (ImportFileError, MappingError) as error:
        return error
    assert all(isinstance(item, KINDS) for item in items)
    return items


def entries(found: list[object] | StrideError) -> list[Draft]:
    return [i for i in found if isinstance(i, Draft)] if isinstance(found, list) else []


def refusal(importer: ModuleType, path: Path) -> str:
    error = outcome(importer, path)
    assert isinstance(error, StrideError), error
    assert error.message.endswith(".")
    return error.message


def test_every_format_has_an_example_and_a_summary(importer: ModuleType) -> None:
    name = importer.__name__.rpartition(".")[2]
    assert importer.SUMMARY
    assert name in EXAMPLES


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_recognised_as_one_format_at_most(name: str) -> None:
    head = EXAMPLES[name].encode()
    known = {
        form
        for form in names("stridelog.importers")
        if load("stridelog.importers", form).sniff("a.csv", head)
    }
    assert known == ({name} - {"mapped"})


def test_a_missing_file_is_refused(importer: ModuleType, tmp_path: Path) -> None:
    assert refusal(importer, tmp_path / "no.csv") == f"There is no file {tmp_path / 'no.csv'}."


def test_a_folder_is_refused(importer: ModuleType, tmp_path: Path) -> None:
    assert refusal(importer, tmp_path) == f"{tmp_path} is a folder."


def test_a_path_that_cannot_be_is_refused(importer: ModuleType, tmp_path: Path) -> None:
    assert refusal(importer, tmp_path / "a\0b").endswith(" is no path.")
    assert "cannot be read" in refusal(importer, tmp_path / ("x" * 5000))
    assert "cannot be read" in refusal(importer, saved(tmp_path, "x") / "inside.csv")


def test_a_device_is_refused(importer: ModuleType) -> None:
    assert refusal(importer, Path("/dev/null")).endswith("is not a regular file.")


@pytest.mark.parametrize("content", ["", "\ufeff", "\n", "\n\n\r\n", " "])
def test_an_empty_file_is_refused(importer: ModuleType, tmp_path: Path, content: str) -> None:
    message = refusal(importer, saved(tmp_path, content))
    assert message.endswith("is empty.") or content


@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 100,
        bytes(range(256)),
        gzip.compress(b"date,type\n" * 100, mtime=0),
        b"\x0e\x10\xd9\x07\xff\x81.FIT",
        b"\xff\xfe" + b"\x00\xd8" * 5,
        b"\xff\xfe\x00\x00abc",
        b"caf\xc3\x81\x8d\xe9",
    ],
)
def test_a_file_that_is_no_text_is_refused(
    importer: ModuleType, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "activities.csv"
    path.write_bytes(content)
    assert not importer.sniff(path.name, content)
    assert "text" in refusal(importer, path)


@pytest.mark.parametrize("name", FORMATS)
def test_a_nul_anywhere_spoils_the_file(name: str, tmp_path: Path) -> None:
    path = saved(tmp_path, EXAMPLES[name] + "\0")
    assert "NUL" in refusal(load("stridelog.importers", name), path)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_beginning_of_a_file_is_read_in_part_or_refused(
    name: str, encoding: str, tmp_path: Path
) -> None:
    importer = load("stridelog.importers", name)
    content = EXAMPLES[name].encode(encoding)
    path = tmp_path / "cut"
    path.write_bytes(content)
    whole = [item for item in importer.read(path, OPTIONS) if isinstance(item, Draft)]
    assert len(whole) == 2
    step = 1 if encoding == "utf-8" else 7
    for end in range(1, len(content), step):
        path.write_bytes(content[:end])
        importer.sniff(path.name, content[:end])
        found = outcome(importer, path)
        drafts = (
            [item for item in found if isinstance(item, Draft)] if isinstance(found, list) else []
        )
        # In a table of somebody else's, nothing tells that the last cell of the file is cut.
        sure = drafts if name.startswith("stride") else drafts[:-1]
        assert sure == whole[: len(sure)]
        assert len(drafts) <= len(whole)


@pytest.mark.parametrize("name", FORMATS)
def test_no_changed_byte_makes_reading_fail(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    importer = load("stridelog.importers", name)
    content = EXAMPLES[name].encode()
    path = tmp_path_factory.mktemp("flipped") / "changed"

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        changed = content[:place] + junk + content[place + 1 :]
        path.write_bytes(changed or b"x")
        importer.sniff(path.name, changed)
        outcome(importer, path)

    check()


@pytest.mark.parametrize("name", FORMATS)
def test_no_bytes_make_reading_fail(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    importer = load("stridelog.importers", name)
    path = tmp_path_factory.mktemp("any") / "any"

    @given(st.binary())
    def check(content: bytes) -> None:
        path.write_bytes(content)
        importer.sniff(path.name, content)
        outcome(importer, path)

    check()


@pytest.mark.parametrize("name", ["mapped", "strava", "stride_csv"])
def test_a_field_of_ten_megabytes_is_read_like_any_other(name: str, tmp_path: Path) -> None:
    importer = load("stridelog.importers", name)
    example = EXAMPLES[name].replace('rain"', "rain" + "x" * 10_000_000 + '"')
    example = example.replace('Brücken"', "x" * 10_000_000 + '"').replace("é\n", "x" * 10_000_000)
    items = outcome(importer, saved(tmp_path, example))
    assert isinstance(items, list)
    assert [type(item) for item in items] == [Draft, Draft]
    assert isinstance(items[0], Draft)
    assert len(items[0].note) >= 10_000_000


@pytest.mark.parametrize("lines", [1, 10_000])
def test_a_quote_that_swallows_the_file_is_given_up_on(tmp_path: Path, lines: int) -> None:
    importer = load("stridelog.importers", "mapped")
    filler = ("x" * (2 * LONGEST_RECORD // lines) + "\n") * lines
    path = saved(tmp_path, f'date,type,m,note\n2026-11-20,Run,5,ok\n2026-11-21,Run,5,"{filler}')
    tracemalloc.start()
    try:
        items = outcome(importer, path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(items, list)
    assert isinstance(items[1], Problem)
    assert items[1].reason.startswith("It is longer than 16,777,216 characters.")
    assert peak < 160_000_000


def test_a_large_table_is_read_in_little_memory(tmp_path: Path) -> None:
    importer = load("stridelog.importers", "mapped")
    rows = "".join(f"2026-11-20 07:30:{n % 60:02},Run,{n + 1},{'x' * 2000}\n" for n in range(4_000))
    path = saved(tmp_path, f"date,type,m,note\n{rows}")
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Draft) for item in importer.read(path, OPTIONS))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 5_000_000


def test_a_large_export_is_read_in_little_memory(tmp_path: Path) -> None:
    importer = load("stridelog.importers", "stride_json")
    entry = {"activity": "chess", "at": "2026-11-20T20:00:00+01:00", "note": "x" * 2000}
    start = '{"schema": "stride.export/1", "activities": [], "entries": ['
    path = saved(tmp_path, start + ",\n".join([json.dumps(entry)] * 4_000) + "]}")
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Draft) for item in importer.read(path, OPTIONS))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 5_000_000
