"""Sentences of findings and problems: each code has one of its own."""

import pkgutil
from collections import Counter
from importlib import import_module

from dspdesk.language import sentences


def test_no_code_has_two_sentences() -> None:
    """A second sentence of a code would hide the first, and ask for facts that its findings have not."""
    modules = [
        import_module(f"{sentences.__name__}.{one.name}") for one in pkgutil.iter_modules(sentences.__path__)
    ]
    codes = Counter(code for module in modules for code in module.TABLE)
    assert [code for code, times in codes.items() if times > 1] == []
    assert codes.keys() == sentences.sentences().keys()
