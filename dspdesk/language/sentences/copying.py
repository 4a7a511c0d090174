"""Sentences: permissions, copies and extracts."""

TABLE: dict[str, str] = {}
