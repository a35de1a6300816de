"""``stride log -``: many entries from standard input, one a line."""
