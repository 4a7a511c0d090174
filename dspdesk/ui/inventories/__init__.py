"""Inventories of cases and their transfer to the archive."""
