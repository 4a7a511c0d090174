"""Journals: a grid with a filter row, and beside it the details of the selected entry."""
