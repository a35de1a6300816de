"""Facts, by SQL over a connection that cannot write: one module per question."""
