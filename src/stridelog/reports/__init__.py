"""One module per question: compute an answer from facts, and lay it out as a page."""
