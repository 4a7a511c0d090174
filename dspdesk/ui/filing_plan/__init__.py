"""The filing plan of a year."""
