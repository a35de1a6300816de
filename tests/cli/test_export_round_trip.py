"""Whatever a journal holds: what is exported and imported into an empty journal is the same."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection, connect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.account import told
from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.additions import load
from stridelog.domain.cadence import CADENCE_UNITS, Cadence, Protection, Rules
from stridelog.domain.circumstances import gear_name, note_text, place_name, tag_name
from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft, Origin, Segment
from stridelog.domain.errors import StrideError
from stridelog.domain.filters import Filters
from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Target, Version
from stridelog.domain.importing import Export, ImportOptions
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.period import Span
from stridelog.domain.quantity import Notation
from stridelog.domain.rule_words import reason_text
from stridelog.domain.rules import with_cadence, with_skips
from stridelog.domain.units import Dimension
from stridelog.store.catalog import activities
from stridelog.store.change import Stamp
from stridelog.store.reading.exported import deleted_origins, distinct, every
from stridelog.store.reading.goals import goals
from stridelog.store.reading.rules import said
from stridelog.store.taking_in import take_in
from stridelog.store.writing import Journal, empty_journal

READ_BY = {"json": "stride_json", "jsonl": "stride_json", "csv": "stride_csv"}
"""The formats that stride reads back, and what reads them."""

NOW = datetime(2026, 11, 26, 8, 12, tzinfo=timezone(timedelta(hours=1)))

OWN = Activity(
    "escalade-été",
    "hobbies",
    (
        Measure("routes", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER),
        Measure("falls", Kind.ADDITIVE, Dimension.COUNT, Direction.LOWER, retired=True),
        Measure("grade", Kind.INTENSIVE, Dimension.SCORE, Direction.HIGHER, weight="routes"),
        Measure(
            "clean",
            Kind.DERIVED,
            Dimension.FRACTION,
            Direction.HIGHER,
            ratio=Ratio((Term("routes"), Term("falls", -1.0)), (Term("routes"),)),
        ),
    ),
    retired=True,
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["=1+1", "'", "''=", "'\\u0041", "a\rb\r\nc\n", "\0", "\ufeffx", "x\u2028y", "%0020", "#note:"]
)

AMOUNTS = {
    Dimension.DISTANCE: st.floats(1e-6, 5e6),
    Dimension.ELEVATION: st.floats(1e-6, 5e4),
    Dimension.DURATION: st.floats(1e-6, 366 * 86_400.0),
    Dimension.MASS: st.floats(1e-6, 1e6),
    Dimension.COUNT: st.floats(0, 1e6),
    Dimension.FRACTION: st.floats(0, 1),
    Dimension.HEART_RATE: st.floats(20, 250),
    Dimension.POWER: st.floats(0, 2_500),
    Dimension.SCORE: st.floats(-1e9, 1e9),
}

TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1))  # noqa: DTZ001 (gets its offset)
OFFSETS = st.integers(-56, 56).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


def kept(read: object, text: str) -> str:
    """Return a text as a journal keeps it, "" where it would be refused."""
    assert callable(read)
    try:
        return str(read(text))
    except StrideError:
        return ""


@st.composite
def drafts(draw: st.DrawFn, number: int) -> Draft:
    """Make up an entry that a person could have made, through one door or another."""
    sources = draw(st.sampled_from([(), ("strava",), ("csv", "a:b %")]))
    draft = draw(told_drafts(number))
    return replace(
        draft,
        origins=tuple(
            Origin(
                source,
                f"{number} {draw(TEXTS.filter(str.isprintable))}",
                told=told(draw(told_drafts(number))) if draw(st.booleans()) else "",
                file=draw(TEXTS),
                taken_at=draw(st.sampled_from(["", "2020-02-29T08:00:00+00:00"])),
            )
            for source in sources
        ),
    )


@st.composite
def told_drafts(draw: st.DrawFn, number: int) -> Draft:
    """Make up what a source could have told of an entry."""
    activity = draw(st.sampled_from([*built_in_activities(), OWN]))
    at = draw(TIMES).replace(microsecond=0, tzinfo=draw(OFFSETS))
    tags = {kept(tag_name, text) for text in draw(st.lists(TEXTS, max_size=3))} - {""}
    measures = [m for m in activity.measures if m.ratio is None and draw(st.booleans())]
    return Draft(
        activity=activity.name,
        at=at,
        measurements={m.name: draw(AMOUNTS[m.dimension]) for m in measures},
        tags=tuple(sorted(tags)),
        place=kept(place_name, draw(TEXTS)),
        gear=kept(gear_name, draw(TEXTS)),
        effort=draw(st.none() | st.integers(1, 10)),
        note=note_text(draw(TEXTS)),
        number=number,
        day=at.date() + timedelta(days=draw(st.integers(-1, 0))),
        segments=tuple(
            Segment(metres, draw(st.floats(1e-3, 1e5)), draw(st.floats(0, 1e5)))
            for metres in sorted(draw(st.sets(st.sampled_from([400.0, 1609.344, 42_195.0]))))
        ),
        wall_clock=draw(st.booleans()),
    )


@st.composite
def journals(draw: st.DrawFn) -> list[Draft]:
    """Make up what a journal holds, with gaps in its numbers."""
    numbers = sorted(draw(st.sets(st.integers(1, 40), max_size=4)))
    return [draw(drafts(number)) for number in numbers]


@cache
def emptied(_name: str) -> tuple[Journal, Connection]:
    """Return a journal in memory for each name, and what it was when it was new."""
    journal, untouched = empty_journal(NOW), connect(":memory:")
    with journal.change(Stamp("", NOW, "")) as change:
        change.add_activity(OWN)
    journal.look().backup(untouched)
    return journal, untouched


def new(name: str) -> Journal:
    """Return a journal in memory as a new one is."""
    journal, untouched = emptied(name)
    untouched.backup(journal.look())
    return journal


def exported(journal: Journal, form: str) -> str:
    """Return the export of a journal."""
    out = io.StringIO()
    connection = journal.look()
    export = Export(
        activities(connection),
        every(connection, Filters()),
        deleted_origins(connection),
        distinct(connection),
        said(connection),
        goals(connection),
    )
    load("stridelog.exporters", form).write(export, out)
    return out.getvalue()


def imported(journal: Journal, form: str, file: Path) -> None:
    """Take a file into a journal."""
    options = ImportOptions(UTC, Notation(), DateOrder.DAY_FIRST, {})
    items = load("stridelog.importers", READ_BY[form]).read(file, options)
    with journal.change(Stamp("import", NOW, ""), time()) as change:
        outcome = take_in(change, items, Notation(), lambda _rows: None, str(file))
    assert outcome.problems == ()


DAYS = st.dates(date(1970, 1, 2), date(2100, 1, 1))

PROTECTIONS = st.builds(
    Protection,
    st.builds(lambda day, more: Span(day, day + timedelta(more)), DAYS, st.integers(0, 900))
    | st.builds(Span, DAYS, st.just(date.max)),
    st.frozensets(st.integers(0, 6), min_size=1, max_size=6),
) | st.builds(
    Protection,
    st.builds(Span, DAYS, st.just(date.max)),
    reason=TEXTS.map(lambda text: kept(reason_text, text)),
)


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    """Make up what a person could have set for the streaks of an activity."""
    found = Rules(protections=tuple(draw(st.lists(PROTECTIONS, max_size=3, unique=True))))
    for day in draw(st.lists(DAYS, max_size=3)):
        cadence = Cadence(draw(st.integers(1, 24)), draw(st.sampled_from(CADENCE_UNITS)))
        found = with_cadence(with_skips(found, draw(st.integers(0, 31)), day), cadence, day)
    return found


SCOPES = st.builds(
    Scope,
    st.just(OWN.name),
    st.sampled_from(["", "routes", "grade", "clean"]),
    tags=st.sampled_from([(), ("a", "b")]),
    not_tags=st.sampled_from([(), ("c",)]),
    place=TEXTS.map(lambda text: kept(place_name, text)),
)

VALUES = st.floats(-1e6, 1e6)

STEPS = st.builds(Step, DAYS, TEXTS.map(note_text), st.none() | VALUES, st.none() | DAYS)


@st.composite
def versions(draw: st.DrawFn, since: date) -> Version:
    """Make up what a goal asks for from a day on."""
    kind = draw(st.sampled_from(["total", "rate", "change", "do"]))
    days = st.lists(DAYS, min_size=2, max_size=2).map(sorted)
    against = draw(days if kind == "change" else st.none() | days)
    target = st.builds(Target, VALUES, st.sampled_from(["at least", "at most"]), st.just("week"))
    return Version(
        since,
        kind,
        since,
        draw(st.none() | st.integers(0, 900).map(lambda more: since + timedelta(more))),
        draw(SCOPES),
        None if kind == "do" else draw(target),
        Span(*against) if against else None,
        tuple(sorted(draw(st.lists(STEPS, max_size=2)), key=lambda step: step.by)),
        draw(st.sampled_from(["open", "paused", "closed"])),
    )


PROMISES = st.builds(
    Commitment,
    TEXTS.map(note_text).filter(bool),
    st.none()
    | st.builds(Scope, st.just(OWN.name), st.just("routes"), tags=st.sampled_from([(), ("a",)])),
    st.just(3.0),
    st.none() | st.booleans(),
).map(lambda promise: promise if promise.scope else replace(promise, value=0.0))


@st.composite
def aims(draw: st.DrawFn) -> Goal:
    """Make up a goal with its history."""
    answers = st.none() | st.booleans()
    return Goal(
        tuple(draw(versions(day)) for day in sorted(draw(st.sets(DAYS, min_size=1, max_size=3)))),
        title=note_text(draw(TEXTS)),
        why=note_text(draw(TEXTS)),
        area=draw(st.sampled_from(["", "fitness"])),
        rank=draw(st.sampled_from(["", "A"])),
        shared=draw(st.booleans()),
        reviews=tuple(
            Review(day, "kept", draw(st.none() | PROMISES), draw(answers))
            for day in sorted(draw(st.sets(DAYS, max_size=2)))
        ),
        notes=tuple(Note(day, "Go on!", "sam") for day in sorted(draw(st.sets(DAYS, max_size=2)))),
        number=draw(st.integers(0, 9)),
    )


@given(made=journals(), whole=rules(), own=rules(), aimed=st.lists(aims(), max_size=2))
def test_an_empty_journal_becomes_the_one_that_was_exported(
    tmp_path_factory: pytest.TempPathFactory,
    made: Sequence[Draft],
    whole: Rules,
    own: Rules,
    aimed: Sequence[Goal],
) -> None:
    first = new("first")
    with first.change(Stamp("log", NOW, "")) as change:
        numbers = change.add(made)
        for one, other in pairwise(numbers):
            change.tell_apart(one, other)
        change.set_rules(None, whole)
        change.set_rules(OWN.name, own)
        for goal in aimed:
            change.add_goal(goal)
    for form in READ_BY:
        second = new("second")
        file = tmp_path_factory.getbasetemp() / f"journal.{form}"
        export = exported(first, form)
        file.write_bytes(export.encode())
        imported(second, form, file)
        assert exported(second, form) == export
        if form == "json":
            assert said(second.look()) == said(first.look())
        if form != "csv":
            assert goals(second.look()) == goals(first.look())
