"""Recorded tracks: what is worked out of them."""

from stridelog.domain.track.efforts import STANDARD_EFFORTS
from stridelog.domain.track.recording import Sample, Totals, Track
from stridelog.domain.track.summarizing import Summary, moving_speeds, summary

__all__ = ["STANDARD_EFFORTS", "Sample", "Summary", "Totals", "Track", "moving_speeds", "summary"]
