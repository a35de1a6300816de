"""From a path to what is in it: the files behind it, their formats, and what importers read there.

A path may be a file, a folder or a zip; gzip is taken off on the way. Importers see plain files
only, and know neither where these lie nor that several of them are read at a time.
"""
