"""The words of the product and their arithmetic: pure functions on frozen dataclasses."""
