"""Sample papers: invented bodies, people and documents, in real Russian and real Kazakh (`samples.toml`)."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dspdesk.language.catalogue import Language
from dspdesk.law.abstract_extraction import AbstractExtractionContent, Attesting
from dspdesk.law.act import KINDS, ActKind, Addressee
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.case_cover import CaseCoverContent
from dspdesk.law.certification_sheet import CertificationSheetContent, Line
from dspdesk.law.copy_stamp import CopyStampContent, Side, Sticker
from dspdesk.law.covering_letter import CoveringLetterContent, Returned
from dspdesk.law.digest import DigestContent, DigestGroup, DigestLine, Group
from dspdesk.law.duty_handover import CoverTaken, DutyHandoverContent
from dspdesk.law.filing_plan import FilingPlanContent, PlanLine, PlanUnit, line_of
from dspdesk.law.handover_sheet import HandoverLine, HandoverSheetContent
from dspdesk.law.inner_inventory import Entry, InnerInventoryContent, documents, lines
from dspdesk.law.kinds import ItemState, JournalKind, NumberState
from dspdesk.law.recovery_sheet import RecoverySheetContent
from dspdesk.law.registration_card import RegistrationCardContent
from dspdesk.law.registration_journal import (
    JournalItem,
    RegistrationJournalContent,
    count,
    inscription,
    line,
)
from dspdesk.law.reminder_slip import ReminderSlipContent, SlipLine
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.law.seizure_record import SeizedLine, SeizureRecordContent
from dspdesk.law.shelf_label import ShelfLabel, ShelfLabelContent
from dspdesk.law.shortage_act import ActLineWords, CopyFor, ShortageActContent, Signs
from dspdesk.law.unit_inventory import HandedOver, InventoryKind, InventoryLine, Period, UnitInventoryContent
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.reports.wording import samples as words

_WORDS = ("correspondent", "their_number", "kind", "summary", "resolution", "control", "notes")
_LISTS = ("copies", "receipts", "returns", "filings", "destructions")


def items(language: Language) -> list[JournalItem]:
    """Entries of an incoming journal: one with a letter, one number skipped, one annulled, one to complete."""
    return [_item(entry) for entry in words(language)["entry"]]


def journal(language: Language) -> RegistrationJournalContent:
    """The incoming journal of a year, closed."""
    said, entries = words(language), items(language)
    return RegistrationJournalContent(
        organisation=said["organisation"],
        kind=JournalKind.INCOMING,
        year=said["year"],
        journal_language=language,
        lines=[line(item, JournalKind.INCOMING, language) for item in entries],
        position=said["position"],
        certified_by=said["name"],
        closing=inscription(count(map(_number, entries)), language, said["position"], said["name"]),
    )


def cards(language: Language) -> list[RegistrationCardContent]:
    """Two cards of that journal: an item that has moved much, and one that is still to be completed."""
    said, entries = words(language), {str(item.number): item for item in items(language)}
    return [
        RegistrationCardContent(
            organisation=said["organisation"],
            kind=JournalKind.INCOMING,
            year=said["year"],
            journal_language=language,
            number=entries[number].number.with_mark(language),
            line=line(entries[number], JournalKind.INCOMING, language),
        )
        for number in ("7", "11")
    ]


def recovery(language: Language) -> RecoverySheetContent:
    """A key that opens nothing."""
    said = words(language)
    key: Mapping[str, Any] = said["key"]
    made_on: dt.date = key["made_on"]
    return RecoverySheetContent(
        said["organisation"], key["store_id"], tuple(key["groups"]), made_on, said["name"]
    )


def stickers(language: Language) -> CopyStampContent:
    """Both sides of a letter's copy, those of a copy made in addition, and the note on what was reproduced."""
    said = words(language)["stickers"]
    number, printed, went = said["number"], said["printed"], tuple(said["went"])
    codes = {copy: str(Code(Kind.COPY, 1000 + copy)) for copy in (1, 43)}
    return CopyStampContent(
        organisation=words(language)["organisation"],
        stickers=[
            Sticker(Side.FRONT, number, 1, printed, codes[1]),
            Sticker(Side.BACK, number, 1, printed, "", went),
            Sticker(Side.NOTE, number, 1, printed, "", (said["note"],)),
            Sticker(Side.FRONT, number, 43, printed, codes[43], (said["further"],)),
            Sticker(Side.BACK, number, 43, printed, "", went),
        ],
        first=2,
    )


def cover(language: Language) -> CaseCoverContent:
    """A volume of orders that is kept permanently: all details of a cover."""
    said = words(language)["cover"]
    return CaseCoverContent(
        organisation=words(language)["organisation"], barcode=str(Code(Kind.VOLUME, 204)), **said
    )


