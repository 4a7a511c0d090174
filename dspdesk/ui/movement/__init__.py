"""Movements of copies: handing over, taking back, putting in a place, correcting, and where each copy is."""
