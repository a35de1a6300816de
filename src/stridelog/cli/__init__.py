"""Words in, pages out."""
