"""The words of the demo: notes by what an entry was about, and the extra miles."""

from stridelog.demo.notes.leisure import EXTRA_MILES, LEISURE
from stridelog.demo.notes.running import RUNNING
from stridelog.demo.notes.work import WORK

NOTES = {**RUNNING, **WORK, **LEISURE}
"""What an entry was about, and the notes for such entries in the order of time."""

__all__ = ["EXTRA_MILES", "NOTES"]
