"""Where a copy is, in the words in which one says it to a caller on the telephone."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.case_file import CopyNature
from dspdesk.law.values import CopyNumbers
from dspdesk.law.whereabouts import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dspdesk.queries.whereabouts import CopyRow

#: One sentence for each answer; `{person}` is a name in the case of having («у Ахметова Б.К.»).
PLACES = {
    Where.SERVICE: N_("with the documentation service"),
    Where.STORED: N_("in storage: {holder}"),
    Where.PERSON: N_("with {person}"),
    Where.UNIT: N_("in the unit: {holder}"),
    Where.CORRESPONDENT: N_("sent away: {holder}"),
    Where.CASE: N_("in a case: {holder}"),
    Where.SEIZED: N_("seized: {holder}"),
    Where.DESTROYED: N_("destroyed: {holder}"),
    Where.CARRIED_OVER: N_("under the number of a later year: {holder}"),
    Where.AS_WRITTEN: N_("issued, as the register has it: {holder}"),
}

#: What a copy is (paragraph 30, 6).
NATURES = {
    CopyNature.ORDINARY: N_("an ordinary copy"),
    CopyNature.DRAFT: N_("a draft"),
    CopyNature.SPARE: N_("a spare copy"),
    CopyNature.TO_BE_RETURNED: N_("to be returned"),
}


def place(row: "CopyRow") -> str:
    """Where a copy is: "with Akhmetov B.K."."""
    return _(PLACES[row.where]).format(holder=row.holder, person=row.held_by or row.holder)


def place_since(row: "CopyRow") -> str:
    """Where a copy is, and since when where that is known."""
    if row.since is None or row.where is Where.AS_WRITTEN:
        return place(row)
    return _("{place}, since {date}").format(place=place(row), date=short(row.since))


def copy(row: "CopyRow") -> str:
    """One copy in a list: its number, what it is where it is not filed, and where it is."""
    said = _("Copy {number}: {place}").format(number=row.number, place=place_since(row))
    return f"{said} ({nature(row)})" if nature(row) else said


def nature(row: "CopyRow") -> str:
    """What a copy is that is not filed ("a draft"), '' of an ordinary one."""
    return _(NATURES[row.nature]) if row.nature is not CopyNature.ORDINARY else ""


def numbers(rows: "Sequence[CopyRow]") -> str:
    """The numbers of copies, runs as ranges."""
    return str(CopyNumbers(tuple(row.number for row in rows)))