def cards_taken_out(language: Language) -> AbstractExtractionContent:
    """Three cards that two workers have taken out of a bulletin."""
    whole = words(language)
    said: Mapping[str, Any] = whole["cards_taken_out"]
    return AbstractExtractionContent(
        organisation=whole["organisation"],
        number=said["number"],
        title=said["title"],
        made_on=said["made_on"],
        cards=said["cards"],
        count=said["count"],
        finding=said["finding"],
        workers=[
            Attesting(whole["position"], whole["name"]),
            Attesting(said["second_position"], said["second_name"]),
        ],
    )


def handover_sheets(language: Language) -> list[HandoverSheetContent]:
    """The sheets of a day: one person with many documents, one with a single one."""
    said, entries = words(language), {str(item.number): item for item in items(language)}
    return [
        HandoverSheetContent(
            organisation=said["organisation"],
            year=said["year"],
            number=number,
            dated=one["dated"],
            name=one["name"],
            position=one["position"],
            unit=one["unit"],
            lines=[_handed(entries[key], language) for key in one["entries"]],
            given_by=said["name"],
            giver_position=said["position"],
            barcode=str(Code(Kind.SHEET, number)),
        )
        for number, one in enumerate(said["handed"], 14)
    ]


def _handed(item: JournalItem, language: Language) -> HandoverLine:
    return HandoverLine(
        number=item.number.with_mark(language),
        date=item.date,
        correspondent=item.correspondent,
        what=f"{item.kind} {item.summary}",
        sheets=item.sheets.document,
        enclosure_sheets=item.sheets.enclosures,
        copy=item.copies[0],
    )


def shortage(language: Language) -> ShortageActContent:
    """A cover that was torn and lacked two sheets and a drawing."""
    said = words(language)["shortage"]
    names = {Addressee.SENDER: said["sender"], Addressee.EXECUTOR: said["executor"]}
    facts = (
        "number",
        "dated",
        "locality",
        "basis",
        "sender",
        "received",
        "cover_numbers",
        "bearer",
        "findings",
    )
    return ShortageActContent(
        organisation=words(language)["organisation"],
        lines=tuple(ActLineWords(*line) for line in said["lines"]),
        signers=tuple(Signs(*one) for one in said["signers"]),
        copies=tuple(
            CopyFor(place, one, names.get(one, ""))
            for place, one in enumerate(KINDS[ActKind.SHORTAGE].addressees, 1)
        ),
        **{fact: said[fact] for fact in facts},
    )


def seizure(language: Language) -> SeizureRecordContent:
    """Three documents seized from a case, one of them without an entry in a journal."""
    said = dict(words(language)["seizure"])
    lines = tuple(SeizedLine(**line) for line in said.pop("lines"))
    present = tuple(said.pop("present"))
    return SeizureRecordContent(
        organisation=words(language)["organisation"], lines=lines, present=present, **said
    )


def duty_list(language: Language) -> DutyHandoverContent:
    """Three covers taken in one night."""
    said = words(language)
    duty = said["duty"]
    return DutyHandoverContent(
        organisation=said["organisation"],
        covers=tuple(CoverTaken(**cover) for cover in said["duty_cover"]),
        given_position=duty["given"][0],
        given_by=duty["given"][1],
        accepted_position=duty["accepted"][0],
        accepted_by=duty["accepted"][1],
        handed_over_at=duty["handed_over_at"],
    )


def return_letter(language: Language) -> CoveringLetterContent:
    """Two documents that belong to somebody else."""
    said = dict(words(language)["return_letter"])
    enclosed = tuple(Returned(**one) for one in said.pop("enclosed"))
    return CoveringLetterContent(organisation=words(language)["organisation"], enclosed=enclosed, **said)


def certification(language: Language) -> CertificationSheetContent:
    """A volume with lettered, skipped and blank sheets, a thing between sheets, an insert, further features."""
    said = dict(words(language)["certification"])
    lines = tuple(Line(*line) for line in said.pop("lines"))
    return CertificationSheetContent(organisation=words(language)["organisation"], lines=lines, **said)


def unit_inventory(language: Language) -> UnitInventoryContent:
    """The inventory of a unit: two volumes of a restricted case, one struck out, unclassified ones, one transfer."""
    said = dict(words(language)["inventory"])
    lines = [InventoryLine(number, **line) for number, line in enumerate(said.pop("lines"), 1)]
    transfer = HandedOver(**said.pop("transfer"))
    return UnitInventoryContent(
        kind=InventoryKind.UNIT,
        period=Period.LONG,
        organisation=words(language)["organisation"],
        lines=lines,
        made_position=words(language)["position"],
        made_by=words(language)["name"],
        transfers=[transfer],
        **said,
    )


