"""Sentences: acts."""

TABLE: dict[str, str] = {}
