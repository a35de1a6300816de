"""After an import: how many rows were read, added and left out, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from stridelog.domain.dates import format_span
from stridelog.domain.measure import Measure
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.domain.understood import Understood
from stridelog.page import Column, Heading, Line, Page, Row, Span, Table, Text
from stridelog.reports._understood import table

SUMMARY = "How many rows an import read, added and left out, and why"

ROWS = "files"

FILES_NAMED = 3
"""Files that the page names for each reason to leave them aside."""

LISTED = 20
"""Rows that the page names one by one; the document names them all."""


class State(StrEnum):
    """How far an import has come."""

    DONE = "done"
    ASKED = "asked"
    """Nothing was changed yet: the person is about to be asked."""
    TRIED = "tried"
    """Nothing was to be changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of each file, or would, by its name.

    ``aside`` are files that were not read, and why; ``understood`` the first rows of those tables
    whose columns the person named, ``measures`` what these may be of.
    """

    files: Mapping[str, Outcome]
    aside: tuple[tuple[str, str], ...] = ()
    state: State = State.DONE
    understood: Mapping[str, Understood] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)


def question(answer: Answer) -> str:
    """Return what is asked before anything is changed."""
    total = {
        name: sum(getattr(outcome, name) for outcome in answer.files.values())
        for name in ("added", "merged", "updated")
    }
    if added := total["added"]:
        return f"Add {'this entry' if added == 1 else f'these {added} entries'}?"
    changed = total["merged"] + total["updated"]
    if not changed:
        goals = sum(outcome.new_goals for outcome in answer.files.values())
        if not goals:
            return "Add what holds for streaks?"
        return f"Add {'this goal' if goals == 1 else f'these {goals} goals'}?"
    return f"Change {'this entry' if changed == 1 else f'these {changed} entries'}?"


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the counts of each file, and the rows that were left out."""
    blocks: list[Heading | Table | Text] = []
    for name, outcome in answer.files.items():
        blocks.append(Heading(name, _dates(outcome)))
        blocks.append(
            Table((Column("", "right"), Column("")), tuple(_counts(outcome, answer.state)))
        )
        if name in answer.understood:
            blocks.append(table(answer.understood[name], answer.measures, notation))
        if new := tuple(_new(outcome)):
            blocks.append(Text(new))
        left_out = list(_left_out(outcome))
        if left_out:
            blocks.append(Text(tuple(left_out[:LISTED])))
        if len(left_out) > LISTED:
            blocks.append(Text((Span(f"… and {len(left_out) - LISTED} more.", "muted"),)))
    blocks += _aside(answer)
    if answer.state is State.TRIED:
        blocks.append(Text(("Nothing was changed: this was a dry run.",)))
    elif answer.state is State.DONE and any(map(changes, answer.files.values())):
        blocks.append(Text((Span("Take it all back with: stride undo", "muted"),)))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the counts as ``stride.import/1``."""
    return {
        "schema": "stride.import/1",
        "dry_run": answer.state is not State.DONE,
        ROWS: [
            {
                "file": name,
                **asdict(outcome),
                "problems": [asdict(problem) for problem in outcome.problems],
            }
            for name, outcome in answer.files.items()
        ],
        "left_aside": [{"file": file, "reason": reason} for file, reason in answer.aside],
    }


def changes(outcome: Outcome) -> bool:
    """Tell whether what was read changes the journal."""
    return bool(outcome.added or outcome.merged or outcome.updated or _set(outcome))


def _set(outcome: Outcome) -> bool:
    return bool(outcome.new_rules or outcome.new_goals)


def _aside(answer: Answer) -> Iterator[Heading | Text]:
    """Tell which files were not read, those together that have one reason."""
    if not answer.aside:
        return
    reasons: dict[str, list[str]] = {}
    for file, reason in answer.aside:
        reasons.setdefault(reason.removeprefix(file).lstrip(), []).append(file)
    yield Heading("Left aside", str(len(answer.aside)))
    lines = []
    for reason, files in reasons.items():
        more = len(files) - FILES_NAMED
        named = ", ".join(file.rpartition("/")[2] for file in files[:FILES_NAMED])
        lines.append(f"{named}{f' and {more} more' if more > 0 else ''}: {reason}")
    yield Text(tuple(lines))


def _dates(outcome: Outcome) -> str:
    if outcome.first is None or outcome.last is None:
        return ""
    return format_span(outcome.first, outcome.last)


def _counts(outcome: Outcome, state: State) -> Iterator[Row]:
    entries = "entry" if outcome.added == 1 else "entries"
    counts = (
        (outcome.read, "row read" if outcome.read == 1 else "rows read"),
        (outcome.added, f"{entries} {'added' if state is State.DONE else 'to add'}"),
        (outcome.merged, "joined to what another source told"),
        (outcome.updated, "changed since the last import"),
        (outcome.known, "in the journal already"),
        (len(outcome.repeated), "twice in the file" if all(outcome.repeated) else "told twice"),
        (len(outcome.deleted), "left out: deleted in the journal"),
        (len(outcome.problems), "left out: cannot be read"),
    )
    for position, (count, what) in enumerate(counts):
        if count or position < 2:  # noqa: PLR2004 (read and added are always told)
            yield Row((str(count), what))


def _new(outcome: Outcome) -> Iterator[str]:
    """Name the activities and measures that the journal did not know; count goals and rules."""
    for names, one, many in (
        (outcome.new_activities, "new activity", "new activities"),
        (outcome.new_measures, "new measure", "new measures"),
    ):
        if names:
            yield f"{len(names)} {one if len(names) == 1 else many}: {', '.join(names)}"
    if outcome.new_goals:
        yield f"{outcome.new_goals} new {'goal' if outcome.new_goals == 1 else 'goals'}"
    if outcome.new_rules:
        rules = "rule" if outcome.new_rules == 1 else "rules"
        yield f"{outcome.new_rules} new {rules} of streaks: rest days, pauses, skips, cadences"


def _left_out(outcome: Outcome) -> Iterable[Line | str]:
    # What recordings tell has no rows to be found by: to count it is enough.
    rows = [(row, "stands in the file twice") for row in outcome.repeated if row]
    rows += [(row, "is an entry that you deleted") for row in outcome.deleted if row]
    rows += [(problem.row, problem.reason) for problem in outcome.problems]
    for row, reason in sorted(rows):
        yield f"row {row}: {reason}" if row else reason
    yield from outcome.remarks
