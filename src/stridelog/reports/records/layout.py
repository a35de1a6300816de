"""Records on a page: how they stand, how they fell, and what is doubtful."""

from collections.abc import Iterable, Iterator, Sequence

from stridelog.domain.dates import format_day
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.quantity import Notation
from stridelog.domain.record import Doubtful, Record
from stridelog.page import Block, Heading, Page, Span, Text
from stridelog.reports.records.answer import Answer, By, RecordsQuestion
from stridelog.reports.records.phrases import doubted, measured, reasons
from stridelog.reports.records.tables import best_of_year, history, season, standing

EMPTY = (
    "There is nothing here that could be a record.",
    "Log something:      stride log run 10k 50:42",
    "Bring a history in: stride import PATH",
)

UNGROUPED: dict[By, tuple[str, ...]] = {
    "tag": (
        "No entry that could hold a record has a tag.",
        "Log one with a tag:   stride log run 10k 50:42 +stroller",
        "Tag one that is here: stride tag 12 +stroller",
    ),
    "place": (
        "No entry that could hold a record has a place.",
        "Log one with a place: stride log run 10k 50:42 @riverside",
        "Say where one was:    stride edit 12 @riverside",
    ),
}

AT_ITS_PACE = "What a distance takes at the pace of an entry that is not exactly as long"

FEW = 2
"""Times worked out that are all said."""

VOUCH = (
    "They hold no record until you say that they are true:",
    "  stride edit {number} --include-in-records     or --exclude-from-records",
)


def page(answer: Answer, notation: Notation) -> Page:
    """Lay ``answer`` out; the history only where one activity is asked."""
    heading = Heading("Records", format_day(answer.today))
    whole = bool(answer.question.activity)
    shown = answer.records if whole else _in_short(answer.records)
    if not shown and not answer.doubtful:
        return Page((heading, Text(_nothing(answer.question))))
    blocks: list[Block] = [heading]
    if shown:
        blocks.append(standing(answer, shown, notation))
    if not any(record.subject.distance for record in shown):
        blocks += [Text((line,)) for line in _no_standard(answer.question)]
    if any(record.subject.how != "exact" for record in shown):
        blocks.append(Text(tuple(Span(line, "muted") for line in _labels(shown))))
    if whole and answer.question.by is None and (clocks := list(measured(shown, notation))):
        example = "; ".join(clocks) if len(clocks) <= FEW else f"{clocks[0]}, and others"
        blocks.append(Text((Span(f"{AT_ITS_PACE}: {example}.", "muted"),)))
    if whole and (lately := list(best_of_year(shown))):
        blocks.append(season(answer, lately, notation))
    fallen = [record for record in shown if len(record.history) > 1]
    if whole and fallen and answer.question.by is None:
        blocks.append(history(answer, fallen, notation))
    if answer.doubtful:
        blocks += _doubts(answer.doubtful, notation)
    return Page(tuple(blocks))


def _in_short(records: Iterable[Record]) -> list[Record]:
    """Return records without those that are estimated and nothing else, of distances never run."""
    shown: list[Record] = []
    surer = set[tuple[str, str, str | None]]()
    for record in records:  # the surest of each distance first
        subject = record.subject
        of = (subject.activity, subject.distance, subject.group)
        if subject.how != "estimated":
            surer.add(of)
        if of in surer:
            shown.append(record)
    return shown


def _nothing(question: RecordsQuestion) -> tuple[str, ...]:
    """Say why there is no record, and what would make one."""
    if question.by is not None and not question.narrowed:
        return UNGROUPED[question.by]
    if question.narrowed:
        return tuple(_too_narrow(question))
    if question.activity:
        return (
            f"Nothing of {question.activity} is here that could be a record.",
            f"See what can be logged: stride activities show {question.activity}",
        )
    return EMPTY


def _too_narrow(question: RecordsQuestion) -> Iterator[str]:
    whose = f" of {question.activity}" if question.activity else ""
    yield f"No record{whose} {' '.join(question.narrowed)}."
    yield from _no_standard(question)
    yield f"All there are: stride records {question.activity}".rstrip()


def _no_standard(question: RecordsQuestion) -> Iterator[str]:
    if any(word.startswith("over ") for word in question.narrowed):
        yield f"Standard distances: {', '.join(STANDARD_DISTANCES)}."


def _labels(shown: Iterable[Record]) -> Iterator[str]:
    """Explain the labels that are there."""
    hows = {record.subject.how for record in shown}
    if "segment" in hows:
        yield "segment: the fastest stretch inside a longer track."
    if "estimated" in hows:
        yield "estimated: a longer entry has a stretch that took at most this time."


def _doubts(doubtful: Iterable[Doubtful], notation: Notation) -> Iterator[Text]:
    """Name each doubtful entry once, with what it would be a record of."""
    by_entry: dict[int, list[Doubtful]] = {}
    for each in doubtful:
        by_entry.setdefault(each.performance.number, []).append(each)
    lines = [line for found in by_entry.values() for line in _doubt(found, notation)]
    yield Text((Span("Doubtful, by all else that you did:", "strong"), *lines))
    number = str(next(iter(by_entry)))
    yield Text(tuple(line.format(number=number) for line in VOUCH))


def _doubt(found: Sequence[Doubtful], notation: Notation) -> Iterator[Span]:
    under = " " * len(f"{found[0].performance.number}  ")
    yield Span(doubted(found, notation), "warning")
    yield Span(f"{under}{reasons(found, notation)}", "muted")
