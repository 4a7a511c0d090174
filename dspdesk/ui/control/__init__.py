"""Execution control: resolutions, deadlines, what is overdue and with whom."""
