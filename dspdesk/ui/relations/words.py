"""Linked documents in words, for the details of an entry and its form."""

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.relations import Side
from dspdesk.queries.relations import Other
from dspdesk.ui import wording

#: What the other document is to this one, in short.
SIDES = {
    Side.REPLY_TO: N_("document answered"),
    Side.ANSWERED_BY: N_("reply"),
    Side.ENCLOSURE_OF: N_("main document"),
    Side.HAS_ENCLOSURE: N_("linked enclosure"),
    Side.SAME_SUBJECT: N_("same subject"),
}
#: The same for a choice, in full.
CHOICES = {
    Side.REPLY_TO: N_("the document that this one answers"),
    Side.ANSWERED_BY: N_("a reply to this one"),
    Side.ENCLOSURE_OF: N_("the document that this one is an enclosure of"),
    Side.HAS_ENCLOSURE: N_("an enclosure of this one"),
    Side.SAME_SUBJECT: N_("a document on the same subject"),
}


def side(one: Side) -> str:
    """What the other document is to this one."""
    return _(SIDES[one])


def choices() -> dict[Side, str]:
    """What the other document can be to this one."""
    return {one: _(text) for one, text in CHOICES.items()}


def entry(other: Other) -> str:
    """The other entry in short: its number and its journal."""
    return _("№ {number}, {journal}").format(
        number=other.number, journal=wording.journal_name(other.kind, other.year)
    )


def about(other: Other) -> str:
    """What the other document is: its day, whose it is, what it is about, where it is filed."""
    day = short(other.on) if other.on else ""
    state = _("annulled") if other.annulled else filed(other)
    return ", ".join(part for part in (day, other.correspondent, other.words, state) if part)


def filed(other: Other) -> str:
    """Where the other document is filed."""
    return other.filed_in or _("in no case")
