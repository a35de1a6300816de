"""Unique ids: the same nowhere else, and in the order of time."""

import os
from datetime import datetime


def new_uid(now: datetime) -> str:
    """Return a UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits."""
    # A clock that stands before 1970 is wrong, but must not stop anybody from logging.
    milliseconds = max(0, int(now.timestamp() * 1000)).to_bytes(6, "big")
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | random[0] & 0x0F
    random[2] = 0x80 | random[2] & 0x3F
    text = (milliseconds + random).hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
