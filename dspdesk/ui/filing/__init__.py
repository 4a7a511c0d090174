"""Documents are put into cases: one, a day's worth, by scan or from a list."""
