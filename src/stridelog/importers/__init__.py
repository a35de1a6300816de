"""One module per format that history comes in."""
