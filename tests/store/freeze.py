"""Freezes the schema: makes the journal that later versions are tested with.

    python tests/store/freeze.py

writes ``journals/version-N.db`` and ``journals/version-N.json`` (what is in it), for the version N
that ``connect.VERSION`` names, and for version 1 the text of the first migration. To be run again
whenever ``store/tables/`` changes, until version N is released; from then on what it wrote stays as
it is, and a change of it is version N + 1 with a migration of its own, written by hand.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from example_journals import NOW, add, at, run, stamp

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import Cadence, CadenceChange, Protection, Rules, SkipChange
from stridelog.domain.entry import Draft, Origin, Segment
from stridelog.domain.filters import Filters
from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Target, Version
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.period import Span
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension
from stridelog.store import history, migrate
from stridelog.store.catalog import activities
from stridelog.store.connect import VERSION
from stridelog.store.reading.exported import every
from stridelog.store.reading.goals import goals
from stridelog.store.reading.rules import said
from stridelog.store.taking_in import take_in
from stridelog.store.writing import Journal, open_journal

JOURNALS = Path(__file__).with_name("journals")

FIRST = migrate.FOLDER / "versions" / "0001_first_schema.sql"

THEN, NOW_DAY = date(2021, 11, 25), date(2026, 11, 20)

CLIMBING = Activity(
    "climbing",
    "fitness",
    (
        Measure("routes", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER),
        Measure("falls", Kind.ADDITIVE, Dimension.COUNT, Direction.LOWER),
        Measure("grip", Kind.INTENSIVE, Dimension.MASS, Direction.HIGHER, "kg", weight="routes"),
        Measure(
            "safety",
            Kind.DERIVED,
            Dimension.FRACTION,
            Direction.HIGHER,
            ratio=Ratio((Term("routes"), Term("falls", -1.0)), (Term("routes"),)),
        ),
    ),
)


PAUSE = Protection(Span(date(2026, 3, 2), date(2026, 4, 12)), reason="Knie, „rechts“ [red]")

RUN_RULES = Rules(
    cadences=(
        CadenceChange(THEN, Cadence(2, "week")),
        CadenceChange(NOW_DAY, Cadence(3, "week")),
    ),
    protections=(PAUSE, Protection(Span(NOW_DAY, date.max), frozenset({0, 4}))),
)

WHOLE_RULES = Rules(
    protections=(Protection(Span(NOW_DAY, date.max)),), skips=(SkipChange(THEN, 2),)
)

DISTANCE = Version(
    since=THEN,
    kind="total",
    first=date(2026, 1, 1),
    deadline=date(2026, 12, 31),
    scope=Scope("run", "distance", not_tags=("treadmill",)),
    target=Target(1_500_000.0),
    steps=(Step(date(2026, 6, 30), value=700_000.0), Step(NOW_DAY, "Buy shoes", done=NOW_DAY)),
)

GOAL = Goal(
    (
        DISTANCE,
        replace(DISTANCE, since=NOW_DAY, target=Target(1_400_000.0), steps=(), status="paused"),
    ),
    title="Run more, „vielleicht“ [red]",
    why="Stairs.",
    area="fitness",
    event="City marathon",
    rank="A",
    shared=True,
    reviews=(
        Review(THEN, commitment=Commitment("long run on Saturday", kept=False)),
        Review(NOW_DAY, "paused", Commitment("3 runs", Scope("run", tags=("hill",)), 3.0)),
    ),
    notes=(Note(NOW_DAY, "Go on!", "sam"),),
)


def live(journal: Journal) -> None:
    """Do a little of everything that leaves traces in a journal."""
    first = run(THEN, 10_000, 3_106, note="Felt like flying.", tags=("race",), place="turkey-trot")
    ride = Draft("ride", at(THEN), {"distance": 42_000.0, "duration": 5_400.0, "power": 201.5})
    shift = {"duration": 28_800.0, "tickets": 29.0, "csat": 0.92, "responses": 12.0}
    answers = {"promoters": 7.0, "passives": 3.0, "detractors": 2.0}
    add(journal, first, ride, Draft("shift", at(NOW_DAY, 6), {**shift, **answers}, effort=7))
    with journal.change(stamp("activities add climbing")) as change:
        change.add_activity(CLIMBING)
    with journal.change(stamp("import activities.csv")) as change:
        imported = {"gear": "Pegasus 41", "note": 'Öl, "müde" [red] 🏃\nzweite Zeile'}
        change.add(
            [
                run(NOW_DAY, 5_021.3, 1_499.5, origins=(Origin("strava", "1"),), **imported),
                run(
                    NOW_DAY, 21_100, 6_600, origins=(Origin("strava", "2"),), tags=("race", "snow")
                ),
                Draft("climbing", at(NOW_DAY, 19), {"routes": 8.0, "falls": 3.0, "grip": 41.5}),
            ]
        )
    with journal.change(stamp("edit 1 +stroller")) as change:
        change.replace(1, run(THEN, 10_050, 3_106, tags=("race", "stroller")))
    with journal.change(stamp("delete 5")) as change:
        change.delete([5])
    with journal.change(stamp("cadence run 3/week")) as change:
        change.set_rules("run", RUN_RULES)
    with journal.change(stamp("pause everything")) as change:
        change.set_rules(None, WHOLE_RULES)
    with journal.change(stamp("import 1.fit")) as change:
        watch = run(
            NOW_DAY,
            21_097.5,
            6_590,
            origins=(Origin("fit", "a"),),
            segments=(Segment(5_000.0, 1_480.5, 312.0), Segment(10_000.0, 3_010.0, 12.5)),
        )
        assert take_in(change, [watch], Notation(), lambda _: None, "1.fit").added == 1
    with journal.change(stamp("goals add")) as change:
        change.add_goal(GOAL)
    with journal.change(stamp("duplicates keep 4 7")) as change:
        change.tell_apart(4, 7)
    add(journal, Draft("extra-mile", at(NOW_DAY, 20), note="Stayed late for a caller."))
    with journal.swap() as swap:
        history.undo(swap)


def told(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return what a journal holds, as JSON can: what no migration may change."""
    return {
        "activities": [
            {"name": a.name, "area": a.area, "measures": [m.name for m in a.measures]}
            for a in activities(connection).values()
        ],
        "entries": [
            {
                "number": (entry := found.entry).number,
                "uid": entry.uid,
                "activity": entry.activity,
                "at": entry.at.isoformat(),
                "day": entry.day.isoformat(),
                "measurements": dict(entry.measurements),
                "derived": dict(entry.derived),
                "tags": list(entry.tags),
                "place": entry.place,
                "gear": entry.gear,
                "effort": entry.effort,
                "note": entry.note,
                "origins": [[origin.source, origin.key] for origin in found.origins],
            }
            for found in every(connection, Filters())
        ],
        "rules": [
            {
                "activity": activity,
                "cadences": [[str(c.since), str(c.cadence), c.uid] for c in rules.cadences],
                "protections": [
                    [str(p.span.first), str(p.span.last), sorted(p.weekdays), p.reason, p.uid]
                    for p in rules.protections
                ],
                "skips": [[str(s.since), s.skips, s.uid] for s in rules.skips],
            }
            for activity, rules in said(connection).items()
        ],
        "told": [
            [found.entry.number, origin.source, origin.told, origin.file, origin.taken_at]
            for found in every(connection, Filters())
            for origin in found.origins
        ],
        "segments": [
            [found.entry.number, segment.metres, segment.seconds, segment.start]
            for found in every(connection, Filters())
            for segment in found.segments
        ],
        "goals": [json.loads(json.dumps(asdict(goal), default=str)) for goal in goals(connection)],
        "distinct": connection.execute("SELECT * FROM distinct_pair").fetchall(),
    }


