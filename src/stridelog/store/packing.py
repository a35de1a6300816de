"""Numbers in one piece: arrays as little-endian bytes, as ``month_values`` keeps them."""

import sys
from array import array
from collections.abc import Iterable
from typing import Any, Literal

EVERY = "*"
"""What ``month_values`` calls the entries of every distance, and of none, together."""

Kind = Literal["i", "d"]
"""32-bit integers or 64-bit floats."""


def packed(kind: Kind, items: Iterable[float]) -> bytes:
    """Return the items as an array's bytes."""
    made: array[Any] = array(kind, items)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def unpacked(kind: Kind, pieces: Iterable[bytes]) -> "array[Any]":
    """Return the items of several arrays, one after the other."""
    made: array[Any] = array(kind)
    for piece in pieces:
        made.frombytes(piece)
    if sys.byteorder == "big":
        made.byteswap()
    return made
