"""What the tables, views and columns of a journal mean, in the words of ``docs/schema.md``.

What a person made is described where ``store/tables/`` defines it; here stands the rest. The test
of the page sees to it that no column is forgotten.
"""

from collections.abc import Mapping

VIEWS = {
    "journal": "One row an entry, with its activity's name and its tags.",
    "journal_value": (
        "One row a value that was logged or that follows from what was logged (pace, NPS). "
        "`sum(value * weight) / sum(weight)` is the right average over any rows of one measure: "
        "the weighted mean of CSAT, the ratio of sums for a pace."
    ),
    "entry_value": "The same by numbers, as stride itself reads it.",
}
"""Views; the first two are made for other programs."""

KEPT_READY = {
    "fact": "The rows of `entry_value` once more, in the order in which they are compared.",
    "month_total": (
        "The facts of a month in one sum: of values (additive), else of values × weights."
    ),
    "month_values": (
        "The facts of a month in one row, as arrays in little-endian bytes: 32-bit integers for "
        "the days, 64-bit floats for values and weights, in the order of the days."
    ),
    "day_count": "How many entries an activity has on a day.",
    "milestone": "What the rules have found, each on its day.",
    "milestone_state": (
        "What the rules remember before a month, as JSON by rule, so that milestones can be found "
        "again from that month on."
    ),
    "uncounted": "What holds no record: excluded by a person, or doubtful.",
    "standard_distance": "The distances that are compared only with themselves.",
    "entry_words": "Full text (FTS5) over notes, tags and places, without case and accents.",
}
"""Tables that repeat what follows from the others. stride keeps them; nobody else should."""

