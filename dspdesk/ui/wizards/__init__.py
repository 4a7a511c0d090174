"""Wizards: steps at the left, the work in the middle, a way out at any time."""
