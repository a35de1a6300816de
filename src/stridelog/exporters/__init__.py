"""One module per format that the journal goes out in.

Each has a ``SUMMARY`` of a few words, the ``ENDING`` that files of the format have, the ``ORDER``
in which it wants the entries, and ``write(export, out)``, which writes text to ``out`` entry by
entry. ``out`` should be UTF-8 and leave line ends alone.
"""
