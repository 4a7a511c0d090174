"""Cards: one record in calm groups, filled in from the keyboard."""
