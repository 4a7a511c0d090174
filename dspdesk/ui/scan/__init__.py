"""Scanning a label in any window: the burst of keys is recognised, taken out of the typing, and lands on its item."""
