"""One module per format that the journal goes out in."""
