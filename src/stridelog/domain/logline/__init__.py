"""The language of one logged line: ``10k 50:42 +race @riverside "turkey trot"``.

Every word is one of: a quantity, which goes to the activity's measure of its dimension;
``name=value``, which names the measure; ``+tag``; ``@place``; or a note, which is a word with a
space in it. A whole line as it is pasted from elsewhere is taken apart by ``splitting`` and
``said``; one that is JSON by ``json_line``.
"""

from stridelog.domain.logline.line import LineError, LogLine, NoSuchMeasureError
from stridelog.domain.logline.reading import read_line, value_of
from stridelog.domain.logline.refusal import refuse_hours_or_minutes

__all__ = [
    "LineError",
    "LogLine",
    "NoSuchMeasureError",
    "read_line",
    "refuse_hours_or_minutes",
    "value_of",
]
