"""The choices of the body."""
