"""What every part of a change stands on: the open transaction, and the images it keeps for undo."""

import sqlite3
from datetime import datetime

from stridelog.domain.errors import NotFoundError, StrideError
from stridelog.store import history


class ChangedMeanwhileError(StrideError):
    """Another program has changed what this change was made for."""


class GoneMeanwhileError(NotFoundError):
    """Another program has taken away what this change was made for."""


class Recorded:
    """A change that keeps what it touches, so that it can be undone."""

    def __init__(self, raw: sqlite3.Connection, number: int, made_at: datetime) -> None:
        self.raw = raw
        self._id = number
        self._made_at = made_at

    def _keep(self, kind: str, object_id: int) -> None:
        image = history.image_of(self.raw, kind, object_id)
        history.keep(self.raw, self._id, kind, [(object_id, image)])

    def _keep_new(self, kind: str, object_id: int) -> None:
        """Note that an object did not exist before."""
        history.keep(self.raw, self._id, kind, [(object_id, None)])
