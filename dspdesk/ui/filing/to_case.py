"""An entry put into a case: the law speaks while the form is filled in, and each finding has its way out."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law import case_file as law
from dspdesk.law.case_file import CopyNature
from dspdesk.law.findings import Finding, Refused
from dspdesk.law.kinds import Carrier
from dspdesk.law.roles import Action
from dspdesk.procedures import filing as procedures
from dspdesk.procedures.filing import FileCopies, ToFile
from dspdesk.queries import filing
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.fields import CountField, DateField
from dspdesk.ui.cards.findings import Repair, Repairs
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.filing import repairs
from dspdesk.ui.filing.steps import can_be_filed
from dspdesk.ui.filing.volume_field import VolumeField
from dspdesk.ui.filing.year_field import YearField
from dspdesk.ui.movement.copies_field import CopiesField
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 52  # ems
_AS_CASE, _PERMANENT, _TEMPORARY = 0, 1, 2
_NO_PRINTOUT, _THERE, _MISSING = 0, 1, 2
#: How long documents of this kind are kept, where somebody says otherwise than the case (paragraph 30, 4).
KEPT = {_AS_CASE: N_("as the case"), _PERMANENT: N_("permanently"), _TEMPORARY: N_("for a time")}
#: Paragraph 30, 5: what of an electronic carrier needs special legal confirmation lies in the case as a printout.
PRINTOUT = {
    _NO_PRINTOUT: N_("no special confirmation is needed"),
    _THERE: N_("the printout with seal and signature is in the case"),
    _MISSING: N_("the printout with seal and signature is still missing"),
}
_PERMANENCE = {_AS_CASE: None, _PERMANENT: True, _TEMPORARY: False}
_PRINTED = {_NO_PRINTOUT: None, _THERE: True, _MISSING: False}


class ToCaseForm(LiveForm):
    """Which copy, into which case, how many sheets."""

    draft_form = "to_case"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, _("Put № {number} into a case").format(number=number), _WIDTH)
        self._services, self._details = services, details
        self._most = desk.edition.sheets_per_volume
        entry = details.entry
        self.volume = VolumeField(desk)
        self.volume.show_value(filing.proposed_volume(desk, details.id, self.volume.rows()))
        self.copies = CopiesField()
        self._show_copies()
        self.sheets = CountField()
        self.sheets.show_value(entry.sheets.total if entry.sheets.document is not None else None)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.for_year = YearField(needed=True)
        self.for_year.show_value(law.year_said(entry.kind, entry.summary) or details.journal.year)
        self.permanent = LongChoice(_("Such documents are kept"), _said(KEPT))
        self.printout = LongChoice(_("Printout of the carrier"), _said(PRINTOUT))
        self.enclosure_apart = QCheckBox(self._enclosure_words())
        self.apart = QCheckBox(_("As a volume of its own"))
        self._lay_fields()

    def _lay_fields(self) -> None:
        entry = self._details.entry
        self.add("case", _("Case"), self.volume)
        self.add("chosen", _("Which copies"), self.copies)
        self.add_pair(
            ("counted", _("Sheets counted, with enclosures"), self.sheets), ("on", _("Filed on"), self.on)
        )
        if law.is_for_a_year(entry.kind):
            self.add("year", _("Year it is for"), self.for_year)
        self.add("kept", _("Such documents are kept"), self.permanent)
        if entry.carrier is Carrier.ELECTRONIC:
            self.add("printout", _("Printout of the carrier"), self.printout)
        for name, box in (("enclosure_apart", self.enclosure_apart), ("apart", self.apart)):
            self.add(name, "", box)
        self._offer_volumes()
        self.save_button.set_text(_("File it"), "Ctrl+S")
        (self.sheets if self.volume.row() is not None else self.volume).setFocus()

    # --- what the law is asked ---

    def command(self, reason: str = "") -> FileCopies:
        """What was filled in."""
        volume = self.volume.value() or 0
        year = self.for_year.value() if "year" in self._boxes else None
        documents = tuple(
            ToFile(
                copy_id=key,
                volume_id=volume,
                sheets=self.sheets.value(),
                for_year=year,
                permanent=_PERMANENCE[self.permanent.value()],
                enclosure_apart=self.enclosure_apart.isChecked(),
                apart=self.apart.isChecked(),
                printout=_PRINTED[self.printout.value()] if "printout" in self._boxes else None,
            )
            for key in self.copies.value()
        )
        on = self.on.value() or self._desk.today()
        return FileCopies(documents=documents, on=on, form_id=self.form_id, reason=reason)

    def draft_about(self) -> str:
        """The entry."""
        return f"item:{self._details.id}"

    def show_values(self, values: dict[str, Any]) -> None:
        super().show_values(values)
        self._offer_volumes()

    def consider(self) -> Iterable[Finding]:
        """What stands against it, once there are a case and a copy."""
        if self.volume.value() is None or not self.copies.value():
            return ()
        return procedures.consider(self._desk, self.command())

    def not_yet(self) -> Collection[str]:
        return ("filed_uncounted",) if not self.sheets.text().strip() else ()

    def save(self, reason: str) -> object:
        """File."""
        return procedures.file_copies(self._desk, self.command(reason))

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name in {"counted", "enclosure_apart"}:
            self._offer_volumes()

    # --- ways out ---

    def repairs(self) -> Repairs:
        """The ways out of what stands against filing, for whoever may take them."""
        further = (_("Open the next volume and file there"), self.open_next)
        other_year = (_("Choose a case of the year"), self.choose_year)
        found: dict[str, Repair | list[Repair]] = {
            **dict.fromkeys(("volume_full", "volume_nearly_full", "volume_closed"), further),
            **dict.fromkeys(("filed_other_year", "filed_for_other_year"), other_year),
            "document_oversize": self._oversize(),
            "document_not_apart": (
                _("With the other documents of the case"),
                lambda: self.apart.setChecked(False),
            ),
            "enclosure_not_apart": (_("With its document"), lambda: self.enclosure_apart.setChecked(False)),
            "filed_second_copy": (_("Only the first copy"), self.first_only),
            "filed_permanent_apart": (_("Choose another case"), self.choose_other),
            "filed_temporary_apart": (_("Choose another case"), self.choose_other),
            "volume_of_one": (_("Choose another case"), self.choose_other),
            "filed_before_opened": (_("Put the day of opening right…"), self.put_right_opening),
            "volume_transferred": (_("Choose another case"), self.choose_other),
        }
        if self._desk.may(Action.KEEP_CONTROL):
            found["filed_on_control"] = (_("Take off control…"), self._opens(repairs.take_off_control))
        if self._desk.may(Action.RECEIVE_MAIL):
            found["carrier_unchecked"] = (_("Record the check…"), self._opens(repairs.record_check))
        if self._desk.may(Action.REGISTER):
            complete = (_("Complete the entry…"), self._opens(repairs.complete))
            found |= dict.fromkeys(("filed_unsigned", "copy_not_registered"), complete)
            said = (_("Say what the copies are…"), self._opens(repairs.say_nature))
            found |= {f"filed_{nature.value}": said for nature in CopyNature if nature.value}
        return found

    def _oversize(self) -> list[Repair]:
        """Of a document over 180 sheets its enclosure is the first to be put apart, where that is over 180 sheets."""
        own = (_("As a volume of its own"), self.take_apart)
        if self.enclosure_apart.isChecked() or not self._large_enclosure():
            return [own]
        return [
            (_("The enclosure as a volume of its own"), lambda: self.enclosure_apart.setChecked(True)),
            own,
        ]

    def open_next(self) -> None:
        """Open the next volume of the case, and go on there."""
        try:
            self.volume.open_next(self.on.value())
        except Refused as refused:
            self._show(refused.findings)
        else:
            self.ask_law()
            self.save_button.setFocus()

    def choose_year(self) -> None:
        """Go to the case of the year with the same index, else offer the cases of that year."""
        year = self._year_wanted()
        row = self.volume.row()
        of_year = [one for one in self.volume.rows() if one.year == year]
        alike = [one.id for one in of_year if row is not None and one.case_index == row.case_index]
        self.volume.only_of(year)
        if alike:
            self.volume.show_value(alike[0])
            self.ask_law()
        elif of_year:
            self.choose_other()
        else:
            text = _("No case of {year} is open. Open one in “Cases and volumes”.").format(year=year)
            self.complain("case", text)

    def choose_other(self) -> None:
        """Ask for another case, with the list open."""
        self.volume.setText("")
        self.ask_law()  # what was said of the case that is no longer named
        self.volume.setFocus()
        self.volume.show_list()

    def first_only(self) -> None:
        """One copy is filed, the others are spare."""
        self.copies.show_value(self.copies.value()[:1])
        self.ask_law()

    def take_apart(self) -> None:
        """File the document as a volume of its own."""
        self.apart.setChecked(True)
        self.ask_law()

    def put_right_opening(self) -> None:
        """Put the day right on which the volume was opened."""
        volume_id = self.volume.value() or 0
        repairs.put_right_opening(self, self._desk, volume_id, self.ask_law)

    def _opens(self, window: Callable[..., None]) -> Callable[[], None]:
        return lambda: window(self, self._desk, self._services, self._details, self._mended)

    def _mended(self) -> None:
        """Read the entry anew and ask the law again."""
        self._details = item(self._desk, self._details.id) or self._details
        self._show_copies(self.copies.value())
        self.ask_law()
        self.save_button.setFocus()

    # --- what is offered ---

    def _show_copies(self, chosen: Collection[int] = ()) -> None:
        """Offer the copies; those chosen stay so while they are ordinary ones, else the first ordinary one is."""
        rows = [row for row in copies_of(self._desk, self._details.id) if can_be_filed(row)]
        ordinary = [row.id for row in rows if row.nature is CopyNature.ORDINARY]
        ticked = [key for key in ordinary if key in chosen] or ordinary[:1]
        self.copies.show_copies(rows, lambda row: row.id in ticked)

    def _year_wanted(self) -> int:
        year = self.for_year.value() if "year" in self._boxes else None
        return year or self._details.journal.year

    def _large_enclosure(self) -> bool:
        return (self._details.entry.sheets.enclosures or 0) > self._most

    def _enclosure_words(self) -> str:
        sheets = self._details.entry.sheets.enclosures or 0
        words = ngettext(
            "The enclosure ({n} sheet) as a volume of its own",
            "The enclosure ({n} sheets) as a volume of its own",
            sheets,
        )
        return words.format(n=sheets)

    def _offer_volumes(self) -> None:
        """A volume of its own is offered for what is too large for any."""
        self._boxes["enclosure_apart"].setVisible(self._large_enclosure() or self.enclosure_apart.isChecked())
        counted = self.sheets.value() or 0
        if self.enclosure_apart.isChecked():
            counted -= self._details.entry.sheets.enclosures or 0
        self._boxes["apart"].setVisible(counted > self._most or self.apart.isChecked())


def _said(words: Mapping[int, str]) -> dict[int, str]:
    return {key: _(said) for key, said in words.items()}


def open_form(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Ask into which case an entry goes."""
    form = ToCaseForm(desk, parent, services, details)
    form.saved.connect(lambda _made: on_done())
    form.open()
