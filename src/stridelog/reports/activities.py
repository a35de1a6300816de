"""What can be logged, with its measures."""

from collections.abc import Mapping
from dataclasses import dataclass

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Direction, Kind, Measure, Term
from stridelog.domain.quantity import Notation
from stridelog.page import Block, Column, Heading, Page, Row, Span, Table, Text

SUMMARY = "What can be logged, with its measures"

ROWS = "activities"

_WAYS = {
    Direction.HIGHER: "higher is better",
    Direction.LOWER: "lower is better",
    Direction.NEUTRAL: "",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The activities that are shown, and whether each measure gets a line of its own."""

    activities: tuple[Activity, ...]
    entries: Mapping[str, int]


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay out one activity in full, several in a line each."""
    if len(answer.activities) == 1:
        return _one(answer.activities[0], answer.entries)
    rows = [
        Row(
            (
                activity.name,
                activity.area,
                str(answer.entries.get(activity.name, 0)),
                "retired" if activity.retired else ", ".join(m.name for m in _current(activity)),
            )
        )
        for activity in answer.activities
    ]
    columns = (
        Column("activity"),
        Column("area"),
        Column("entries", "right"),
        Column("measures", flexible=True),
    )
    return Page(
        (
            Table(columns, tuple(rows)),
            Text(
                (Span(f"More of one: stride activities show {answer.activities[0].name}", "muted"),)
            ),
        )
    )


def document(answer: Answer) -> Mapping[str, object]:
    """Return the activities as ``stride.activities/1``."""
    return {
        "schema": "stride.activities/1",
        ROWS: [
            {
                "name": activity.name,
                "area": activity.area,
                "entries": answer.entries.get(activity.name, 0),
                "retired": activity.retired,
                "measures": [_measure_document(measure) for measure in activity.measures],
            }
            for activity in answer.activities
        ],
    }


def _measure_document(measure: Measure) -> dict[str, object]:
    ratio = measure.ratio
    return {
        "name": measure.name,
        "kind": measure.kind.value,
        "dimension": measure.dimension.value,
        "direction": measure.direction.value,
        "unit": measure.base_unit,
        "shown_in": measure.unit or None,
        "weight": measure.weight or None,
        "numerator": sum_text(ratio.numerator) if ratio else None,
        "denominator": sum_text(ratio.denominator) if ratio else None,
        "scale": ratio.scale if ratio else None,
        "retired": measure.retired,
    }


def _current(activity: Activity) -> list[Measure]:
    return [measure for measure in activity.measures if not measure.retired]


def _one(activity: Activity, entries: Mapping[str, int]) -> Page:
    count = entries.get(activity.name, 0)
    state = "retired, " if activity.retired else ""
    blocks: list[Block] = [
        Heading(
            activity.name,
            f"{activity.area}, {state}{count} {'entry' if count == 1 else 'entries'}",
        ),
        Table(
            (
                Column("measure"),
                Column("what"),
                Column("how it sums up", flexible=True),
                Column(""),
            ),
            tuple(
                Row(
                    (
                        measure.name,
                        measure.dimension.value + (f" in {measure.unit}" if measure.unit else ""),
                        _summing(measure),
                        "retired" if measure.retired else _WAYS[measure.direction],
                    )
                )
                for measure in activity.measures
            ),
        ),
    ]
    if not activity.measures:
        blocks[1] = Text(("It has no measures: an entry of it is a note, tags and a place.",))
    return Page(tuple(blocks))


def _summing(measure: Measure) -> str:
    if measure.kind is Kind.ADDITIVE:
        return "summed"
    if measure.ratio is not None:
        return (
            f"{_in_brackets(measure.ratio.numerator)} / {_in_brackets(measure.ratio.denominator)}"
        )
    return f"averaged by {measure.weight}" if measure.weight else "averaged"


def _in_brackets(terms: tuple[Term, ...]) -> str:
    text = sum_text(terms)
    return f"({text})" if len(terms) > 1 else text


def sum_text(terms: tuple[Term, ...]) -> str:
    """Write one side of a ratio as it is typed: ``promoters - detractors``."""
    text = ""
    for term in terms:
        sign = "-" if term.coefficient < 0 else "+"
        text += f" {sign} {term.measure}" if text else term.measure
    return text
