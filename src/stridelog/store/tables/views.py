"""The views of a journal, and the table of its words."""

VIEWS = (
    # Every measure's value and weight on every entry: sum(value * weight) / sum(weight) is the
    # average of an intensive measure and the ratio of sums of a derived one.
    """
CREATE VIEW entry_value AS
SELECT own.entry_id, own.measure_id, own.value, COALESCE(weight.value, 1.0) AS weight
FROM measurement AS own
JOIN measure ON measure.id = own.measure_id
LEFT JOIN measurement AS weight
  ON weight.entry_id = own.entry_id AND weight.measure_id = measure.weight_id
UNION ALL
SELECT part.entry_id, measure.id,
  measure.scale * SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'numerator')
    / SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator'),
  SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') / measure.scale
FROM measurement AS part
JOIN measure_term AS term ON term.term_id = part.measure_id
JOIN measure ON measure.id = term.measure_id
GROUP BY part.entry_id, measure.id
HAVING SUM(part.value * term.coefficient) FILTER (WHERE term.part = 'denominator') > 0
  AND COUNT(*) FILTER (WHERE term.part = 'numerator') > 0
""",
    # For people and other programs: entries with their activity's name and their tags.
    """
CREATE VIEW journal AS
SELECT entry.id AS number, entry.day, entry.at, entry.utc_offset, activity.name AS activity,
  activity.area, entry.place, entry.gear, entry.effort, entry.note,
  (SELECT group_concat(tag, ' ') FROM entry_tag WHERE entry_id = entry.id) AS tags
FROM entry JOIN activity ON activity.id = entry.activity_id
""",
    # For people and other programs: one row a value, with the names of what was measured.
    """
CREATE VIEW journal_value AS
SELECT entry.id AS number, entry.day, activity.name AS activity, measure.name AS measure,
  measure.dimension, entry_value.value, entry_value.weight
FROM entry_value
JOIN entry ON entry.id = entry_value.entry_id
JOIN measure ON measure.id = entry_value.measure_id
JOIN activity ON activity.id = entry.activity_id
""",
)

WORDS = """
CREATE VIRTUAL TABLE entry_words USING fts5(
  note, tags, place, tokenize = "unicode61 remove_diacritics 2"
)
"""
"""Full text of the entries. A row's id puts it in order of time: see ``refresh.py``."""
