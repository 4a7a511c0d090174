"""The answer in plain words, as one reads it out to a caller on the telephone."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.kinds import NumberState
from dspdesk.queries.where_is_it import Answer, By
from dspdesk.ui import wording
from dspdesk.ui.movement import words

if TYPE_CHECKING:
    from dspdesk.queries.where_is_it import FoundCopy

_MOST_LINES = 4  # more are read from the list


def place_and_receipt(found: "FoundCopy") -> str:
    """Where a copy is, since when, and by which receipt."""
    place = words.place_since(found.copy)
    return _("{place}, {receipt}").format(place=place, receipt=found.receipt) if found.receipt else place


def lines(answer: Answer, typed: str) -> list[str]:
    """The answer, one sentence a line."""
    if answer.by is By.NOTHING:
        text = _("Nothing has the number, and nobody the name “{typed}”. Look at the number once more.")
        return [text.format(typed=" ".join(typed.split()))]
    if answer.by is By.NUMBER:
        return _of_number(answer)
    return [_headline(answer)]


def also(answer: Answer) -> str:
    """Which other entries have the same number, '' when there are none."""
    entries = list(dict.fromkeys((one.number, one.kind, one.year) for one in answer.copies))
    if answer.by is not By.NUMBER or len(entries) < 2:
        return ""
    others = ", ".join(
        _("№ {number}, {journal}").format(number=number, journal=wording.journal_name(kind, year))
        for number, kind, year in entries[1:]
    )
    return _("The same number stands in the list below too: {entries}").format(entries=others)


def _of_number(answer: Answer) -> list[str]:
    first = answer.copies[0]
    own = [one for one in answer.copies if one.item_id == first.item_id]
    if answer.asked is not None:
        own = [one for one in own if one.copy.id == answer.asked] or own
    if first.state is not NumberState.ISSUED:
        reserved = first.state is NumberState.RESERVED
        said = (
            _("№ {number}: the number is only reserved.")
            if reserved
            else _("№ {number}: the number is annulled.")
        )
        own_words = [said.format(number=first.number)]
    else:
        own_words = []
    told = [_together(list(group)) for _place, group in groupby(own, key=place_and_receipt)]
    if len(told) > _MOST_LINES:
        told = [*told[:_MOST_LINES], _("The further copies stand in the list.")]
    return own_words + told


def _together(copies: "Sequence[FoundCopy]") -> str:
    """Copies that are in the same place, in one sentence."""
    numbers = words.numbers([one.copy for one in copies])
    text = ngettext("№ {number}, copy {copies}: {place}", "№ {number}, copies {copies}: {place}", len(copies))
    return text.format(number=copies[0].number, copies=numbers, place=place_and_receipt(copies[0]))


def _headline(answer: Answer) -> str:
    total = answer.total
    counted = ngettext("{n} copy", "{n} copies", total).format(n=wording.grouped(total))
    if answer.at_least:
        counted = _("more than {copies}").format(copies=counted)
    if answer.by is By.PERSON:
        if not total:
            return _("{people}: nothing is with them now.").format(people=", ".join(answer.names))
        if answer.having:
            return _("With {people}: {copies}").format(people=", ".join(answer.having), copies=counted)
        return _("As the registers have it, linked to nobody yet: {copies}").format(copies=counted)
    if answer.by is By.PLACE:
        return _("In “{place}”: {copies}").format(place=answer.names[0], copies=counted)
    if answer.by is By.LABEL:
        return _("By this label: {copies}").format(copies=counted)
    return _("Documents with these words: {copies}").format(copies=counted)
