"""Writes ``docs/schema.md`` out of a journal, with examples that are executed in it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from inspect import getdoc
from textwrap import fill
from types import ModuleType

from example_journals import add, at, journal_in_memory, run
from schema_meanings import COLUMNS, KEPT_READY, VIEWS
from sqlalchemy import Table
from sqlmodel import SQLModel

from stridelog.domain.entry import Draft
from stridelog.domain.units import BASE_UNIT
from stridelog.store.connect import VERSION
from stridelog.store.tables.schema import PARTS


def _meanings(part: ModuleType) -> Iterator[tuple[str, str]]:
    for it in vars(part).values():
        if isinstance(it, Table) and it.comment:
            yield it.name, it.comment
        elif isinstance(it, type) and issubclass(it, SQLModel) and it is not SQLModel:
            yield str(it.__tablename__), " ".join((getdoc(it) or "").split())


MADE = {name: meaning for part in PARTS for name, meaning in _meanings(part)}
"""The tables of what a person made, and what they are."""

WIDTH = 100
"""Letters of a line of text."""

INTRODUCTION = f"""\
# The schema of a journal

A journal is one SQLite database, and it is yours: any program that reads SQLite can look into it
([Datasette](https://datasette.io), [sqlite-utils](https://sqlite-utils.datasette.io), a
spreadsheet, `sqlite3` itself). Where it lies is said by `STRIDE_JOURNAL` or `--journal`; on Linux
it is `~/.local/share/stride/journal.db` otherwise.

Look, but do not write: what stride keeps ready would no longer be what the entries say, and no
change could be undone. To change many entries at once, use `stride export` and `stride import`.

This is version {VERSION} of the schema. `PRAGMA user_version` tells a journal's version, and
`PRAGMA application_id` (0x53545244, the letters STRD) that it is one. An older journal is brought
up to date when a newer stride opens it; a copy of it is made beside it first. The two views for
other programs keep their columns from version to version.

Values are in base units, which the dimension of a measure tells:
"""

EXAMPLES = (
    (
        "Pace by year",
        "The pace of a year is all its time over all its distance, not the mean of its paces.",
        """\
SELECT substr(day, 1, 4) AS year, count(*) AS runs,
  round(sum(value * weight) / sum(weight), 1) AS "s/km"
FROM journal_value
WHERE activity = 'run' AND measure = 'pace'
GROUP BY year ORDER BY year""",
    ),
    (
        "Kilometres on each pair of shoes",
        "The two views meet at the entry's number.",
        """\
SELECT gear, count(*) AS runs, sum(value) / 1000 AS km, max(journal.day) AS last
FROM journal JOIN journal_value USING (number)
WHERE gear <> '' AND measure = 'distance'
GROUP BY gear ORDER BY km DESC""",
    ),
    (
        "Is a shift better on a day with a run?",
        "CSAT is weighted by the responses that stand behind it.",
        """\
SELECT CASE WHEN day IN (SELECT day FROM journal WHERE activity = 'run')
    THEN 'run' ELSE 'no run' END AS that_day,
  count(*) AS shifts, round(100 * sum(value * weight) / sum(weight), 1) AS "csat, %"
FROM journal_value
WHERE activity = 'shift' AND measure = 'csat'
GROUP BY that_day ORDER BY that_day""",
    ),
)
"""A title, what there is to know, and the question."""


def example_journal() -> sqlite3.Connection:
    """Return a journal for the examples."""
    journal = journal_in_memory()
    runs = (
        (date(2021, 11, 14), 5_000, 1_560, "Ghost 13"),
        (date(2021, 11, 25), 10_000, 3_106, "Ghost 13"),
        (date(2026, 11, 8), 5_000, 1_475, "Pegasus 41"),
        (date(2026, 11, 19), 12_000, 3_660, "Pegasus 41"),
    )
    add(journal, *(run(day, metres, seconds, gear=gear) for day, metres, seconds, gear in runs))
    shifts = zip((0.91, 0.88, 0.96, 0.94), (12, 20, 25, 9), strict=True)
    for late, (csat, responses) in enumerate(shifts):
        day = date(2026, 11, 17) + timedelta(days=late)
        add(journal, Draft("shift", at(day), {"csat": csat, "responses": float(responses)}))
    return journal.look()


def page() -> str:
    """Return the page."""
    connection = example_journal()
    units = ([dimension.value, unit] for dimension, unit in BASE_UNIT.items())
    return "\n".join(
        [
            INTRODUCTION,
            *_table(("dimension", "base unit"), units),
            *_chapter(connection, "For other programs: views", VIEWS),
            "\n## Examples",
            *(part for example in EXAMPLES for part in _worked(connection, *example)),
            *_chapter(connection, "What you made", MADE),
            *_chapter(connection, "What is kept ready", KEPT_READY),
            "",
        ]
    )


def _chapter(
    connection: sqlite3.Connection, title: str, tables: Mapping[str, str]
) -> Iterator[str]:
    yield f"\n## {title}"
    for name, meaning in tables.items():
        yield from _described(connection, name, meaning)


def _described(connection: sqlite3.Connection, name: str, meaning: str) -> Iterator[str]:
    yield f"\n### {name}\n\n{fill(meaning.replace('``', '`'), WIDTH)}\n"
    columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
    if name in VIEWS or name == "entry_words":
        # Their columns have no types of their own, and versions of SQLite differ in what they say.
        yield from _table(
            ("column", "meaning"), ([f"`{c}`", COLUMNS[name][c]] for _, c, *_ in columns)
        )
    else:
        yield from _table(
            ("column", "type", "meaning"),
            ([f"`{c}`", type_.lower(), COLUMNS[name][c]] for _, c, type_, *_ in columns),
        )


def _worked(connection: sqlite3.Connection, title: str, text: str, sql: str) -> Iterator[str]:
    yield f"\n### {title}\n\n{text}\n\n```sql\n{sql};\n```\n"
    cursor = connection.execute(sql)
    yield from _table(
        [column[0] for column in cursor.description], ([str(v) for v in row] for row in cursor)
    )


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for line in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(line)} |"