def schema(connection: sqlite3.Connection) -> Iterator[str]:
    """Give the statements that make the schema of a new journal, and the rows it begins with."""
    for (sql,) in connection.execute(
        """
        SELECT sql FROM sqlite_master
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entry_words_%'
        ORDER BY rowid
        """
    ):
        yield "\n".join(line.rstrip() for line in sql.strip().splitlines())
    rows = connection.execute("SELECT * FROM standard_distance ORDER BY shortest")
    for name, shortest, longest in rows:
        values = f"'{name}', {shortest!r}, {longest!r}"
        yield f"INSERT INTO standard_distance VALUES ({values})"  # noqa: S608 (own names)
    for pragma in ("application_id", "user_version"):
        (value,) = connection.execute(f"PRAGMA {pragma}").fetchone()
        yield f"PRAGMA {pragma} = {value}"


def freeze() -> None:
    """Write the frozen journal and, for version 1, the first migration."""
    with TemporaryDirectory() as folder:
        journal = open_journal(Path(folder) / "journal.db", NOW)
        with closing(sqlite3.connect(journal.path)) as connection:
            first = ";\n\n".join(schema(connection)) + ";\n"
        live(journal)
        frozen = JOURNALS / f"version-{VERSION}.db"
        with closing(sqlite3.connect(journal.path)) as connection:
            connection.execute("VACUUM")
            document = json.dumps(told(connection), ensure_ascii=False, indent=1)
        frozen.write_bytes(journal.path.read_bytes())
    frozen.with_suffix(".json").write_text(f"{document}\n", encoding="utf-8")
    if VERSION == 1:
        FIRST.write_text(first, encoding="utf-8")


if __name__ == "__main__":
    freeze()
