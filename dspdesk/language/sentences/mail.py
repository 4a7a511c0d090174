"""Sentences: mail before registration."""

TABLE: dict[str, str] = {}
