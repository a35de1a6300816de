"""Reading the words of a goal, each to its place."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import place_name, tag_names
from stridelog.domain.distance import STANDARD_DISTANCES, standard_distance
from stridelog.domain.goal_line import refusal
from stridelog.domain.goal_line.line import Amount, GoalError, GoalLine, GoalTime
from stridelog.domain.goal_line.phrases import joined, side
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.plausible import check_plausible, fastest_pace
from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Notation,
    QuantityError,
    QuantityRangeError,
    parse_quantity,
)
from stridelog.domain.quantity.reading import Quantity
from stridelog.domain.rule_words import is_cadence, parse_cadence
from stridelog.domain.units import Dimension

METRES_A_KM, SECONDS_A_MINUTE = 1000, 60

_PERIODS = {"week": "week", "wk": "week", "month": "month", "mo": "month", "day": "day"}

_CHANGE = re.compile(r"[+-][0-9]{1,5}(?:[.,][0-9]+)?%")

_TIMES = re.compile(r"([1-9][0-9]{0,5})(?:x| ?times)")

_CALLED = {"times": "how often", "per": "in which period", "change": "a change", "place": "where"}


def apart(words: Sequence[str], activities: Collection[str]) -> tuple[str, str, tuple[str, ...]]:
    """Return the title, the word for the activity, and the other words.

    The title is a first word with a space in it, or the words before a known activity; the word
    for an unknown one is the first that begins with a letter.
    """
    left = list(words)
    title = left.pop(0) if left and " " in left[0].strip() else ""
    named = next((word for word in left if plain(word) in activities), "")
    before = left[: left.index(named)] if named else []
    if not title and before and _is_title(before):
        title, left = " ".join(before), left[len(before) :]
    chosen = named or next((word for word in left if word[:1].isalpha()), "")
    if chosen:
        left.remove(chosen)
    return title.strip(), chosen, tuple(left)


def _is_title(words: Sequence[str]) -> bool:
    return words[0][:1].isalpha() and not any(plain(word) in STANDARD_DISTANCES for word in words)


def read_goal_line(
    words: Iterable[str],
    activity: Activity | None,
    time: GoalTime,
    notation: Notation,
    usual: str = "",
) -> GoalLine:
    """Return what the words after the activity say. Raises ``GoalError`` and ``QuantityError``.

    Of several measures that a bare quantity could go to, the ``usual`` one is taken.
    """
    typed = tuple(words)
    reader = _Reader(activity, notation, usual)
    way, left = side(typed)
    for word in reader.named(joined(left)):
        reader.take(word)
    return reader.line(GoalLine(time, activity, way=way, words=typed))


@dataclass
class _Reader:
    activity: Activity | None
    notation: Notation
    usual: str = ""
    said: dict[str, object] = field(default_factory=dict)
    counts: list[str] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def named(self, words: Iterable[str]) -> list[str]:
        """Return the words with ``csat 95%`` as one: the name of a measure, and its value."""
        found: list[str] = []
        for word in words:
            measure = self.activity.measure(plain(found[-1])) if self.activity and found else None
            if measure and word[:1].isdigit() and not (_TIMES.fullmatch(word) or is_cadence(word)):
                found[-1] = f"{measure.name}={word}"
            else:
                found.append(word)
        return found

    def take(self, word: str) -> None:
        """Take one word."""
        refusal.refuse_range(self.activity, word)
        if _CHANGE.fullmatch(plain(word)):
            self._once("change", self._share(word), word)
            self.counts.append(word)
        elif word.startswith("+") and len(word) > 1:
            self.tags.extend(tag_names(word))
        elif word.startswith("@") and len(word) > 1:
            self._once("place", place_name(word), word)
        elif self.activity is None:
            raise refusal.no_activity(word)
        elif times := _TIMES.fullmatch(plain(word)):
            self._once("times", int(times[1]), word)
            self.counts.append(word)
        elif is_cadence(word):
            cadence = parse_cadence(word)
            self._once("times", cadence.times, word)
            self._once("per", cadence.unit, word)
            self.counts.append(word)
        else:
            self._take_measured(self.activity, word)

    def line(self, begun: GoalLine) -> GoalLine:
        """Return what the words said together: a distance beside a time is a standard one."""
        found = replace(
            begun,
            amounts=tuple(self.amounts),
            measures=tuple(self.measures),
            tags=tuple(dict.fromkeys(self.tags)),
            **self.said,  # type: ignore[arg-type]
        )
        distances = [a for a in self.amounts if a.measure.dimension is Dimension.DISTANCE]
        timed = len(self.amounts) > len(distances) > 0
        targets = [a for a in self.amounts if not timed or a not in distances]
        refusal.refuse_two_targets(self.activity, [*(a.word for a in targets), *self.counts])
        if timed:
            name = _standard(distances[0])
            over = tuple(self._over(STANDARD_DISTANCES[name], amount) for amount in targets)
            return replace(found, amounts=over, distance=name)
        return found

    def _over(self, metres: float, amount: Amount) -> Amount:
        """Return a time over a distance: 3:50 of a marathon can only be hours and minutes.

        Raises ``ImplausibleError`` for what nobody can run.
        """
        assert self.activity is not None  # noqa: S101 (it has a measure)
        if amount.measure.dimension is not Dimension.DURATION:
            return amount
        fastest = fastest_pace(self.activity.name, metres) * metres / METRES_A_KM
        if amount.value < fastest and plain(amount.word).count(":") == 1:
            amount = replace(amount, value=amount.value * SECONDS_A_MINUTE, is_hours=True)
        said = {"distance": metres, amount.measure.name: amount.value}
        check_plausible(self.activity, said, self.notation)
        return amount

    def _take_measured(self, activity: Activity, word: str) -> None:
        name, equals, value = word.partition("=")
        if equals:
            self._take_named(activity, name.strip().lower(), value, word)
            return
        measure = activity.measure(plain(word))
        if measure is not None and not measure.retired:
            self.measures.append(measure)
            return
        amount, slash, period = word.rpartition("/")
        if slash and plain(period) in _PERIODS:
            self._once("per", _PERIODS[plain(period)], word)
            word = amount
        self._take_bare(activity, word)

    def _take_named(self, activity: Activity, name: str, value: str, word: str) -> None:
        measure = activity.measure(name)
        if measure is None or measure.retired:
            raise refusal.no_such_measure(activity, name)
        if _CHANGE.fullmatch(plain(value)):
            self.measures.append(measure)
            self.take(value)
            return
        amount, slash, period = value.rpartition("/")
        if slash and plain(period) in _PERIODS:
            self._once("per", _PERIODS[plain(period)], word)
            value = amount
        quantity = refusal.in_its_dimension(value, measure, self.notation)
        self.amounts.append(Amount(measure, quantity.value, word))

    def _take_bare(self, activity: Activity, word: str) -> None:
        quantity = self._read(activity, word)
        measure = _measure_for(activity, quantity.dimension, self.usual)
        if measure is None:
            raise refusal.no_measure_of(activity, quantity.dimension, word)
        self.amounts.append(Amount(measure, quantity.value, word))

    def _read(self, activity: Activity, word: str) -> Quantity:
        wanted = {m.dimension for m in activity.measures if not m.retired}
        try:
            return parse_quantity(word, self.notation, wanted or None)
        except NotAQuantityError:
            raise refusal.not_understood(activity, word) from None
        except AmbiguousQuantityError:
            if word.isdigit():
                raise refusal.not_understood(activity, word) from None
            raise
        except QuantityRangeError as error:
            raise refusal.no_such_amount(activity, error) from None
        except QuantityError:
            # It is a quantity, but of a dimension that this activity does not have.
            return parse_quantity(word, self.notation)

    def _share(self, word: str) -> float:
        sign = -1.0 if plain(word).startswith("-") else 1.0
        share = sign * float(plain(word).strip("+-%").replace(",", ".")) / 100
        refusal.refuse_no_change(share, word)
        return share

    def _once(self, place: str, value: object, word: str) -> None:
        if place in self.said and not (place == "per" and self.said[place] == value):
            what = _CALLED.get(place, place)
            raise GoalError(f"{shown(word)} says {what} a second time.", "Keep one of them.")
        self.said[place] = value


def _measure_for(activity: Activity, dimension: Dimension, usual: str) -> Measure | None:
    """Return the measure that a bare quantity goes to: one that can be logged, if there is."""
    fitting = [m for m in activity.measures if m.dimension is dimension and not m.retired]
    usual_one = [m for m in fitting if m.name == usual]
    loggable = [m for m in fitting if m.kind is not Kind.DERIVED]
    return next(iter((*usual_one, *loggable, *fitting)), None)


def _standard(amount: Amount) -> str:
    name = standard_distance(amount.value)
    if name is None:
        raise refusal.no_standard_distance(amount)
    return name
