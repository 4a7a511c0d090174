"""Papers: a function from `…Content` and a language to PDF bytes in memory, one module per paper."""
