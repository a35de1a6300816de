"""What is exported and imported again is what it was."""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import options

from stridelog import exporters, importers
from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.additions import load
from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.domain.importing import Export, ExportedEntry, ImportItem, NewMeasures
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.quantity import known_units
from stridelog.domain.units import Dimension

HOSTILE = st.text(st.characters(), max_size=8) | st.sampled_from(
    [
        "=HYPERLINK(1)",
        "'=1",
        "''",
        "'\\",
        "'\\u0041",
        "\\",
        '"',
        '""',
        "\r",
        "\n",
        "\r\n",
        "a\rb",
        "\0",
        "\ud800",
        "\udc80",
        "\ufeff",
        "%0020",
        "a:b",
        "a,b;c\td|e",
        "[red]\x1b[0m",
        "🏃\u200d♀️",
        "\u2028",
        "\x85",
        "\x1c",
    ]
)
WORDS = HOSTILE.filter(bool)
LABELS = WORDS.filter(str.isprintable)
NAMES = st.text("abé-", min_size=1, max_size=4).filter(lambda name: name[0].isalpha())
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(
    datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("9999-12-30"), timezones=OFFSETS
)


@st.composite
def measures(draw: st.DrawFn, name: str, kind: Kind, summed: list[str]) -> Measure:
    dimension = draw(st.sampled_from(Dimension))
    terms = st.lists(
        st.builds(Term, st.sampled_from(summed or [""]), NUMBERS),
        min_size=1,
        max_size=2,
        unique_by=lambda term: term.measure,
    ).map(tuple)
    return Measure(
        name=name,
        kind=kind,
        dimension=dimension,
        direction=draw(st.sampled_from(Direction)),
        unit=draw(st.sampled_from(["", *known_units(dimension)])),
        weight=draw(st.sampled_from(["", *summed])) if kind is Kind.INTENSIVE else "",
        ratio=draw(st.builds(Ratio, terms, terms, NUMBERS)) if kind is Kind.DERIVED else None,
        retired=draw(st.booleans()),
    )


@st.composite
def activities(draw: st.DrawFn, name: str) -> Activity:
    summed = draw(st.lists(NAMES, unique=True, max_size=2))
    others = draw(st.lists(NAMES.map(lambda n: f"z{n}"), unique=True, max_size=2))
    kinds = [Kind.INTENSIVE, Kind.DERIVED] if summed else [Kind.INTENSIVE]
    return Activity(
        name=name,
        area=draw(LABELS),
        measures=(
            *(draw(measures(name, Kind.ADDITIVE, summed)) for name in summed),
            *(draw(measures(name, draw(st.sampled_from(kinds)), summed)) for name in others),
        ),
        retired=draw(st.booleans()),
    )


@st.composite
def exported(draw: st.DrawFn, known: list[Activity]) -> ExportedEntry:
    activity = draw(st.sampled_from(known))
    at = draw(TIMES).replace(microsecond=0)
    measured = [m.name for m in activity.loggable if draw(st.booleans())]
    entry = Entry(
        number=draw(st.integers(1, 2**63 - 1)),
        uid=draw(LABELS),
        activity=activity.name,
        at=at,
        day=at.date() + timedelta(days=draw(st.integers(-1, 1))),
        measurements={name: draw(NUMBERS) for name in measured},
        derived={},
        tags=tuple(draw(st.lists(WORDS, max_size=3))),
        place=draw(HOSTILE),
        gear=draw(HOSTILE),
        effort=draw(st.none() | st.integers(1, 10)),
        note=draw(HOSTILE),
    )
    return ExportedEntry(
        entry, tuple(draw(st.lists(st.builds(Origin, LABELS, LABELS), max_size=2)))
    )


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[Activity], list[ExportedEntry]]:
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=2))
    known = [draw(activities(name)) for name in names]
    return known, draw(st.lists(exported(known), max_size=3))


def as_draft(exported: ExportedEntry, row: int) -> Draft:
    entry = exported.entry
    return Draft(
        activity=entry.activity,
        at=entry.at,
        measurements=entry.measurements,
        tags=entry.tags,
        place=entry.place,
        gear=entry.gear,
        effort=entry.effort,
        note=entry.note,
        origins=exported.origins,
        uid=entry.uid,
        number=entry.number,
        row=row,
        day=entry.day,
    )


def module(package: ModuleType, name: str) -> ModuleType:
    return load(package.__name__, name)


def there_and_back(
    folder: Path, form: str, known: Iterable[Activity], entries: Iterable[ExportedEntry]
) -> list[ImportItem]:
    out = io.StringIO()
    module(exporters, form).write(Export({a.name: a for a in known}, entries), out)
    path = folder / f"export.{form}"
    path.write_bytes(out.getvalue().encode("utf-8"))
    reader = module(importers, f"stride_{form}")
    assert reader.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(reader.read(path, options()))


def offsets(items: Iterable[ImportItem]) -> list[timedelta | None]:
    return [item.at.utcoffset() for item in items if isinstance(item, Draft)]


@given(journals())
def test_json_gives_back_activities_and_entries(
    tmp_path_factory: pytest.TempPathFactory, journal: tuple[list[Activity], list[ExportedEntry]]
) -> None:
    known, entries = journal
    found = there_and_back(tmp_path_factory.getbasetemp(), "json", known, entries)
    drafts = [as_draft(entry, row) for row, entry in enumerate(entries, start=1)]
    assert found == [*known, *drafts]
    assert offsets(found) == offsets(drafts)


@given(journals())
def test_csv_gives_back_entries(
    tmp_path_factory: pytest.TempPathFactory, journal: tuple[list[Activity], list[ExportedEntry]]
) -> None:
    known, entries = journal
    found = there_and_back(tmp_path_factory.getbasetemp(), "csv", known, entries)
    drafts = [as_draft(entry, row) for row, entry in enumerate(entries, start=2)]
    assert [item for item in found if not isinstance(item, NewMeasures)] == drafts
    assert offsets(found) == offsets(drafts)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_smallest_and_largest_numbers_survive(tmp_path: Path, form: str) -> None:
    (run, *_) = built_in_activities()
    values = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, 10012.400390625, 1 / 3]
    entries = [
        ExportedEntry(
            Entry(
                1,
                "u",
                "run",
                datetime(2026, 1, 1, tzinfo=UTC),
                date(2026, 1, 1),
                {"distance": v},
                {},
            )
        )
        for v in values
    ]
    found = there_and_back(tmp_path, form, [run], entries)
    assert [i.measurements["distance"] for i in found if isinstance(i, Draft)] == values
