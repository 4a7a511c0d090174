"""The certification sheet of a volume: filled in with what the store knows, the features one below the other."""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.certification_sheet import FEATURES, INSERT, Line, Statement
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.values import Impossible
from dspdesk.queries import certification_sheet as queries
from dspdesk.queries.certification_sheet import CertificationRow
from dspdesk.queries.people import at_desk
from dspdesk.reports.certification_sheet import features
from dspdesk.ui import theme, told
from dspdesk.ui.cards.fields import CountField, DateField, TextField
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cases.certified_words import earlier_words, standing_words
from dspdesk.ui.cases.sheet_fields import InLine, LineFields, SheetsField, further
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.certification_sheet import FillIn
    from dspdesk.ui.services import Services

_WIDTH = 58  # ems
_MOST = 30  # further lines of either kind: more are a slip of the pen
#: What a form still being filled in has not come to yet.
_NOT_YET = frozenset(
    {
        "certified_by_whom",
        "certified_uncounted",
        "certified_inventory_uncounted",
        "certified_act_needed",
        "certified_act_day_needed",
        "certified_feature_nowhere",
        "certified_feature_count",
        "certified_feature_unnamed",
        "certified_insert_kind",
        "certified_insert_count",
        "day_needed",
    }
)


class CertifyingForm(LiveForm):
    """One certification sheet. Enter walks on; further features and inserts get a line when they are asked for."""

    draft_form = "certification_sheet"

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        self._page = page = queries.page(desk, volume_id)
        super().__init__(
            desk, parent, _("Certification sheet: {volume}").format(volume=page.volume.words), _WIDTH
        )
        self._volume_id = volume_id
        self._proposed, self._said_beside = "", set[str]()
        self.numbered, self.inventory_sheets = CountField(), CountField()
        self.lettered, self.skipped = SheetsField(between=False), SheetsField(between=False)
        self.blank = SheetsField(between=False)
        self.features = [SheetsField() for _feature in range(FEATURES)]
        self.further: list[LineFields] = []
        self.inserts: list[LineFields] = []
        self.dated, self.act_on = DateField(desk.today, needed=True), DateField(desk.today)
        self.filled_by, self.act_number = PersonField(desk), TextField()
        self.filled_by.follow(self.dated)
        self._build()
        self._fill_in(page.standing)
        (self.act_number if self._by_act else self.numbered).setFocus()

    # --- what it says ---

    def save(self, reason: str) -> object:
        """Fill in the sheet; returns the id of the volume."""
        from dspdesk.procedures import certification_sheet

        certification_sheet.fill_in(self._desk, self._command(reason))
        return self._volume_id

    def consider(self) -> Sequence[Finding]:
        """What the law says of it so far; what is wrong with one field stands beside it."""
        from dspdesk.procedures import certification_sheet

        for name in self._said_beside:
            self._boxes[name].complain("")
        found = certification_sheet.consider(self._desk, self._command(""))
        beside = {
            finding.field: finding
            for finding in found
            if finding.field in self._boxes
            and finding.weight is Weight.REFUSE
            and finding.code not in _NOT_YET
        }
        for name, finding in beside.items():
            self._boxes[name].complain(told.says(finding))
        self._said_beside = set(beside)
        return found

    def not_yet(self) -> Collection[str]:
        return _NOT_YET

    def draft_about(self) -> str:
        """The volume."""
        return f"volume:{self._volume_id}"

    def values(self) -> dict[str, Any]:
        """What was typed; the further lines as lists."""
        more = {
            "further": [line.kept() for line in self.further if not line.empty()],
            "inserts": [line.kept() for line in self.inserts if not line.empty()],
        }
        return super().values() | more

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept."""
        for kind, lines in (("further", self.further), ("inserts", self.inserts)):
            for place, texts in enumerate(values.get(kind, ())[:_MOST]):
                if place >= len(lines):
                    self._add_line(insert=kind == "inserts")
                lines[place].show_kept(texts)
        super().show_values(values)

    def touched(self, name: str = "") -> None:
        """Sheets with a letter and skipped numbers change how many there are, while nobody has counted otherwise."""
        if name in {"lettered", "skipped"}:
            self._boxes["numbered"].complain("")
            if self.numbered.text() == self._proposed:
                self._propose()
        super().touched(name)

    def _statement(self) -> Statement:
        own = [
            Line(number, sheets=field.value())
            for number, field in enumerate(self.features, 1)
            if field.value()
        ]
        more = [line.value() for line in (*self.further, *self.inserts) if not line.empty()]
        return Statement(
            dated=self.dated.value(),
            filled_by_id=self.filled_by.value(),
            numbered=self.numbered.value(),
            inventory_sheets=self.inventory_sheets.value(),
            lettered=self.lettered.value(),
            skipped=self.skipped.value(),
            blank=self.blank.value(),
            lines=(*own, *more),
            act_number=self.act_number.value(),
            act_on=self.act_on.value(),
        )

    def _command(self, reason: str) -> "FillIn":
        from dspdesk.procedures.certification_sheet import FillIn

        return FillIn(volume_id=self._volume_id, said=self._statement(), form_id=self.form_id, reason=reason)

    # --- building ---

    def _build(self) -> None:
        if (standing := self._page.standing) is not None:
            self._tell_of(standing)
        self.add_pair(
            ("numbered", _("Numbered sheets, lettered ones among them"), self.numbered),
            ("inventory_sheets", _("Sheets of the inner inventory"), self.inventory_sheets),
        )
        self.add_pair(
            ("lettered", _("Lettered sheets (12а, 40б)"), self.lettered),
            ("skipped", _("Skipped numbers"), self.skipped),
            ("blank", _("Blank numbered sheets"), self.blank),
        )
        self.add_heading(_("Features and their sheets"))
        self.body.addWidget(
            Caption(
                _(
                    "12 (3) means three on sheet 12; 14–15 what lies between the sheets 14 and 15; "
                    "3–5 all three sheets. What is empty is not there."
                ),
                wrap=True,
            )
        )
        for number, (said, field) in enumerate(
            zip(features(str(current_language())), self.features, strict=True), 1
        ):
            self.body.addWidget(self._in_line(f"feature:{number}", said, field))
        self._further_room = self._room(_("One more feature"), insert=False)
        self.add_heading(_("Inserts that cannot be numbered"))
        self._insert_room = self._room(_("One more kind of inserts"), insert=True)
        self.add_heading(_("Who fills it in"))
        self.add_pair(("filled_by_id", _("Filled in by"), self.filled_by), ("dated", _("Date"), self.dated))

    @property
    def _by_act(self) -> bool:
        """Whether the sheet that stands is only changed with an act."""
        earlier = self._page.volume.earlier
        return earlier is not None and earlier.asks_act

    def _tell_of(self, standing: CertificationRow) -> None:
        """The sheets so far, and by which act the next one is."""
        self.add_note(standing_words(standing), Tone.ACCENT)
        for earlier in self._page.sheets[1:]:
            self.add_note(earlier_words(earlier))
        if self._by_act:
            self.add_pair(
                ("act_number", _("Number of the act of the change"), self.act_number),
                ("act_on", _("Act of"), self.act_on),
            )
        else:
            self.add_note(_("It is not printed yet: what is put right now needs no act."))

    def _in_line(self, name: str, label: str, field: QWidget) -> InLine:
        box = InLine(label, field)
        self._take_up(name, box)
        return box

    def _take_up(self, name: str, box: InLine) -> None:
        """Have a field of the list do what every field of a form does."""
        self._boxes[name] = box
        field = box.widget
        if isinstance(field, LineFields):
            field.install(self._goes_on)
        else:
            field.installEventFilter(self._goes_on)
        if isinstance(field, LineFields | TextField):
            field.textEdited.connect(lambda *_typed: self.touched(name))

    def _room(self, words: str, *, insert: bool) -> QVBoxLayout:
        room = QVBoxLayout()
        room.setSpacing(theme.em(self, 0.5))
        self.body.addLayout(room)
        button = PlainButton(words)
        button.setAutoDefault(False)
        button.installEventFilter(self._goes_on)  # Enter walks on, the space bar asks for a line
        button.clicked.connect(lambda: self._begin_line(insert=insert))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if insert:
            self.more_inserts = button
        else:
            self.more_features = button
        return room

    def _begin_line(self, *, insert: bool) -> None:
        """Go to the next empty line, a new one if there is none."""
        lines = self.inserts if insert else self.further
        empty = next((line for line in lines if line.empty()), None)
        if empty is None and len(lines) < _MOST:
            empty = self._add_line(insert=insert)
        if empty is not None:
            empty.words.setFocus()

    def _add_line(self, *, insert: bool) -> LineFields:
        lines = self.inserts if insert else self.further
        place = len(lines) + 1
        line = LineFields(INSERT if insert else FEATURES + place, None if insert else further)
        name = f"insert:{place}" if insert else f"feature:{FEATURES + place}"
        label = _("Inserts, kind {n}").format(n=place) if insert else f"{FEATURES + place}."
        (self._insert_room if insert else self._further_room).addWidget(self._in_line(name, label, line))
        lines.append(line)
        self._order(lines, self.more_inserts if insert else self.more_features)
        return line

    def _order(self, lines: Sequence[LineFields], button: QWidget) -> None:
        """Tab goes through the fields of the lines, then to the button below them."""
        cells: list[QWidget] = [cell for line in lines for cell in line.cells()]
        if not any(line is lines[-1] for line in self.inserts):
            cells.insert(0, self.features[-1])
        else:
            cells.insert(0, self.more_features)
        for one, following in pairwise([*cells, button]):
            QWidget.setTabOrder(one, following)

    # --- filling in ---

    def _fill_in(self, standing: CertificationRow | None) -> None:
        """What stood so far, and what the registers know."""
        volume = self._page.volume
        self.dated.show_value(self._desk.today())
        self.filled_by.show_value(at_desk(self._desk).employee_id)
        self.skipped.show_value(volume.skipped_with(standing.skipped if standing else ""))
        counted = volume.inventory_sheets
        self.inventory_sheets.show_value(counted or (standing.inventory_sheets if standing else None))
        if standing is not None:
            self.lettered.show_value(standing.lettered)
            self.blank.show_value(standing.blank)
            self._show_lines(standing.lines)
            if not standing.printed:
                self.act_number.show_value(standing.act_number)
                self.act_on.show_value(standing.act_on)
        self._propose()

    def _show_lines(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if INSERT < line.feature <= FEATURES:
                self.features[line.feature - 1].show_value(line.sheets)
            else:
                self._add_line(insert=line.feature == INSERT).show_value(line)

    def _propose(self) -> None:
        """How many sheets there are by the registers, with what is lettered and skipped."""
        try:
            count = self._page.volume.numbered(self.lettered.text(), self.skipped.text())
        except Impossible:
            return
        self.numbered.show_value(count or None)
        self._proposed = self.numbered.text()


def certify(
    parent: QWidget, desk: "Desk", services: "Services", volume_id: int, on_done: Callable[[], None]
) -> None:
    """Fill in the certification sheet of a volume; afterwards its paper is shown, ready to be printed."""
    from dspdesk.procedures.printing import PaperRequest

    form = CertifyingForm(desk, parent, volume_id)

    def done(_volume: object) -> None:
        on_done()
        language = str(current_language())
        about = f"volume:{volume_id}"
        services.preview(parent, desk, PaperRequest(paper=queries.PAPER, language=language, about=about))

    form.saved.connect(done)
    form.open()