_ACTIVITY = "the activity, or NULL for the whole journal"
_MEASURE = "the measure"
_MONTH = "the month: `year * 12 + month - 1`"
_CLASS = "the standard distance that the entry covers, empty where it is none"
_UID = "unique everywhere, in the order of time (UUID version 7)"

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "journal": {
        "number": "what people type: `stride show 12`",
        "day": "the local day that it counts for: `2026-11-20`",
        "at": "the local time: `2026-11-20T18:45:00`",
        "utc_offset": "seconds that the local time was ahead of UTC",
        "activity": "its name",
        "area": "part of life: fitness, work, …",
        "place": "where, or empty",
        "gear": "with which shoes or which bike, or empty",
        "effort": "how hard it felt, 1 to 10, or NULL",
        "note": "what one thought, or empty",
        "tags": "circumstances, with spaces between them, or NULL",
    },
    "journal_value": {
        "number": "the entry's number",
        "day": "the entry's day",
        "activity": "the activity's name",
        "measure": "the measure's name",
        "dimension": "what is measured, which tells the unit (see above)",
        "value": "in the base unit",
        "weight": "what the value weighs in an average",
    },
    "entry_value": {
        "entry_id": "the entry",
        "measure_id": _MEASURE,
        "value": "in the base unit of the measure's dimension",
        "weight": "what the value weighs in an average; 1 where nothing weighs it",
    },
    "activity": {
        "id": "its number inside this journal",
        "uid": _UID,
        "name": "`run`, `shift`, …",
        "area": "part of life: fitness, work, …",
        "retired": "1 where it is not logged any more",
    },
    "measure": {
        "id": "its number inside this journal",
        "uid": _UID,
        "activity_id": "the activity",
        "position": "its place among the measures of the activity, from 0",
        "name": "`distance`, `csat`, …",
        "kind": "`additive` (summed), `intensive` (averaged) or `derived` (a ratio of sums)",
        "dimension": "what is measured, which tells the unit (see above)",
        "direction": "what is better: `higher`, `lower` or `neutral`",
        "unit": "the unit that it is shown in, empty for the usual one",
        "weight_id": "the measure that weighs it in an average, or NULL",
        "scale": "factor from the quotient of base units to the base unit of a derived measure",
        "retired": "1 where it is not logged any more",
    },
    "measure_term": {
        "measure_id": "the derived measure",
        "part": "`numerator` or `denominator`",
        "term_id": "the additive measure",
        "coefficient": "its factor: 1, or -1 where it is taken away",
    },
    "entry": {
        "id": "the number that people type",
        "uid": _UID,
        "activity_id": "the activity",
        "at": "the local time: `2026-11-20T18:45:00`",
        "utc_offset": "seconds that the local time was ahead of UTC",
        "day": "the local day that it counts for: `2026-11-20`",
        "place": "where, or empty",
        "gear": "with which shoes or which bike, or empty",
        "effort": "how hard it felt, 1 to 10, or NULL",
        "note": "what one thought, or empty",
    },
    "measurement": {
        "entry_id": "the entry",
        "measure_id": "a measure of the entry's activity that is not derived",
        "value": "in the base unit of the measure's dimension",
    },
    "entry_tag": {"entry_id": "the entry", "tag": "in small letters, without its `+`"},
    "origin": {
        "source": "`strava`, `csv`, …",
        "key": "what the source calls the entry",
        "entry_id": "the number of the entry, which may have been deleted",
        "told": "what the source says of it, as JSON; empty if imported before version 3",
        "file": "the file that it stood in, without the folders above what was named",
        "taken_at": "when it was imported (UTC)",
    },
    "segment": {
        "entry_id": "the entry",
        "metres": "how long the stretch is",
        "seconds": "how long the fastest one took",
        "start": "seconds from the beginning of the track to its beginning",
    },
    "distinct_pair": {
        "one_id": "the number of an entry",
        "other_id": "the number of one that looks like it, and is another",
    },
    "cadence": {
        "id": "its number inside this journal",
        "uid": _UID,
        "activity_id": _ACTIVITY,
        "unit": "`day`, `week` or `month`",
        "times": "how often in each of them",
        "since": "the day from which it holds: `2026-11-22`",
    },
    "protection": {
        "id": "its number inside this journal",
        "uid": _UID,
        "activity_id": _ACTIVITY,
        "first_day": "its first day: `2026-11-21`",
        "last_day": "its last day, or NULL where no end was said",
        "weekdays": "the rest weekdays as digits, 0 for Monday; empty for a pause",
        "reason": "why, or empty",
    },
    "skip_budget": {
        "id": "its number inside this journal",
        "uid": _UID,
        "activity_id": _ACTIVITY,
        "skips": "how many",
        "since": "the day from which it holds",
    },
    "goal": {
        "id": "the number that people type",
        "uid": _UID,
        "title": "what it is called; empty for one called by what it asks for",
        "why": "why it matters",
        "area": "its area of life",
        "event": "the event that it belongs to",
        "rank": "`A`, `B` or `C` among the goals of the event",
        "shared": "1 where others may see it",
        "learned": "what was learned, of a closed one",
    },
    "goal_version": {
        "id": "its number",
        "uid": _UID,
        "goal_id": "the goal",
        "since": "the day from which it holds, until the next one of the goal",
        "kind": "`total`, `reach`, …: a module of `goals`",
        "first_day": "the first of the goal's own days",
        "deadline": "the last one; NULL without an end",
        "activity_id": "the activity that counts; NULL for all",
        "measure_id": "the measure that counts; NULL for how often",
        "distance_class": "the standard distance that counts; empty for any",
        "tags": "tags that entries have, with spaces between them",
        "not_tags": "tags that entries do not have",
        "place": "the place of entries",
        "target": "in the base unit; of a change, a share; NULL where a person answers",
        "way": "`at least` or `at most`",
        "per": "`day`, `week` or `month`, of a rate",
        "against_first": "the first of the days that a change is compared with",
        "against_last": "the last of them",
        "status": "`open`, `paused` or `closed`",
    },
    "goal_step": {
        "id": "its number",
        "uid": _UID,
        "version_id": "the version of a goal",
        "by_day": "the day by which it is to be reached",
        "text": "what is to be done",
        "value": "the value to have by then; NULL where a person answers",
        "done_day": "the day on which it was said to be done",
    },
    "goal_review": {
        "id": "its number",
        "uid": _UID,
        "goal_id": "the goal",
        "day": "the day of the review",
        "decision": "`kept`, `adjusted`, `paused` or `closed`",
        "done": "1 or 0, the answer to a goal of yes or no",
        "promise": "what was promised for the week, in words",
        "promise_activity_id": "the activity that the promise counts; NULL for all",
        "promise_measure_id": "the measure that it counts; NULL for how often",
        "promise_distance": "the standard distance that it counts",
        "promise_tags": "tags of the entries that it counts, and with an @ their place",
        "promise_value": "how much was promised, in the base unit; NULL where only words tell",
        "kept": "1 or 0, what was answered where no measure tells",
    },
    "goal_note": {
        "id": "its number",
        "uid": _UID,
        "goal_id": "the goal",
        "day": "the day on which it was noted",
        "author": "whose words they are",
        "text": "the words",
    },
    "change": {
        "id": "its number inside this journal, in the order of time",
        "uid": _UID,
        "made_at": "when, in UTC",
        "device": "the name of the machine",
        "command": "the words that were typed after `stride`",
        "undone": "1 while it is taken back",
    },
    "change_item": {
        "change_id": "the change",
        "kind": "`entry`, `activity`, `goal`, `rules`, `deleted` or `distinct`",
        "object_id": "the entry or the activity; 0 for rules of the whole journal",
        "image": "its rows on the other side of the change, as JSON; NULL where it had none",
    },
    "fact": {
        "measure_id": _MEASURE,
        "day": "the entry's day, counted from 1 January of year 1 (which is 1)",
        "entry_id": "the entry",
        "value": "in the base unit",
        "weight": "what the value weighs in an average",
        "distance_class": _CLASS,
    },
    "month_total": {
        "measure_id": _MEASURE,
        "distance_class": _CLASS,
        "month": _MONTH,
        "total": "the sum",
        "weight": "the sum of the weights",
    },
    "month_values": {
        "measure_id": _MEASURE,
        "distance_class": "the same; `*` for the entries of every distance, and of none, together",
        "month": _MONTH,
        "days": "days, counted as in `fact`",
        "numbers": "values in the base unit",
        "weights": "what each value weighs",
    },
    "day_count": {
        "activity_id": "the activity",
        "day": "the day, counted as in `fact`",
        "month": _MONTH,
        "entries": "how many",
    },
    "milestone": {
        "activity_id": "the activity",
        "day": "the day, counted as in `fact`",
        "rule": "the rule that found it",
        "place": "its place among those of its month, in the order in which they were found",
        "entry_id": "the entry that earned it",
        "big": "1 for a big one",
        "found": "the entries that it is compared with, and what is said of it, as JSON",
    },
    "milestone_state": {
        "activity_id": "the activity",
        "month": _MONTH,
        "state": "JSON",
    },
    "uncounted": {
        "activity_id": "the activity",
        "entry_id": "the entry",
        "metres": "the length of the stretch inside of it; 0 for the whole entry",
    },
    "standard_distance": {
        "name": "`5k`, `half`, …",
        "shortest": "metres from which an entry belongs to it",
        "longest": "metres up to which it does",
    },
    "entry_words": {
        "note": "the note",
        "tags": "the tags, with spaces between them",
        "place": "the place",
    },
}
"""The meaning of each column, by table or view."""
