"""The comparison as a page: a table with a section for each activity, words, and a sentence."""

from collections.abc import Iterable, Sequence

from stridelog.domain.comparison import FREQUENCY, Row, Verdict, measure_name
from stridelog.domain.dates import format_span
from stridelog.domain.measure import Direction, Kind
from stridelog.domain.period import Span
from stridelog.domain.phrasing import difference
from stridelog.domain.quantity import Notation
from stridelog.domain.statistics import averaged
from stridelog.page import (
    Block,
    Cell,
    Column,
    Heading,
    Page,
    Section,
    Sparkline,
    Style,
    Table,
    Text,
)
from stridelog.page import Row as TableRow
from stridelog.page import Span as Piece
from stridelog.reports.compare.answer import Answer, By
from stridelog.reports.compare.phrases import (
    NONE,
    change,
    full_name,
    group_name,
    occasion,
    quoted,
    share,
    value,
)

ROAD_WIDTH = 12
"""As many points the road has in a table; more are averaged with their neighbours."""

SIGNS: dict[Verdict, tuple[str, Style]] = {
    Verdict.BETTER: ("▲", "better"),
    Verdict.WORSE: ("▼", "worse"),
    Verdict.LEVEL: ("=", "level"),
    Verdict.TOO_FEW: ("·", "muted"),
}

EMPTY = (
    "Nothing was logged in either of the two, so there is nothing to compare yet.",
    "Log something:      stride log run 10k 50:42",
    "Bring a history in: stride import PATH",
    "From your start on: stride compare --first",
)


def page(answer: Answer, notation: Notation) -> Page:
    """Lay ``answer`` out for reading, in the units and with the decimal mark of ``notation``."""
    heading = Heading("Then vs. now", _windows(answer))
    notes = [Text(tuple(Piece(note, "warning") for note in answer.notes))] if answer.notes else []
    if not answer.rows:
        return Page((heading, *notes, Text(EMPTY)))
    blocks: list[Block] = [heading, *notes, _table(answer, notation)]
    blocks += [Text((Piece(line, "muted"),)) for line in _mixture(answer)]
    blocks += _words(answer)
    if summary := _summary(answer, notation):
        blocks.append(Text(summary))
    return Page(tuple(blocks))


def _windows(answer: Answer) -> str:
    then, now = (format_span(span.first, span.last) for span in _both(answer))
    nearest = " (nearest)" if answer.asked_then else ""
    return f"{then}{nearest}  →  {now}"


def _both(answer: Answer) -> tuple[Span, Span]:
    return answer.windows.then, answer.windows.now


def _table(answer: Answer, notation: Notation) -> Table:
    columns = [
        Column("", flexible=True),
        Column("then", "right"),
        Column("n", "right"),
        Column("now", "right"),
        Column("n", "right"),
        Column("change"),
    ]
    if answer.road_spans:
        columns.append(Column(_years(answer.road_spans)))
    rows: list[TableRow | Section] = []
    for activity in dict.fromkeys(row.activity for row in answer.rows):
        ours = [
            row for row in answer.rows if row.activity == activity and _is_shown(row, answer.by)
        ]
        for title, part in _sections(activity, ours, answer.by):
            rows.append(Section(title))
            for row in _ordered(part):
                cells = (
                    _label(row, part, answer.by),
                    *_numbers(row, notation),
                    Sparkline(averaged(row.road, ROAD_WIDTH)),
                )
                rows.append(TableRow(cells[: len(columns)]))
    return Table(tuple(columns), tuple(rows))


def _sections(activity: str, rows: Sequence[Row], by: By) -> Iterable[tuple[str, Sequence[Row]]]:
    """Give an activity's rows by section; each tag and each place has one of its own."""
    if by == "distance":
        yield activity, rows
        return
    for group in dict.fromkeys(row.group for row in rows):
        title = f"{activity} {group_name(group, by)}" if group is not None else activity
        yield title, [row for row in rows if row.group == group]


def _is_shown(row: Row, by: By) -> bool:
    """Tell whether a row is worth its line: over one distance only what is judged is."""
    return by != "distance" or row.group is None or row.measure.direction is not Direction.NEUTRAL


def _years(spans: Sequence[Span]) -> str:
    first, last = spans[0].first.year, spans[-1].last.year
    return f"{first}" if first == last else f"{first} … {last}"


