"""Correcting entries, one or several: which, what is said of them, what they become."""
