"""A day's worth of filing: executed documents that lie in no case, each with its volume; a label scanned ticks one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import Refused
from dspdesk.procedures import filing as procedures
from dspdesk.procedures.filing import FileCopies, ToFile
from dspdesk.queries import cases, filing
from dspdesk.queries.filing import FilableCopy
from dspdesk.ui import work
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.findings import Repairs
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.filing import day_list, repairs
from dspdesk.ui.filing.day_list import DayList
from dspdesk.ui.handover.ticks import TickTree, WhyNot
from dspdesk.ui.newest import PATIENCE, Newest

if TYPE_CHECKING:
    import datetime as dt

    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 66  # ems
_SHOWN = 10  # documents; further ones scroll, so that nothing else does on a small screen


class DayForm(LiveForm):
    """What is ticked is filed in one step, all or none; with `volume_id` all of it goes into that case.

    A hundred documents are found, asked about and filed in threads: that takes more than a moment.
    """

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int | None = None) -> None:
        into = filing.last_volume(desk, volume_id) if volume_id is not None else None
        super().__init__(desk, parent, _title(desk, into), _WIDTH)
        self._list = DayList(into=into)
        self._newest, self._law = Newest(self), Newest(self)
        self._saving = False
        self._scanned: list[Code] = []  # labels read before the list was there
        self.on = DateField(desk.today, needed=True)
        on = self._asked_of = desk.today()
        self.on.show_value(on)
        self.on.left.connect(self._ask_of_day)
        self.add("on", _("Filed on"), self.on)
        self.documents = TickTree(_("Documents"), most_rows=_SHOWN)
        self.add("chosen", _("Documents"), self.documents)
        self.other_years = QCheckBox()
        self.add("other_years", "", self.other_years).hide()
        self.other_years.toggled.connect(lambda _all: self._show_documents(self.documents.value()))
        self.save_button.set_text(_("File it"), "Ctrl+S")
        self.documents.setFocus()
        self._newest.ask(lambda: day_list.find(desk, into, on), self._arrived, PATIENCE)

    def loaded(self) -> bool:
        """Whether it is known what is to be filed and what the law says of it, and nothing is being filed."""
        return self._newest.idle() and self._law.idle() and not self._saving

    def _arrived(self, found: DayList) -> None:
        """List what is to be filed: in years of a busy service that takes a moment to find."""
        nothing = _(
            "Nothing is to be filed: every executed document of this year and the last lies in a case. "
            "A document is proposed once it is off control, came back, was signed, or has its case named."
        )
        self.why = WhyNot(self.documents, nothing)
        self.add_to_foot(self.why)
        self._list = found
        if found.more > 0:
            said = ngettext(
                "{n} more document is not listed: scan its label, or file these first.",
                "{n} more documents are not listed: scan their labels, or file these first.",
                found.more,
            )
            self.add_note(said.format(n=found.more))
        self._show_documents()
        waiting, self._scanned = self._scanned, []
        for code in waiting:
            self.take_scan(code)
        self._ask_if_shown()
        self._ask_of_day()

    def _ask_of_day(self) -> None:
        """On another day something else may stand against a document, and it can or cannot be ticked."""
        on = self._day()
        if on == self._asked_of or not self._newest.idle() or self._saving:
            return
        desk, listed = self._desk, self._list
        self._list_anew(lambda: day_list.of_day(desk, listed, on))

    # --- what the law is asked ---

    def command(self, reason: str = "") -> FileCopies:
        """The documents ticked, each into its volume."""
        documents = tuple(
            ToFile(copy_id=key, volume_id=self._list.goes(self._list.copies[key]))
            for key in self.documents.value()
        )
        return FileCopies(documents=documents, on=self._day(), form_id=self.form_id, reason=reason)

    def ask_law(self) -> None:
        """What stands against filing all of them together; of several questions only the last is answered."""
        self._quiet.stop()
        desk, command = self._desk, self.command()
        if command.documents:
            self._law.ask(lambda: procedures.consider(desk, command), self.hear, PATIENCE)
        else:
            self._law.forget()
            self.hear(())

    def touched(self, name: str = "") -> None:
        super().touched(name)
        self._law.forget()  # what is on its way was asked before this

    def go_on(self) -> None:
        """File them, all or none."""
        if not self.save_button.isEnabled() or not self._readable():
            return
        self._law.forget()
        desk, command = self._desk, self.command(self.reason.text())
        self._busy(busy=True)
        work.run(lambda: procedures.file_copies(desk, command), self._filed, self._not_filed)

    def reject(self) -> None:
        if not self._saving:
            super().reject()

    def _filed(self, made: object) -> None:
        self._busy(busy=False)
        self._done(made)

    def _not_filed(self, error: Exception) -> None:
        self._busy(busy=False)
        self.documents.setFocus()
        self._objected(error)

    def _busy(self, *, busy: bool) -> None:
        self._saving = busy
        for part in (*self._boxes.values(), self.save_button, self.leave_button):
            part.setEnabled(not busy)
        self._say(_("Saving…") if busy else "")

    def repairs(self) -> Repairs:
        """A full volume is followed by the next one, for those that no longer fit; a wrong day is put right."""
        further = (_("Open the next volume and file there"), self.open_next)
        opened = (_("Put the day of opening right…"), self.put_right_opening)
        return {
            **dict.fromkeys(("volume_full", "volume_nearly_full"), further),
            "filed_before_opened": opened,
        }

    def put_right_opening(self) -> None:
        """Put the day right of the first volume that was opened after the day of filing."""
        ticked = (self._list.goes(self._list.copies[key]) for key in self.documents.value())
        volumes = (self._list.volumes[key] for key in dict.fromkeys(ticked) if key in self._list.volumes)
        late = next((row for row in volumes if row.opened_on > self._day()), None)
        if late is not None and self.loaded():
            repairs.put_right_opening(self, self._desk, late.id, self._volumes_anew)

    def _volumes_anew(self) -> None:
        """What stands against the documents now that something was put right of their volumes."""
        desk, listed, on = self._desk, self._list, self._day()
        self._list_anew(lambda: day_list.with_volumes_anew(desk, listed, on))

    def open_next(self) -> None:
        """Open the next volume of the first case that is full; what still fits goes into the one before it."""
        full = self._first_full()
        if full is None or not self.loaded():
            return
        try:
            made = repairs.next_volume(self._desk, self._list.volumes[full], self._day())
        except Refused as refused:
            self._show(refused.findings)
            return
        desk, listed, on = self._desk, self._list, self._day()
        moved = dict.fromkeys(self._without_room(full), made)
        self._list_anew(lambda: day_list.move_on(desk, listed, moved, on))

    def _list_anew(self, question: Callable[[], DayList]) -> None:
        """Ask in a thread what is listed now, as of the day of filing; what is ticked stays so."""
        self._asked_of = self._day()
        kept = self.documents.value()
        self._newest.ask(question, lambda found: self._found_anew(found, kept), PATIENCE)

    def _found_anew(self, found: DayList, kept: Sequence[int]) -> None:
        self._list = found
        self._show_documents(kept)
        self._ask_if_shown()
        self._ask_of_day()

    def _without_room(self, full: int) -> list[int]:
        """Those ticked for a volume that no longer fit into it, in their order."""
        room, without = self._room(full), []
        for copy in self._ticked_for(full):
            room -= copy.sheets or 0
            if room < 0:
                without.append(copy.copy_id)
        return without

    def _first_full(self) -> int | None:
        """The volume in which what is ticked has no room."""
        copies = [self._list.copies[key] for key in self.documents.value()]
        for volume_id in dict.fromkeys(map(self._list.goes, copies)):
            coming = sum(copy.sheets or 0 for copy in self._ticked_for(volume_id))
            if volume_id in self._list.volumes and coming > self._room(volume_id):
                return volume_id
        return None

    def _ticked_for(self, volume_id: int) -> list[FilableCopy]:
        ticked = (self._list.copies[key] for key in self.documents.value())
        return [copy for copy in ticked if self._list.goes(copy) == volume_id]

    def _room(self, volume_id: int) -> int:
        return self._desk.edition.sheets_nearly_full - 1 - self._list.volumes[volume_id].sheets

    # --- what is listed ---

    def take_scan(self, code: Code) -> bool:
        """Tick the document whose label was scanned; one that is not listed is put on the list."""
        if code.kind not in {Kind.COPY, Kind.ITEM} or self._saving:
            return False
        if not self._newest.idle():
            self._scanned.append(code)
            return True
        meant = (one for one in self._list.copies.values() if _meant(one, code))
        copy = next(meant, None) or self._further(code)
        if copy is None:
            return False
        if not self._list.fits(copy):
            self.other_years.setChecked(True)  # where it is listed, with what stands against it
        self.documents.tick(copy.copy_id)  # one that cannot be ticked says why below
        self.ask_law()
        return True

    def _further(self, code: Code) -> FilableCopy | None:
        """A document that was not proposed, put on the list."""
        key = {"copy_id" if code.kind is Kind.COPY else "item_id": code.id}
        found = filing.filable(self._desk, tuple(self._list.volumes.values()), **key)
        if found is not None:
            self._list = day_list.with_one(self._desk, self._list, found, self._day())
            self._show_documents(self.documents.value())
        return found

    def _show_documents(self, ticked: Sequence[int] | None = None) -> None:
        """List the documents by their volumes; those of other years than the case are one tick away."""
        others = self._list.others()
        said = ngettext("Also {n} document of other years", "Also {n} documents of other years", others)
        self.other_years.setText(said.format(n=others))
        self._boxes["other_years"].setVisible(others > 0)
        self.documents.show_groups(self._list.groups(ticked, all_years=self.other_years.isChecked()))
        self.why.tell_again()

    def _ask_if_shown(self) -> None:
        if self.isVisible():
            self.ask_law()

    def _day(self) -> "dt.date":
        return self.on.value() or self._desk.today()


def _title(desk: "Desk", into: int | None) -> str:
    if into is None:
        return _("File executed documents")
    words = filing.volume_words(cases.volume(desk, into).row)
    return _("File in {volume}").format(volume=words)


def _meant(copy: FilableCopy, code: Code) -> bool:
    return code.id == (copy.copy_id if code.kind is Kind.COPY else copy.item_id)


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
