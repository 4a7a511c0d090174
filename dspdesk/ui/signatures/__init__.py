"""Printouts that wait for signatures."""