def _ordered(rows: Sequence[Row]) -> list[Row]:
    """Put what is judged before what is not, values before amounts, the fullest group first."""
    measures = list(dict.fromkeys(row.measure.name for row in rows))

    def key(row: Row) -> tuple[bool, int, int, bool, int]:
        amount = row.measure.kind is Kind.ADDITIVE
        how_often = row.measure.name == FREQUENCY.name
        return (
            row.measure.direction is Direction.NEUTRAL,
            row.times_a_distance + 2 * amount + how_often,
            measures.index(row.measure.name),
            row.group is None,
            -row.then.n - row.now.n,
        )

    return sorted(rows, key=key)


def _label(row: Row, ours: Iterable[Row], by: By) -> str:
    if row.group is not None and by == "distance":
        group = group_name(row.group, by)
        return f"best {group}" if row.times_a_distance else f"{measure_name(row.measure)}, {group}"
    grouped = by == "distance" and any(
        other.group is not None and other.measure.name == row.measure.name
        for other in ours
        if not other.times_a_distance
    )
    return measure_name(row.measure) + (", all" if grouped else "")


def _numbers(row: Row, notation: Notation) -> tuple[Cell, ...]:
    """Return the cells of then and now, how many entries each has, and of the change."""
    sides = row.then, row.now
    if row.times_a_distance:
        then, now = (value(side.best, row, notation) for side in sides)
        return then, "", now, "", _best_change(row, notation)
    weekly = row.measure.kind is Kind.ADDITIVE
    then, now = (
        value((side.per_week if weekly else side.typical) if side.n else None, row, notation)
        for side in sides
    )
    return then, str(row.then.n), now, str(row.now.n), _change(row, notation)


def _change(row: Row, notation: Notation) -> Piece:
    if row.verdict is None:
        return Piece(change(row, notation) if row.change else NONE, "muted")
    judged = row.verdict in {Verdict.BETTER, Verdict.WORSE}
    return _signed(row.verdict, change(row, notation) if judged else "")


def _best_change(row: Row, notation: Notation) -> Piece:
    """Say how the shortest time changed, where both sides have enough to have a best."""
    old, new = row.then.best, row.now.best
    if row.verdict is Verdict.TOO_FEW or old is None or new is None:
        return _signed(Verdict.TOO_FEW)
    if old == new:
        return _signed(Verdict.LEVEL)
    verdict = Verdict.BETTER if new < old else Verdict.WORSE
    return _signed(verdict, difference(row.measure, old, new, notation))


def _signed(verdict: Verdict, words: str = "") -> Piece:
    sign, style = SIGNS[verdict]
    return Piece(f"{sign} {words or verdict.value}", style)


def _mixture(answer: Answer) -> tuple[str, ...]:
    """Say that a value over all distances compares unlike with unlike, where there is one."""
    values = [row for row in answer.rows if not row.times_a_distance]
    within = {(row.activity, row.measure.name) for row in values if row.group is not None}
    over_all = {(row.activity, row.measure.name) for row in values if row.group is None}
    if answer.by != "distance" or not within & over_all:
        return ()
    return ('Rows with "all" mix distances; those above them compare like with like.',)


def _words(answer: Answer) -> Iterable[Text]:
    """Return the notes of then and of now, those of an activity together."""
    said = (*answer.then_words, *answer.now_words)
    several = len({row.activity for row in answer.rows}) > 1
    for activity in dict.fromkeys(words.activity for words in said):
        name = f"{activity}, " if several else ""
        sides = (("Then", answer.then_words), ("Now ", answer.now_words))
        yield Text(
            tuple(
                f"{side} ({name}{occasion(words, answer.by)}):  {quoted(words.note)}"
                for side, all_words in sides
                for words in all_words
                if words.activity == activity
            )
        )


def _summary(answer: Answer, notation: Notation) -> tuple[str, ...]:
    """Count the verdicts in a sentence, and name the greatest of each; nothing without any."""
    summary = answer.summary
    counts = [
        f"{summary.better or 'none'} better",
        *([f"{summary.level} level"] if summary.level else []),
        f"{summary.worse or 'none'} worse",
        *([f"{summary.too_few} too few to tell"] if summary.too_few else []),
    ]
    if not any((summary.better, summary.level, summary.worse, summary.too_few)):
        return ()
    sentence = ", ".join(counts)
    lines = [f"{sentence[0].upper()}{sentence[1:]}."]
    for title, row in (
        ("The greatest", summary.greatest_better),
        ("Slipped most", summary.greatest_worse),
    ):
        if row is not None:
            lines.append(f"{title}: {_named(row, answer)}, {share(row, notation)}.")
    return tuple(lines)


def _named(row: Row, answer: Answer) -> str:
    several = len({other.activity for other in answer.rows}) > 1
    name = full_name(row, answer.by)
    return f"{row.activity} {name}" if several else name
