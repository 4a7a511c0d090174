"""Clerks' sheets: journals of appendix 2 as they are kept in a spreadsheet program, read and never trusted.

`reading.read_in_child` is the way in for the program: a foreign file is parsed in a process without a key,
with limits of time and memory. What comes back are plain records and the rows held back, each with its reasons.
"""
