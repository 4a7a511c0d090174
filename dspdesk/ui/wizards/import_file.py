"""The first page of an import: the file, the journal it goes into, and the sheet of the workbook."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.mapping import LEAVE_OUT
from dspdesk.ui import theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Choice,
    EmptyState,
    Heading,
    Note,
    Panel,
    PlainButton,
    PrimaryButton,
    labelled,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.spreadsheets.choice import ImportChoice

_YEARS_BACK = 15


class FilePage(QWidget):
    """Empty until a file is chosen; then what the file itself says of its journal, to be corrected."""

    file_asked = Signal()
    changed = Signal()

    def __init__(self, kind: JournalKind, year: int, this_year: int) -> None:
        super().__init__()
        self._choice: ImportChoice | None = None
        self.kind, self.year, self.sheet = Choice(_("Journal")), Choice(_("Year")), Choice(_("Sheet"))
        self.choose = PrimaryButton(_("Choose a file…"), "Enter")
        self.other = PlainButton(_("Another file…"))
        self._file, self._says, self._columns = Heading(), Caption(wrap=True), Note()
        self._fill(kind, year, this_year)
        self._lay_out()

    def show_start(self) -> None:
        """No file yet."""
        self._pages.setCurrentWidget(self._start)

    def show_file(self, choice: "ImportChoice") -> None:
        """What was found in a file; the journal and the year that it names are proposed."""
        self._choice = choice
        outline = choice.outline
        if outline.year is not None and self.year.findData(outline.year) < 0:
            self.year.addItem(str(outline.year), outline.year)
        if outline.year is not None:
            self.year.setCurrentIndex(self.year.findData(outline.year))
        if outline.kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(outline.kind.value))
            choice.choose_kind(outline.kind)
        self._file.setText(outline.name)
        self._say_proposed()
        self._list_sheets()
        self._pages.setCurrentWidget(self._found)

    def take_focus(self) -> None:
        """Put the keys on the first thing to do here."""
        (self.choose if self._pages.currentWidget() is self._start else self.kind).setFocus()

    def chosen_kind(self) -> JournalKind:
        """The kind of journal."""
        return JournalKind(self.kind.currentData())  # Qt keeps it as text

    def _fill(self, kind: JournalKind, year: int, this_year: int) -> None:
        for one in JournalKind:
            self.kind.addItem(wording.kind_name(one), one.value)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        for past in range(_YEARS_BACK):
            self.year.addItem(str(this_year - past), this_year - past)
        self.year.setCurrentIndex(max(self.year.findData(year), 0))

    def _say_proposed(self) -> None:
        outline = self._choice.outline if self._choice else None
        if outline is None or (outline.kind is None and outline.year is None):
            self._says.setText(_("The file itself names neither the journal nor the year: choose them."))
        else:
            self._says.setText(_("The journal and the year are as the file itself names them. Check them."))

    def _list_sheets(self) -> None:
        choice = self._choice
        if choice is None:
            return
        self.sheet.blockSignals(True)
        self.sheet.clear()
        for name in choice.names():
            count = len(choice.recognised())
            every = ngettext("The {n} sheet with headings", "All {n} sheets with headings", count)
            self.sheet.addItem(name or every.format(n=count), name)
        self.sheet.setCurrentIndex(self.sheet.findData(choice.name))
        self.sheet.blockSignals(False)
        self._sheet_box.setVisible(self.sheet.count() > 1)
        self._say_columns()

    def _say_columns(self) -> None:
        choice = self._choice
        if choice is None:
            return
        known = sum(1 for one in choice.fields if one != LEAVE_OUT)
        if choice.remembered is not None:
            words, tone = _("The headings are known: the columns are as you last said."), Tone.GOOD
        elif not known:
            words, tone = (
                _("The headings are not recognised: say in the next step what each column is."),
                Tone.WARNING,
            )
        else:
            text = ngettext(
                "{n} column is recognised by its heading.",
                "{n} columns are recognised by their headings.",
                known,
            )
            words, tone = text.format(n=known), Tone.GOOD
        self._columns.setText(words)
        set_tone(self._columns, tone)

    def _kind_chosen(self) -> None:
        if self._choice is not None:
            self._choice.choose_kind(self.chosen_kind())
            self._list_sheets()
            self.changed.emit()

    def _sheet_chosen(self) -> None:
        if self._choice is not None:
            self._choice.choose_sheet(self.sheet.currentData())
            self._say_columns()
            self.changed.emit()

    def _lay_out(self) -> None:
        text = _(
            "The headings of the journal are found by themselves, in either language. "
            "You see what would come in before anything is written."
        )
        self._start = EmptyState(_("Choose the spreadsheet of the journal"), text)
        self._start.add_button(self.choose)
        self._found = QWidget()
        inside = QVBoxLayout(self._found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.em(self, 0.9))
        inside.addWidget(self._file_panel())
        inside.addWidget(self._journal_panel())
        inside.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self._start, self._found):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.choose.setAutoDefault(True)
        for button in (self.choose, self.other):
            button.clicked.connect(self.file_asked)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)

    def _file_panel(self) -> Panel:
        panel = Panel()
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        row.addWidget(self.other)
        panel.body.addLayout(row)
        panel.body.addWidget(self._columns)
        return panel

    def _journal_panel(self) -> Panel:
        panel = Panel()
        row = QHBoxLayout()
        row.setSpacing(theme.em(self, 1.2))
        self._sheet_box = labelled(_("Sheet of the workbook"), self.sheet)
        for part in (labelled(_("Journal"), self.kind), labelled(_("Year"), self.year), self._sheet_box):
            row.addWidget(part)
        row.addStretch(1)
        panel.body.addWidget(Heading(_("Where it goes")))
        panel.body.addLayout(row)
        panel.body.addWidget(self._says)
        return panel
