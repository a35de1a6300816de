"""The questions of the dialogue, made from what is known and what was answered so far."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stridelog.cli.dialogue.hints import effort_hint, measure_hint
from stridelog.cli.dialogue.question import (
    ACTIVITY,
    EFFORT,
    MEASURED_BY,
    NOTE,
    TAGS,
    Answers,
    Option,
    Question,
    activity_name,
)
from stridelog.domain.activity import Activity, new_activity
from stridelog.domain.circumstances import WordError, effort_value, note_text
from stridelog.domain.definition import with_measures
from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.errors import UsageError
from stridelog.domain.likely import Guess, usual_circumstances, usual_measures
from stridelog.domain.logline import read_line, refuse_hours_or_minutes, value_of
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.plausible import check_plausible
from stridelog.domain.quantity import Notation, Quantity, QuantityError
from stridelog.domain.units import Dimension

MOST_TICKS = 6
"""Tags and places that are offered to tick."""

_NEW_MEASURES: Mapping[str, tuple[str, ...]] = {
    "time": ("duration:duration:higher",),
    "distance and time": (),
    "a count": ("times:count:higher",),
    "nothing": (),
}
"""What a new activity can be measured by, and the measures that this defines."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the questions are made from: all activities, which is likeliest, and habits."""

    activities: Mapping[str, Activity]
    guesses: Sequence[Guess]
    habit: Callable[[str], Sequence[Entry]]
    notation: Notation


def questions(facts: Facts, texts: Mapping[str, str], *, every: bool) -> list[Question[Draft]]:
    """Return what to ask, as far as the answers so far tell; with ``every`` measure, or the usual.

    The first question is the activity; the others follow from it.
    """
    asked = [_activity_question(facts)]
    if not texts.get(ACTIVITY):
        return asked
    name = activity_name(texts[ACTIVITY])
    if name not in facts.activities:
        asked.append(_measured_by_question())
    activity = activity_in(facts, texts)
    if activity is None:
        return asked
    entries = facts.habit(name) if name in facts.activities else ()
    usual = usual_measures(activity, entries)
    others = tuple(m for m in activity.loggable if m not in usual) if every else ()
    covered = _covered(activity, texts, facts.notation)
    return [
        *asked,
        *(
            _measure_question(
                activity, measure, measure_hint(measure, entries, covered, facts.notation), facts
            )
            for measure in usual + others
        ),
        _tags_question(activity, entries, facts.notation),
        _effort_question(entries),
        Question(NOTE, lambda draft, text: replace(draft, note=note_text(text))),
    ]


def activity_in(facts: Facts, texts: Mapping[str, str]) -> Activity | None:
    """Return the activity that the answers are about, new or known; None where they do not say."""
    name = activity_name(texts.get(ACTIVITY, ""))
    if name in facts.activities:
        return facts.activities[name]
    measured_by = texts.get(MEASURED_BY, "")
    if not name or measured_by not in _NEW_MEASURES:
        return None
    if measured_by == "distance and time":
        return new_activity(name, ("distance", "duration"), {})
    return with_measures(Activity(name, "hobbies"), _NEW_MEASURES[measured_by], ())


def _activity_question(facts: Facts) -> Question[Draft]:
    def read(draft: Draft, text: str) -> Draft:
        name = activity_name(text)
        known = facts.activities.get(name)
        if known is not None and known.retired:
            raise UsageError(
                f"{name} is retired.",
                f"Bring it back with: stride activities edit {name} --restore",
            )
        return replace(draft, activity=name if known else definition_name(name, "an activity"))

    options = tuple(Option(guess.activity, guess.reason) for guess in facts.guesses)
    retired = frozenset(name for name, known in facts.activities.items() if known.retired)
    return Question(ACTIVITY, read, Answers.ONE, options=options, withheld=retired)


def _measured_by_question() -> Question[Draft]:
    def read(draft: Draft, text: str) -> Draft:
        if text not in _NEW_MEASURES:
            raise UsageError(
                f'Nothing here is measured by "{shown(text)}".',
                f"One of: {', '.join(_NEW_MEASURES)}.",
            )
        return draft

    options = tuple(Option(text) for text in _NEW_MEASURES)
    return Question(MEASURED_BY, read, Answers.ONE, options=options)


def _measure_question(
    activity: Activity, measure: Measure, hint: tuple[str, str], facts: Facts
) -> Question[Draft]:
    def read(draft: Draft, text: str) -> Draft:
        amount = value_of(text, measure, facts.notation)
        if _is_time_spent(activity, measure):
            refuse_hours_or_minutes(text.strip(), Quantity(amount, measure.dimension))
        measurements = {**draft.measurements, measure.name: amount}
        check_plausible(activity, measurements, facts.notation)
        return replace(draft, measurements=measurements)

    said, last = hint
    return Question(measure.name, read, hint=said, last=last)


def _is_time_spent(activity: Activity, measure: Measure) -> bool:
    """Tell whether nothing says if ``1:30`` is in hours or in minutes: no distance, no wait."""
    moves = any(m.dimension is Dimension.DISTANCE for m in activity.loggable)
    return measure.dimension is Dimension.DURATION and measure.kind is Kind.ADDITIVE and not moves


def _covered(activity: Activity, texts: Mapping[str, str], notation: Notation) -> float | None:
    """Return the distance that was answered, if any."""
    distance = activity.measure("distance")
    if distance is None or not texts.get("distance"):
        return None
    try:
        return value_of(texts["distance"], distance, notation)
    except QuantityError:
        return None


def _tags_question(
    activity: Activity, entries: Sequence[Entry], notation: Notation
) -> Question[Draft]:
    def read(draft: Draft, text: str) -> Draft:
        line = read_line(_signed(text), activity, notation)
        tags = tuple(dict.fromkeys((*draft.tags, *line.tags)))
        return replace(draft, tags=tags, place=line.place)

    options = tuple(Option(word) for word in usual_circumstances(entries, MOST_TICKS))
    return Question(TAGS, read, Answers.SEVERAL, "like race @riverside", options=options)


def _signed(text: str) -> Iterator[str]:
    """Give each word as a tag or a place; who lists them may put commas between."""
    for word in text.replace(",", " ").split():
        yield word if word[0] in "+@" and len(word) > 1 else f"+{word}"


def _effort_question(entries: Sequence[Entry]) -> Question[Draft]:
    def read(draft: Draft, text: str) -> Draft:
        try:
            return replace(draft, effort=effort_value(text.strip()))
        except WordError as error:
            raise UsageError(error.message) from None  # its hint is for the words of a line

    hint, last = effort_hint(entries)
    return Question(EFFORT, read, hint=hint, last=last)
