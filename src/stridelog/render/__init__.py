"""Pages and answers into terminal, Markdown, JSON and CSV."""
