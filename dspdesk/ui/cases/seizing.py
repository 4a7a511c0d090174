"""The forms of a seizure (paragraph 42, part 2): the record drawn up, copies certified, the originals handed over."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.findings import Finding
from dspdesk.law.seizure_record import Seizing
from dspdesk.queries import seizure_record as queries
from dspdesk.ui.cards.fields import CountField, DateField, LinesField, LongField, TextField
from dspdesk.ui.cards.findings import Repairs
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cases.taking_out import LinesForm
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.seizure_record import DrawUp, Execute
    from dspdesk.queries.seizure_record import RecordLine
    from dspdesk.ui.services import Services

_WIDTH = 56  # ems
_NOT_YET = frozenset(
    {
        "seizure_authority",
        "seizure_official",
        "seizure_basis",
        "seizure_handed_over_by",
        "no_lines_chosen",
        "day_needed",
    }
)


class DrawUpForm(LinesForm):
    """By whom and on what basis documents are seized, which ones, who hands them over and who is present."""

    draft_form = "seizure_record"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, volume_id: int, ticked: Collection[int] = ()
    ) -> None:
        super().__init__(desk, parent, volume_id, _("Record of a seizure from {volume}"), ticked)
        self.authority, self.official = TextField(), TextField()
        self.basis, self.present = LongField(), LinesField()
        self.dated = DateField(desk.today, needed=True)
        self.dated.show_value(desk.today())
        self.handed_over_by = PersonField(desk)
        self.handed_over_by.follow(self.dated)
        self.add("authority", _("Body that seizes"), self.authority)
        self.add("official", _("Official: position and name"), self.official)
        self.add("basis", _("Basis: the decision, its number and day"), self.basis)
        self.add("chosen", _("Which documents"), self.lines)
        self.add_pair(
            ("dated", _("Drawn up on"), self.dated),
            ("handed_over_by_id", _("Who hands the originals over"), self.handed_over_by),
        )
        self.add("present", _("Who else is present, one in a line"), self.present)
        self.add_note(
            _("Nothing leaves yet: certified copies come first, they and the record stay in the case.")
        )
        self.save_button.set_text(_("Draw up"), "Ctrl+S")
        self.authority.setFocus()

    def save(self, reason: str) -> object:
        """Draw the record up; returns its id."""
        from dspdesk.procedures import seizure_record

        return seizure_record.draw_up(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands."""
        from dspdesk.procedures import seizure_record

        return seizure_record.consider_drawing_up(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return _NOT_YET

    def _command(self, reason: str) -> "DrawUp":
        from dspdesk.procedures.seizure_record import DrawUp

        seizing = Seizing(
            dated=self.dated.value(),
            authority=self.authority.value(),
            official=self.official.value(),
            basis=self.basis.value(),
            handed_over_by_id=self.handed_over_by.value(),
            present=self.present.value(),
        )
        return DrawUp(
            volume_id=self.volume_id,
            lines=self.lines.value(),
            seizing=seizing,
            form_id=self.form_id,
            reason=reason,
        )


class CertifyForm(FormDialog):
    """Of which originals copies were certified, by whom and when; of a single one the sheets of its copy."""

    draft_form = "certified_copies"

    def __init__(self, desk: "Desk", parent: QWidget | None, record_id: int) -> None:
        self._record = queries.record(desk, record_id)
        title = _("Certified copies: record № {number}").format(number=self._record.number)
        super().__init__(desk, parent, title, _WIDTH)
        rows = [TickRow(line.id, original(line), not line.certified) for line in self._record.lines]
        self.lines = TickTree(_("Originals"), [TickGroup("", rows)])
        self.by = PersonField(desk)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.by.follow(self.on)
        self.sheets = CountField()
        self.add("chosen", _("Certified copies of"), self.lines)
        self.add("copy_sheets", _("Sheets of the copy"), self.sheets)
        self.add_pair(
            ("certified_by_id", _("Certified by"), self.by), ("certified_on", _("Certified on"), self.on)
        )
        self.add_note(
            _("Copies lie in the case in the place of the originals, under the same numbers of sheets.")
        )
        self.lines.textEdited.connect(lambda _ticked: self._show_sheets())
        self._show_sheets()
        self.by.setFocus()

    def draft_about(self) -> str:
        """The record."""
        return f"seizure_record:{self._record.id}"

    def save(self, reason: str) -> object:
        """Record them."""
        from dspdesk.procedures import seizure_record

        del reason
        single = len(self.lines.value()) == 1
        seizure_record.certify(
            self._desk,
            seizure_record.Certify(
                record_id=self._record.id,
                lines=self.lines.value(),
                certified_by_id=self.by.value(),
                certified_on=self.on.value(),
                sheets=self.sheets.value() if single else None,
            ),
        )
        return self._record.id

    def _show_sheets(self) -> None:
        """A copy may have other sheets than its original; several are recorded with as many as theirs."""
        ticked = [line for line in self._record.lines if line.id in self.lines.value()]
        self._boxes["copy_sheets"].setVisible(len(ticked) == 1)
        if len(ticked) == 1:
            self.sheets.show_value(ticked[0].copy_sheets or ticked[0].sheets)


class ExecuteForm(LiveForm):
    """When the originals were handed over, and how many sheets the record has that stays in the case."""

    def __init__(self, desk: "Desk", parent: QWidget | None, record_id: int) -> None:
        self._record = queries.record(desk, record_id)
        title = _("Originals handed over: record № {number}").format(number=self._record.number)
        super().__init__(desk, parent, title, _WIDTH)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.sheets = CountField()
        self.add_note("\n".join(original(line) for line in self._record.lines))
        self.add_pair(
            ("on", _("Handed over on"), self.on), ("record_sheets", _("Sheets of the record"), self.sheets)
        )
        self.add_note(
            _("The record is filed on the next sheets of the volume; the originals are shown as seized.")
        )
        self.save_button.set_text(_("Originals handed over"), "Ctrl+S")
        self.sheets.setFocus()

    def save(self, reason: str) -> object:
        """The originals leave."""
        from dspdesk.procedures import seizure_record

        seizure_record.execute(self._desk, self._command(reason))
        return self._record.id

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands."""
        from dspdesk.procedures import seizure_record

        return seizure_record.consider_executing(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return ("seizure_record_sheets",)

    def repairs(self) -> Repairs:
        """A copy that is missing is recorded here."""
        return {"certified_copy_missing": (_("Record the certified copy…"), self.certify)}

    def certify(self) -> None:
        """Record certified copies, and go on."""
        form = CertifyForm(self._desk, self, self._record.id)
        form.saved.connect(lambda _key: self.ask_law())
        form.open()

    def _command(self, reason: str) -> "Execute":
        from dspdesk.procedures.seizure_record import Execute

        on = self.on.value() or self._desk.today()
        return Execute(record_id=self._record.id, on=on, record_sheets=self.sheets.value(), reason=reason)


def original(line: "RecordLine") -> str:
    """An original on the record, whether a certified copy of it is there, and whether it came back."""
    number = f"№ {line.number}" if line.number else ""
    dated = _("of {day}").format(day=short(line.dated)) if line.dated else ""
    back = _("came back on {day}").format(day=short(line.back_on)) if line.back_on else ""
    said = [" ".join(part for part in (number, dated) if part), line.heading, certified(line), back]
    return " · ".join(part for part in said if part)


def certified(line: "RecordLine") -> str:
    """What there is of the certified copy of an original."""
    if not line.certified:
        return _("no certified copy yet")
    count = line.copy_sheets
    return ngettext("certified copy, {n} sheet", "certified copy, {n} sheets", count).format(n=count)


def open_form(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    volume_id: int,
    on_done: Callable[[], None],
) -> None:
    """Go on with the seizures from a volume; without any, draw up a record."""
    from dspdesk.ui.cases.seizure_records import RecordsWindow

    if queries.records_of(desk, volume_id):
        RecordsWindow(desk, parent, services, volume_id, on_done).open()
        return
    form = DrawUpForm(desk, parent, volume_id)

    def drawn_up(record_id: object) -> None:
        on_done()
        window = RecordsWindow(desk, parent, services, volume_id, on_done)
        window.show_record(record_id if isinstance(record_id, int) else None)
        window.open()

    form.saved.connect(drawn_up)
    form.open()
