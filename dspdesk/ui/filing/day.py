"""A day's worth of filing: executed documents that lie in no case, each with its volume; a label scanned ticks one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.procedures import filing as procedures
from dspdesk.procedures.filing import FileCopies, ToFile
from dspdesk.queries import filing
from dspdesk.queries.filing import FilableCopy, Proposal
from dspdesk.ui import told
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.findings import Repairs
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.filing import repairs
from dspdesk.ui.filing.volume_field import label
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree, WhyNot
from dspdesk.ui.newest import Newest

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.cases import VolumeRow
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 66  # ems
_NOWHERE = 0
_PATIENCE = 0.08  # seconds the documents are waited for, so that the form comes up filled


class DayForm(LiveForm):
    """What is ticked is filed in one step, all or none; with `volume_id` all of it goes into that case."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int | None = None) -> None:
        self._into = filing.last_volume(desk, volume_id) if volume_id is not None else None
        self._volumes = {row.id: row for row in filing.open_volumes(desk)}
        into = self._volumes.get(self._into) if self._into is not None else None
        words = filing.volume_words(into) if into is not None else ""
        title = _("File in {volume}").format(volume=words) if words else _("File executed documents")
        super().__init__(desk, parent, title, _WIDTH)
        self._newest = Newest(self)
        self._copies: dict[int, FilableCopy] = {}
        self._moved: dict[int, int] = {}  # a volume that is full, and the next one that was opened here
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add("on", _("Filed on"), self.on)
        self.documents = TickTree(_("Documents"))
        self.add("chosen", _("Documents"), self.documents)
        self.save_button.set_text(_("File it"), "Ctrl+S")
        self.documents.setFocus()
        self._newest.ask(lambda: filing.to_file(desk), self._arrived, _PATIENCE)

    def loaded(self) -> bool:
        """Whether it is known what is to be filed."""
        return self._newest.idle()

    def _arrived(self, proposal: Proposal) -> None:
        """List what is to be filed: in years of a busy service that takes a moment to find."""
        nothing = _(
            "Nothing is to be filed: every executed document of this year and the last lies in a case. "
            "A document is proposed once it is off control, came back, was signed, or has its case named."
        )
        self.why = WhyNot(self.documents, nothing)
        self.add_to_foot(self.why)
        self._copies = {one.copy_id: one for one in proposal.copies}
        if (more := proposal.total - len(proposal.copies)) > 0:
            said = ngettext(
                "{n} more document is not listed: scan its label, or file these first.",
                "{n} more documents are not listed: scan their labels, or file these first.",
                more,
            )
            self.add_note(said.format(n=more))
        self._show_documents()
        if self.isVisible():
            self.ask_law()

    # --- what the law is asked ---

    def command(self, reason: str = "") -> FileCopies:
        """The documents ticked, each into its volume."""
        documents = tuple(
            ToFile(copy_id=key, volume_id=self._goes(self._copies[key])) for key in self.documents.value()
        )
        on = self.on.value() or self._desk.today()
        return FileCopies(documents=documents, on=on, form_id=self.form_id, reason=reason)

    def consider(self) -> Iterable[Finding]:
        """What stands against filing all of them together."""
        command = self.command()
        return procedures.consider(self._desk, command) if command.documents else ()

    def save(self, reason: str) -> object:
        """File them, all or none."""
        return procedures.file_copies(self._desk, self.command(reason))

    def repairs(self) -> Repairs:
        """A full volume is followed by the next one, into which those go that no longer fit."""
        further = (_("Open the next volume and file there"), self.open_next)
        return dict.fromkeys(("volume_full", "volume_nearly_full"), further)

    def open_next(self) -> None:
        """Open the next volume of the first case that is full; what still fits goes into the one before it."""
        full = self._first_full()
        if full is None:
            return
        try:
            made = repairs.next_volume(self._desk, self._volumes[full])
        except Refused as refused:
            self._show(refused.findings)
            return
        self._volumes = {row.id: row for row in filing.open_volumes(self._desk)} | self._volumes
        kept = self.documents.value()
        room = self._room(full)
        for key in kept:
            copy = self._copies[key]
            if self._goes(copy) != full:
                continue
            room -= copy.sheets or 0
            if room < 0:
                self._copies[key] = replace(copy, volume_id=made)
                self._moved[key] = made
        self._show_documents(kept)
        self.ask_law()

    def _first_full(self) -> int | None:
        """The volume in which what is ticked has no room."""
        for volume_id in dict.fromkeys(self._goes(self._copies[key]) for key in self.documents.value()):
            coming = sum(
                self._copies[key].sheets or 0
                for key in self.documents.value()
                if self._goes(self._copies[key]) == volume_id
            )
            if volume_id in self._volumes and coming > self._room(volume_id):
                return volume_id
        return None

    def _room(self, volume_id: int) -> int:
        return self._desk.edition.sheets_nearly_full - 1 - self._volumes[volume_id].sheets

    # --- what is listed ---

    def take_scan(self, code: Code) -> bool:
        """Tick the document whose label was scanned; one that is not listed is put on the list."""
        if code.kind not in {Kind.COPY, Kind.ITEM} or not self.loaded():
            return False
        listed = next((key for key, one in self._copies.items() if _meant(one, code)), None)
        if listed is None:
            key = {"copy_id" if code.kind is Kind.COPY else "item_id": code.id}
            if (found := filing.filable(self._desk, **key)) is None:
                return False
            listed, kept = found.copy_id, self.documents.value()
            self._copies[listed] = found
            self._show_documents(kept)
        self.documents.tick(listed)  # one that cannot be ticked says why below
        self.ask_law()
        return True

    def _goes(self, copy: FilableCopy) -> int:
        """Where a document goes: into the case of this window, else where it is proposed."""
        if copy.copy_id in self._moved:
            return self._moved[copy.copy_id]
        return self._into if self._into is not None else copy.volume_id or _NOWHERE

    def _show_documents(self, ticked: Sequence[int] | None = None) -> None:
        """List the documents by their volumes; what cannot be filed says why beside it."""
        against = self._against()
        groups: dict[str, list[TickRow]] = {}
        for copy in sorted(self._copies.values(), key=self._rank):
            row = self._row(copy, against.get(copy.copy_id, ""), ticked)
            groups.setdefault(self._group(copy, row.why_not), []).append(row)
        last = groups.pop(_(_CANNOT), [])
        free = [TickGroup(name, tuple(rows)) for name, rows in groups.items()]
        self.documents.show_groups([*free, *([TickGroup(_(_CANNOT), tuple(last))] if last else [])])
        self.why.tell_again()

    def _against(self) -> Mapping[int, str]:
        """Why documents cannot be filed each for itself."""
        on = self.on.value() or self._desk.today()
        wanted = [one for one in self._copies.values() if self._goes(one)]
        if not wanted:
            return {}
        documents = tuple(ToFile(copy_id=one.copy_id, volume_id=self._goes(one)) for one in wanted)
        found = procedures.consider_each(self._desk, FileCopies(documents=documents, on=on, form_id=""))
        return {
            key: "\n".join(
                told.says(one) for one in said if one.weight is Weight.REFUSE and one.code not in _MENDED_HERE
            )
            for key, said in found.items()
        }

    def _row(self, copy: FilableCopy, against: str, ticked: Sequence[int] | None) -> TickRow:
        sheets = ngettext("{n} sheet", "{n} sheets", copy.sheets or 0).format(n=copy.sheets or "?")
        known = (f"№\N{NO-BREAK SPACE}{copy.number}", sheets, copy.correspondent, copy.what)
        words = " — ".join(part for part in known if part)
        why = against if self._goes(copy) else self._no_case(copy)
        chosen = copy.copy_id in ticked if ticked is not None else self._proposed(copy)
        return TickRow(copy.copy_id, words, chosen, why)

    def _proposed(self, copy: FilableCopy) -> bool:
        """Whether a document is ticked at first: its case was named."""
        if self._into is None:
            return copy.volume_id is not None
        return self._same_case(copy.volume_id)

    def _same_case(self, volume_id: int | None) -> bool:
        one, other = self._volumes.get(volume_id or 0), self._volumes.get(self._into or 0)
        return one is not None and other is not None and one.case_id == other.case_id

    def _no_case(self, copy: FilableCopy) -> str:
        if copy.case_index:
            return _(
                "No case {index} of {year} is open. Open it in “Cases and volumes”, or use “To a case…” of the entry."
            ).format(index=copy.case_index, year=copy.year)
        return _(
            "No case was named when it was registered. Use “To a case…” of its entry, or file from the case."
        )

    def _group(self, copy: FilableCopy, why_not: str) -> str:
        if why_not:
            return _(_CANNOT)
        if self._into is None or copy.copy_id in self._moved:
            row = self._volumes.get(self._goes(copy))
            return label(row) if row is not None else ""
        if self._same_case(copy.volume_id):
            return _("Named for this case when registered")
        row = self._volumes.get(copy.volume_id or 0)
        return _("Named for another case: {case}").format(case=_short(row)) if row else _("No case was named")

    def _rank(self, copy: FilableCopy) -> tuple[bool, bool, str]:
        return (not self._goes(copy), not self._proposed(copy), copy.case_index)


_CANNOT = N_("Cannot be filed so")
#: What stands against one document but is mended where all of them are filed.
_MENDED_HERE = frozenset({"volume_full"})


def _meant(copy: FilableCopy, code: Code) -> bool:
    return code.id == (copy.copy_id if code.kind is Kind.COPY else copy.item_id)


def _short(row: "VolumeRow") -> str:
    return filing.volume_words(row)


def open_of_item(
    parent: QWidget, desk: "Desk", _services: "Services", _details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Ask what is filed today, each document in the case proposed for it."""
    open_all(parent, desk, _services, 0, on_done)


def open_all(
    parent: QWidget, desk: "Desk", _services: "Services", _volume_id: int, on_done: Callable[[], None]
) -> None:
    """The same, from a volume: its case is one of many."""
    form = DayForm(desk, parent)
    form.saved.connect(lambda _made: on_done())
    form.open()


def open_form(
    parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Callable[[], None]
) -> None:
    """Ask what is filed in the case of a volume."""
    form = DayForm(desk, parent, volume_id)
    form.saved.connect(lambda _made: on_done())
    form.open()
