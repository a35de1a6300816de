"""One module per format that the journal goes out in.

Each has a ``SUMMARY`` of a few words, and ``write(activities, entries, out, deleted)``, which
writes text to ``out`` entry by entry. Every measurement of an entry belongs to a measure of its
activity. ``deleted`` are the origins of entries that were deleted, for a format that keeps them.
"""
