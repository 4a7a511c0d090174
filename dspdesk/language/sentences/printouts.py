"""Sentences: printouts and their signatures."""

TABLE: dict[str, str] = {}
