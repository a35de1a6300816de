"""What the program stands in: clock, paths, configuration."""
