"""One module per format that history comes in.

Each has a ``SUMMARY`` of a few words; ``sniff(name, head) -> bool``, which tells from a file's
name and its first 64 KiB whether it is of that format; and ``read(path, options)``, which yields
``ImportItem``s as it goes and raises ``ImportFileError`` where the file as a whole cannot be read,
be that at its end. Nothing is read that is not asked for, and no more of a file than one record
is kept in memory. Modules whose names begin with an underscore belong to several formats.
"""
