"""The year as it closes."""
