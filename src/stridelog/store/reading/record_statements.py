"""The statements that find rows for records, and what stands in their places."""

from stridelog.domain.doubt import RANK
from stridelog.domain.units import Dimension
from stridelog.store.reading.calendar import DAY

FACTS = {"day": "fact.day", "value": "fact.value", "length": "fact.distance_class"}

OF_LATE = {"day": "late.day", "value": "late.value", "length": "late.distance_class"}

STRETCHES = {"day": DAY, "value": "segment.seconds", "length": "segment.metres"}

ROWS = """
{bounds}
SELECT entry.id, {day}, entry.at, {value}, {length}, moved.value, moved.weight, clock.value,
  EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = :confirmed),
  EXISTS (SELECT 1 FROM segment WHERE segment.entry_id = entry.id), {group}
FROM {source}
LEFT JOIN fact AS moved
  ON moved.measure_id = :pace AND moved.day = {day} AND moved.entry_id = entry.id
LEFT JOIN fact AS clock
  ON clock.measure_id = :clock AND clock.day = {day} AND clock.entry_id = entry.id
WHERE {day} <= :today
  AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = :excluded)
  AND {which}
"""
"""Rows of a table of facts or stretches, and how far, how fast and how long their entries went."""

EARLY_STRETCHES = """(
  SELECT id AS early FROM entry WHERE activity_id = :activity
    AND EXISTS (SELECT 1 FROM segment) AND EXISTS (SELECT 1 FROM segment WHERE entry_id = id)
  ORDER BY day, at LIMIT :early)
CROSS JOIN entry ON entry.id = early CROSS JOIN segment ON segment.entry_id = entry.id"""

BETTER_STRETCHES = """bounds CROSS JOIN segment
ON segment.metres = bounds.length AND segment.seconds < bounds.best
CROSS JOIN entry ON entry.id = segment.entry_id AND entry.activity_id = :activity"""

BEST_OF_LATE = f"""(
  SELECT *, ROW_NUMBER() OVER (PARTITION BY distance_class ORDER BY value {{order}}) AS rank
  FROM fact WHERE measure_id = :measure AND day BETWEEN :since AND :today
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
) AS late CROSS JOIN entry ON rank <= {2 * RANK} AND entry.id = late.entry_id"""
"""The best facts since a day, over each distance: more than can be doubtful."""

BEST_STRETCHES_OF_LATE = f"""(
  SELECT number, metres AS length,
    ROW_NUMBER() OVER (PARTITION BY metres ORDER BY seconds) AS rank
  FROM (
    SELECT id AS number FROM entry WHERE activity_id = :activity
      AND day BETWEEN :since_day AND :today_day
      AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = id AND tag = :excluded))
  CROSS JOIN segment ON segment.entry_id = number
  CROSS JOIN bounds ON segment.metres = bounds.length
    AND (segment.seconds >= bounds.best
      OR EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = number AND tag = :confirmed))
) AS late CROSS JOIN entry ON rank <= {2 * RANK} AND entry.id = number
CROSS JOIN segment ON segment.entry_id = number AND segment.metres = late.length"""
"""The fastest stretches since a day, of those that are slow enough to be believed."""

MEASURED = {
    Dimension.PACE: {"metres": "fact.weight * 1000", "seconds": "fact.value * fact.weight"},
    Dimension.SPEED: {"metres": "fact.value * fact.weight", "seconds": "fact.weight"},
}
"""The metres and the seconds of an entry, by its pace or its speed and that one's weight."""

UNRECORDED = "NOT EXISTS (SELECT 1 FROM segment WHERE segment.entry_id = fact.entry_id)"
"""Holds of an entry without a track: with one, its stretches are known, not estimated."""

FASTER = "({metres} > {beyond} AND {seconds} < :best{n} * CAST({metres} / {distance} AS INTEGER))"

LATELY = f"""SELECT * FROM (
  SELECT day, entry_id FROM fact
  WHERE measure_id = :pace AND day BETWEEN :since{{n}} AND :today AND {{metres}} > {{beyond}}
    AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = fact.entry_id AND tag = :excluded)
    AND {UNRECORDED}
  ORDER BY {{seconds}} / CAST({{metres}} / {{distance}} AS INTEGER) LIMIT {RANK})
"""
"""The entries since a day that come to the least time over a shorter distance."""
