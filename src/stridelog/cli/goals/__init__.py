"""What the commands about goals share: from words to goals, and from facts to where they stand."""
