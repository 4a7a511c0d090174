"""How many sheets a finished paper has."""

import re

# ReportLab leaves the objects of a document outside compressed streams, so its pages can be counted as they stand
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF drawn here."""
    return len(_PAGE.findall(pdf))