def shelf_labels(language: Language) -> ShelfLabelContent:
    """Labels of the volumes of that inventory, and of a shelf."""
    from dspdesk.reports.shelf_label import volume

    said = words(language)["labels"]
    listed = [line for line in words(language)["inventory"]["lines"] if "volume" in line]
    year = words(language)["inventory"]["year"]
    cases = [
        ShelfLabel(
            line["case_index"],
            (volume(line["volume"], year, language), line["heading"]),
            str(Code(Kind.VOLUME, 40 + line["volume"])),
            marked=line["restricted"],
        )
        for line in listed
    ]
    shelf = ShelfLabel(said["shelf"], (said["within"],), str(Code(Kind.PLACE, 17)))
    return ShelfLabelContent(words(language)["organisation"], (*cases, shelf), first=2)


def slip(language: Language) -> ReminderSlipContent:
    """A slip with a document overdue, one due on the day and one due soon after."""
    said = dict(words(language)["slip"])
    lines = tuple(SlipLine(**one) for one in said.pop("lines"))
    return ReminderSlipContent(
        organisation=words(language)["organisation"],
        lines=lines,
        signs_position=words(language)["position"],
        signs_name=words(language)["name"],
        **said,
    )


def digest(language: Language) -> DigestContent:
    """The digest of a small body."""
    said = words(language)["digest"]
    groups = [(group, tuple(DigestLine(*line) for line in said[group])) for group in Group]
    return DigestContent(
        organisation=words(language)["organisation"],
        unit="",
        made_at=said["made_at"],
        groups=tuple(DigestGroup(group, lines, sum(line.count for line in lines)) for group, lines in groups),
        signs_position=words(language)["position"],
        signs_name=words(language)["name"],
    )


def filing_plan(language: Language) -> FilingPlanContent:
    """A plan of two units."""
    said = words(language)["plan"]
    units = [
        PlanUnit(unit["name"], tuple(_heading(line, language) for line in unit["lines"]))
        for unit in said["units"]
    ]
    written = [Retention.parse(line[2]) for unit in said["units"] for line in unit["lines"]]
    return FilingPlanContent(
        organisation=words(language)["organisation"],
        year=said["year"],
        units=tuple(units),
        periods=Counter(one.period for one in written if one),
        **{
            name: said[name]
            for name in ("signs_position", "signs_name", "approves_position", "approves_name")
        },
    )


def _heading(said: Sequence[Any], language: Language) -> PlanLine:
    index, heading, retention, restricted, carry_over, notes = said
    return line_of(
        index,
        heading,
        Retention.parse(retention) or Retention(RetentionKind.PERMANENT),
        language,
        restricted=restricted,
        carry_over=carry_over,
        expected=None,
        notes=notes,
    )


def inner_inventory(language: Language) -> InnerInventoryContent:
    """The inventory of a volume with registered and unclassified documents, one of which was taken out."""
    whole = words(language)
    said, first, entries = whole["inner_inventory"], 1, []
    filed = [
        (item.number.with_mark(language), item.date, f"{item.kind} {item.summary}", item.sheets)
        for item in items(language)
        if item.state is ItemState.REGISTERED and item.kind and item.sheets.document
    ]
    documented = [(*one[:3], (one[3].document or 0) + (one[3].enclosures or 0)) for one in filed]
    for key, (number, dated, heading, sheets) in enumerate([*documented, *map(tuple, said["lines"])], 1):
        out = key == said["out"]
        note = said["note"] if out else ""
        entries.append(Entry(key, number, dated, heading, first, first + sheets - 1, note, lies=not out))
        first += sheets
    return InnerInventoryContent(
        organisation=whole["organisation"],
        number=said["number"],
        restricted=True,
        lines=[line for _key, line in lines(entries, language)],
        documents=documents(entries),
        position=whole["position"],
        name=whole["name"],
        dated=said["dated"],
    )


def _number(item: JournalItem) -> tuple[RegistrationNumber, NumberState]:
    annulled = item.state is ItemState.ANNULLED
    return item.number, NumberState.ANNULLED if annulled else NumberState.ISSUED


def _item(entry: Mapping[str, Any]) -> JournalItem:
    facts: dict[str, Any] = {key: entry.get(key, "") for key in _WORDS}
    facts |= {key: tuple(entry.get(key, ())) for key in _LISTS}
    return JournalItem(
        number=RegistrationNumber.parse(entry["number"]),
        state=ItemState(entry.get("state", "registered")),
        date=entry["date"],
        their_date=entry.get("their_date"),
        sheets=SheetCount(entry.get("sheets"), entry.get("enclosures")),
        **facts,
    )
