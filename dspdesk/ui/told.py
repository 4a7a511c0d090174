"""What an error tells the person: one plain sentence for each finding or problem."""

from dspdesk.language.sentences import Told, sentence
from dspdesk.law.findings import Finding, Refused


def says(finding: Finding) -> str:
    """The sentence of a finding."""
    return sentence(finding.code, finding.facts)


def in_words(error: Exception) -> str:
    """The sentence or sentences of an error that people are told; anything else is our own fault and goes on."""
    if isinstance(error, Refused):
        return "\n".join(says(finding) for finding in error.findings)
    if isinstance(error, Told):
        return str(error)
    raise error
