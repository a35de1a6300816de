"""The schema: every table, view and constraint of a journal, defined once.

What has a uid is an object, and an SQLModel class: an activity, a measure, an entry, a rule, a
change. The rows that hang on one are a table beside it, whose ``comment`` says what they are. A
class takes ten times as long to define as a table, and ``stride log`` waits for it; so a module
holds what is written together, and each command imports those that it writes.

Times are text: ``at`` is the local civil time (``2026-11-26T08:12:00``), ``utc_offset`` how many
seconds it was ahead of UTC, ``day`` the local day that the entry counts for. In the tables kept
ready, days are ordinals (``date.toordinal``; 1 January of year 1 is 1), months are
``year * 12 + month - 1``.
"""

DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
"""What the text of a day looks like."""
