"""A goal with all that hangs on it, from JSON."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import CADENCE_UNITS, CadenceUnit
from stridelog.domain.circumstances import note_text, place_name, tag_name
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.goal import (
    Commitment,
    Decision,
    Goal,
    Note,
    Rank,
    Review,
    Scope,
    Status,
    Step,
    Target,
    Version,
    Way,
)
from stridelog.domain.goal_units import OF_SHARES, scope_unit, target_unit
from stridelog.domain.period import Span
from stridelog.domain.plain_text import shown
from stridelog.importers._export import EntryError, label_of, number_of
from stridelog.importers.stride_json import fields

ANSWERED = "do"
"""The kind of goal that has no target: the person says whether it is done."""

WAYS: tuple[Way, ...] = ("at least", "at most")

PERIODS: tuple[Literal[""] | CadenceUnit, ...] = ("", *CADENCE_UNITS)

STATUSES: tuple[Status, ...] = ("open", "paused", "closed")

RANKS: tuple[Rank, ...] = ("", "A", "B", "C")

DECISIONS: tuple[Decision, ...] = ("kept", "adjusted", "paused", "closed")

Known = Mapping[str, Activity]

Members = Mapping[str, object]

_Word = TypeVar("_Word", bound=str)

_Dated = TypeVar("_Dated", Version, Review)


class UnknownKindError(EntryError):
    """A goal is of a kind that this version of stride cannot judge."""


def goal_of(value: object, activities: Known, kinds: Container[str]) -> Goal:
    """Return a goal, whose activities the file must define.

    ``kinds`` are those that can be judged, all if there are none. Raises ``UnknownKindError`` for
    any other, and ``StrideError`` for what is no goal.
    """
    members = fields.object_of(value, "A goal")
    versions = [_version(each, activities, kinds) for each in fields.items(members, "versions")]
    if not versions:
        raise EntryError("It does not say what it asks for.")
    reviews = [_review(each, activities) for each in fields.items(members, "reviews")]
    notes = [_note(each) for each in fields.items(members, "notes")]
    number = fields.whole(members, "number")
    return Goal(
        versions=_in_order([(version.since, version) for version in versions]),
        title=_text(members, "title"),
        why=_text(members, "why"),
        area=label_of(fields.text(members, "area", "")),
        event=_text(members, "event"),
        rank=_word(members, "rank", RANKS),
        shared=fields.flag(members, "shared"),
        learned=_text(members, "learned"),
        reviews=_in_order([(review.day, review) for review in reviews]),
        notes=tuple(sorted(notes, key=lambda note: note.day)),
        number=0 if number is None else number_of(number),
        uid=_uid(members),
    )


def _version(value: object, activities: Known, kinds: Container[str]) -> Version:
    members = fields.object_of(value, "What it asks for")
    kind = fields.text(members, "kind")
    if kinds and kind not in kinds:
        raise UnknownKindError(f'"{shown(kind)}" is no kind of goal that stride knows.')
    first, deadline = _day(members, "first"), _day_or_none(members, "deadline")
    if deadline and deadline < first:
        raise EntryError(f"It ends on {deadline}, before it begins on {first}.")
    scope = _scope(members, activities)
    bare = Version(_day(members, "since"), kind, first, deadline, scope)
    return replace(
        bare,
        target=_target(members, bare, activities),
        against=_against(members, kind),
        steps=tuple(
            _step(s, scope_unit(scope, activities)) for s in fields.items(members, "steps")
        ),
        status=_word(members, "status", STATUSES),
        uid=_uid(members),
    )


def _scope(members: Members, activities: Known) -> Scope:
    activity, measure = (fields.text(members, name, "") for name in ("activity", "measure"))
    if activity and activity not in activities:
        raise EntryError(f'It does not define the activity "{shown(activity)}".')
    if measure and not (activity and activities[activity].measure(measure)):
        raise EntryError(f'It does not define the measure "{shown(measure)}".')
    distance, place = (fields.text(members, name, "") for name in ("distance", "place"))
    if distance and distance not in STANDARD_DISTANCES:
        raise EntryError(f'"{shown(distance)}" is no standard distance.')
    return Scope(
        activity,
        measure,
        distance,
        _tags(members, "tags"),
        _tags(members, "not_tags"),
        place_name(place) if place else "",
    )


def _target(members: Members, version: Version, activities: Known) -> Target | None:
    target = members.get("target")
    if (target is None) is not (version.kind == ANSWERED):
        raise EntryError("A goal has a target, unless it is one that is answered yes or no.")
    if target is None:
        return None
    inner = fields.object_of(target, "Its target")
    _check_unit(inner, target_unit(version, activities))
    way, per = _word(inner, "way", WAYS), _word(inner, "per", PERIODS)
    return Target(fields.number(inner, "value"), way, per)


def _against(members: Members, kind: str) -> Span | None:
    if members.get("against") is None:
        if kind == OF_SHARES:
            raise EntryError("It does not say what a change is compared with.")
        return None
    days = fields.object_of(members["against"], "What it is compared with")
    return Span(_day(days, "from"), _day(days, "to"))


def _step(value: object, unit: str) -> Step:
    members = fields.object_of(value, "A step of it")
    amount = None
    if members.get("value") is not None:
        inner = fields.object_of(members["value"], "The value of a step")
        _check_unit(inner, unit)
        amount = fields.number(inner, "value")
    text, done = _text(members, "text"), _day_or_none(members, "done")
    return Step(_day(members, "by"), text, amount, done, _uid(members))


def _review(value: object, activities: Known) -> Review:
    members = fields.object_of(value, "A review")
    promise = members.get("commitment")
    return Review(
        _day(members, "day"),
        _word(members, "decision", DECISIONS),
        None if promise is None else _commitment(promise, activities),
        _answer(members, "done"),
        _uid(members),
    )


def _commitment(value: object, activities: Known) -> Commitment:
    members = fields.object_of(value, "What was promised")
    text, kept = note_text(fields.text(members, "text")), _answer(members, "kept")
    if members.get("measured") is None:
        return Commitment(text, kept=kept)
    measured = fields.object_of(members["measured"], "What was promised")
    scope = _scope(measured, activities)
    _check_unit(measured, scope_unit(scope, activities))
    return Commitment(text, scope, fields.number(measured, "value"), kept)


def _note(value: object) -> Note:
    members = fields.object_of(value, "A note")
    text, author = note_text(fields.text(members, "text")), _text(members, "author")
    return Note(_day(members, "day"), text, author, _uid(members))


def _in_order(dated: Sequence[tuple[date, _Dated]]) -> tuple[_Dated, ...]:
    """Return versions or reviews in the order of their days, of which each has its own."""
    if len({day for day, _ in dated}) < len(dated):
        raise EntryError("It has two versions, or two reviews, of one day.")
    return tuple(one for _, one in sorted(dated, key=lambda pair: pair[0]))


def _check_unit(members: Members, unit: str) -> None:
    said = fields.text(members, "unit")
    if said != unit:
        raise EntryError(f'A value of it is in "{shown(said)}", not in {unit}.')


def _word(members: Members, name: str, words: Sequence[_Word]) -> _Word:
    said = fields.text(members, name, "")
    found = next((word for word in words if word == said), None)
    if found is None:
        raise EntryError(f'Its {name} cannot be "{shown(said)}".')
    return found


def _tags(members: Members, name: str) -> tuple[str, ...]:
    tags = fields.items(members, name)
    if not all(isinstance(tag, str) for tag in tags):
        raise EntryError("One of its tags is no text.")
    return tuple(tag_name(str(tag)) for tag in tags)


def _answer(members: Members, name: str) -> bool | None:
    return None if members.get(name) is None else fields.flag(members, name)


def _text(members: Members, name: str) -> str:
    return note_text(fields.text(members, name, ""))


def _uid(members: Members) -> str:
    return label_of(fields.text(members, "uid", ""))


def _day_or_none(members: Members, name: str) -> date | None:
    return None if members.get(name) is None else _day(members, name)


def _day(members: Members, name: str) -> date:
    text = fields.text(members, name)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise EntryError(f'"{shown(text)}" is no day.') from error
