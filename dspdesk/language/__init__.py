"""Kazakh and Russian: catalogues, numbers in words, dates, names, folding for search, sort keys.

Imports nothing else of the program and, when imported, nothing outside the standard library, so that
rules, papers, the command line and the windows may all use it at no cost.
"""

from dspdesk.language.catalogue import N_, Language, _, ngettext, pgettext, use_language

__all__ = ["N_", "Language", "_", "ngettext", "pgettext", "use_language"]
