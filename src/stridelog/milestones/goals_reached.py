"""Goals reached.

Whether a goal is reached follows from its versions, from entries and from reviews; so it is worked
out when it is read, and a correction of any of them changes it.
"""

from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.milestone import Found
from stridelog.domain.quantity import Notation

SUMMARY = "Goals reached, each on the day on which it was"

ORDER = 5

EACH: Literal["goals"] = "goals"


def sentence(found: Found, _activity: Activity, _notation: Notation) -> str:
    """Say it: ``goal reached: 1 500 km this year``."""
    return f"goal reached: {found.said['name']}"
