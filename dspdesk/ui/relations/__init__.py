"""Linked documents: what an entry is to others."""
