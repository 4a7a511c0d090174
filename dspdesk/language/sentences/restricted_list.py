"""Sentences: lists of restricted information."""

TABLE: dict[str, str] = {}
