"""Sentences: resolutions and control of execution."""

TABLE: dict[str, str] = {}
