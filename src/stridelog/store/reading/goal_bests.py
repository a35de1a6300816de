"""Which values can be a best one: not what is doubtful, or kept out of the records.

Of a time over a standard distance, the fastest stretches inside of longer tracks count as well, as
they do for records.
"""

import sqlite3
from collections import Counter

from stridelog.domain.activity import pace_measure
from stridelog.domain.comparison import Sample
from stridelog.domain.distance import STANDARD_DISTANCES, distance_class
from stridelog.domain.doubt import Moved
from stridelog.domain.filters import Filters
from stridelog.domain.goal import Scope
from stridelog.domain.period import Span
from stridelog.domain.record import exact_time
from stridelog.domain.units import Dimension
from stridelog.store.catalog import Listed
from stridelog.store.reading.calendar import DAY
from stridelog.store.reading.conditions import circumstances
from stridelog.store.reading.scope import Scope as Reach

_UNCOUNTED = f"""
SELECT fact.day, fact.value FROM uncounted
JOIN entry ON entry.id = uncounted.entry_id
JOIN fact ON fact.measure_id = ? AND fact.day = {DAY}
  AND fact.entry_id = entry.id
WHERE uncounted.activity_id = ? AND uncounted.metres = 0
"""

_STRETCHES = f"""
SELECT {DAY}, segment.seconds
FROM segment JOIN entry ON entry.id = segment.entry_id AND entry.activity_id = ?
WHERE segment.metres = ? AND entry.day BETWEEN ? AND ? AND {{where}}
  AND NOT EXISTS (
    SELECT 1 FROM uncounted WHERE uncounted.activity_id = entry.activity_id
      AND uncounted.entry_id = entry.id AND uncounted.metres IN (0, segment.metres))
"""

METRES_A_KM = 1000.0

_Values = Counter[tuple[int, float]]
"""Days, each with a value, and how many there are."""


def bests_of(
    connection: sqlite3.Connection, listed: Listed, scope: Scope, values: Sample, span: Span
) -> Sample:
    """Return those of a scope's values that can be a best one, and stretches that can.

    A time over a distance is what exactly that takes, as records have it (``exact_time``).
    """
    filters = Filters(tags=scope.tags, not_tags=scope.not_tags, place=scope.place)
    if scope.measure != "duration" or not scope.distance:
        return _without(values, _left_out(connection, listed, scope.measure))
    found = _exact_times(connection, listed, scope.distance, filters, span)
    if found is None:
        found = _without(values, _left_out(connection, listed, scope.measure))
    stretches = _stretches(connection, listed, scope.distance, filters, span)
    if not stretches:
        return found
    every = sorted([*zip(found.days, found.values, strict=True), *stretches])
    return Sample([day for day, _ in every], [value for _, value in every], [1.0] * len(every))


def _stretches(
    connection: sqlite3.Connection, listed: Listed, distance: str, filters: Filters, span: Span
) -> list[tuple[int, float]]:
    """Return the fastest stretches of a standard distance that can be believed: day and seconds."""
    where, parameters = circumstances(filters)
    days = span.first.isoformat(), span.last.isoformat()
    asked = (listed.id, STANDARD_DISTANCES[distance], *days, *parameters)
    return connection.execute(_STRETCHES.format(where=where), asked).fetchall()


def _exact_times(
    connection: sqlite3.Connection, listed: Listed, distance: str, filters: Filters, span: Span
) -> Sample | None:
    """Return the times of a standard distance at the paces of its entries; None without a pace."""
    pace = pace_measure(listed.activity)
    if pace is None:
        return None
    reach = Reach(connection, listed.id, filters, "distance")
    paces = reach.values(listed.id_of(pace.name), span).get(distance, Sample())
    paces = _without(paces, _left_out(connection, listed, pace.name))
    is_speed, metres = pace.dimension is Dimension.SPEED, STANDARD_DISTANCES[distance]
    every = zip(paces.days, paces.values, paces.weights, strict=True)
    moved = [(day, value, weight) for day, value, weight in every if value > 0]
    times = [
        # A thousandth of a second is no difference: 10 km in 50:00 take 50:00.
        round(metres / value if is_speed else exact_time(distance, _moved(value, weight)), 3)
        for _, value, weight in moved
    ]
    return Sample([day for day, _, _ in moved], times, [1.0] * len(times))


def _moved(pace: float, kilometres: float) -> Moved:
    return Moved(kilometres * METRES_A_KM, pace)


def runs_by_day(connection: sqlite3.Connection, listed: Listed, span: Span) -> Sample:
    """Return the runs of any length, the best of each day over each: seconds and metres.

    Those over a standard distance count as one length, in the order of days.
    """
    pace = pace_measure(listed.activity)
    if pace is None or pace.dimension is not Dimension.PACE:
        return Sample()
    reach = Reach(connection, listed.id, Filters(), "distance")
    every = reach.values(listed.id_of(pace.name), span).get(None, Sample())
    paces = _without(every, _left_out(connection, listed, pace.name))
    best: dict[tuple[int, float], tuple[float, float]] = {}
    for day, value, kilometres in zip(paces.days, paces.values, paces.weights, strict=True):
        metres = kilometres * METRES_A_KM
        length = STANDARD_DISTANCES.get(distance_class(metres) or "", metres)
        known = best.get((day, length))
        if value > 0 and (known is None or (value, kilometres) < known):
            best[day, length] = value, kilometres
    runs = [
        # A watch measures a course long: it is no more than the standard distance.
        (day, value * kilometres, min(kilometres * METRES_A_KM, length))
        for (day, length), (value, kilometres) in sorted(best.items())
    ]
    return Sample(*zip(*runs, strict=True)) if runs else Sample()


def _left_out(connection: sqlite3.Connection, listed: Listed, measure: str) -> _Values:
    """Return how often each value of a measure holds no record, with its day."""
    number = listed.measure_ids.get(measure)
    return Counter(connection.execute(_UNCOUNTED, (number, listed.id)).fetchall())


def _without(sample: Sample, left_out: _Values) -> Sample:
    """Return a sample without some values, each as often as it is named: others may be equal."""
    if not left_out:
        return sample
    gone: _Values = Counter()
    kept = []
    for each in zip(sample.days, sample.values, sample.weights, strict=True):
        key = each[:2]
        if gone[key] < left_out[key]:
            gone[key] += 1
        else:
            kept.append(each)
    return Sample(*zip(*kept, strict=True)) if kept else Sample()
