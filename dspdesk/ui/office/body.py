"""What the body is called and where it sits, in both languages side by side, and the head of its letters."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.queries.office import FormerNameLine, OrganisationCard, former_names, organisation
from dspdesk.ui import history, theme
from dspdesk.ui.cards.fields import DateField, LinesField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.place import Place
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk

SUBJECT = "organisation:1"
_WIDTH = 64  # of the form, in ems
_LINES = ("superior", "name", "locality", "address")
_ENDS = ("kk", "ru")


def _captions() -> dict[str, tuple[str, str]]:
    """What each line is called in Kazakh and in Russian."""
    return {
        "superior": (_("Superior body in Kazakh"), _("Superior body in Russian")),
        "name": (_("Name in Kazakh"), _("Name in Russian")),
        "locality": (_("Locality in Kazakh"), _("Locality in Russian")),
        "address": (_("Address in Kazakh"), _("Address in Russian")),
        "letterhead": (_("Letterhead in Kazakh"), _("Letterhead in Russian")),
    }


class BodyPlace(Place):
    """The lines at the left, the head of a blank letter at the right."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._may = desk.may(Action.KEEP_OFFICE)
        self._newest = Newest(self)
        self._card: OrganisationCard | None = None
        self.facts = QGridLayout()
        self.heads = {end: Letterhead() for end in _ENDS}
        self.change = PlainButton(_("Change the card…"))
        self.history = PlainButton(_("History…"))
        self.area = QScrollArea()
        self._lay_out()

    def title(self) -> str:
        return _("Organisation")

    def primary_text(self) -> str:
        return _("Change the card") if self._may else ""

    def primary(self) -> None:
        """Change what is known of the body."""
        if self._card is not None:
            form = OrganisationForm(self._desk, self.window(), self._card)
            form.saved.connect(lambda _done: self._changed())
            form.open()

    def panes(self) -> list[QWidget]:
        return [self.area]

    def refresh(self) -> None:
        self._newest.ask(self._ask, self._show, patience=PATIENCE)

    def loaded(self) -> bool:
        return self._newest.idle()

    def _ask(self) -> tuple[OrganisationCard, list[FormerNameLine]]:
        return organisation(self._desk), former_names(self._desk, SUBJECT)

    def _changed(self) -> None:
        self.refresh()
        self.written.emit()

    def _show(self, found: tuple[OrganisationCard, list[FormerNameLine]]) -> None:
        self._card, former = found
        clear(self.facts)
        self.facts.addWidget(Heading("Қазақша"), 0, 1)
        self.facts.addWidget(Heading("Русский"), 0, 2)
        names = {
            "superior": _("Superior body"),
            "name": _("Name of the body"),
            "locality": _("Locality"),
            "address": _("Address"),
            "letterhead": _("Letterhead"),
        }
        for name, label in names.items():
            self._line(label, getattr(self._card, f"{name}_kk"), getattr(self._card, f"{name}_ru"))
        for line in former:
            self._line(_("until {day}").format(day=short(line.until)), line.name_kk, line.name_ru)
        self.facts.setRowStretch(self.facts.rowCount(), 1)
        for end, head in self.heads.items():
            head.show_body(self._card, end)

    def _line(self, label: str, *words: str) -> None:
        row = self.facts.rowCount()
        self.facts.addWidget(Caption(label, wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, text in enumerate(words, 1):
            said = PlainLabel(text or "–", wrap=True)
            said.setAccessibleName(f"{label}, {_ENDS[column - 1]}")
            self.facts.addWidget(said, row, column, Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        panel = Panel()
        self.facts.setHorizontalSpacing(theme.em(self, 1.4))
        self.facts.setVerticalSpacing(theme.em(self, 0.7))
        self.facts.setColumnStretch(1, 1)
        self.facts.setColumnStretch(2, 1)
        panel.body.addLayout(self.facts)
        buttons = QHBoxLayout()
        for button, does, seen in (
            (self.change, self.primary, self._may),
            (self.history, self._history, True),
        ):
            button.clicked.connect(does)
            if seen:
                buttons.addWidget(button)
        buttons.addStretch(1)
        panel.body.addLayout(buttons)
        panel.body.addStretch(1)
        contents = QWidget()
        both = QHBoxLayout(contents)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.em(self, 0.8))
        both.addWidget(panel, 3)
        both.addWidget(self._previews(), 2)
        self.area.setAccessibleName(_("Organisation"))
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _previews(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Caption(_("How a letter begins"), wrap=True))
        for head in self.heads.values():
            column.addWidget(head)
        column.addStretch(1)
        return side

    def _history(self) -> None:
        if self._card is not None:
            name = self._card.name_kk if current_language() == "kk" else self._card.name_ru
            history.show(self.window(), self._desk, SUBJECT, name)


class Letterhead(Panel):
    """The head of a blank letter in one language."""

    def __init__(self) -> None:
        super().__init__()
        self.superior, self.name, self.lines = (PlainLabel(wrap=True) for _at in range(3))
        self.name.setFont(theme.scaled(self.name.font(), 1.15, bold=True))
        for label in (self.superior, self.name, self.lines):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)

    def show_body(self, card: OrganisationCard, end: str) -> None:
        """Show what stands at the head of a letter of the body."""
        self.superior.setText(getattr(card, f"superior_{end}"))
        self.superior.setVisible(bool(self.superior.text()))
        self.name.setText(getattr(card, f"name_{end}").upper())
        letterhead = getattr(card, f"letterhead_{end}")
        self.lines.setText(
            letterhead
            or "\n".join(filter(None, (getattr(card, f"address_{end}"), getattr(card, f"locality_{end}"))))
        )


class OrganisationForm(FormDialog):
    """What is known of the body, both languages side by side."""

    draft_form = "organisation"

    def __init__(self, desk: "Desk", parent: QWidget | None, card: OrganisationCard) -> None:
        super().__init__(desk, parent, _("Organisation"), _WIDTH)
        known = asdict(card)
        self._fields = {f"{line}_{end}": LongField() for line in _LINES for end in _ENDS}
        self._heads = {f"letterhead_{end}": LinesField() for end in _ENDS}
        self.renamed_from = DateField(desk.today)
        captions = _captions()
        for line in ("name", "superior", "locality", "address"):
            self._pair(line, captions[line])
            if line == "name":
                self.add("renamed_from", _("First day of the new name, if it was changed"), self.renamed_from)
                self.add_note(
                    _("Papers of earlier days keep the old name. Without a day the name was misspelt.")
                )
        self._pair("letterhead", captions["letterhead"])
        for name, field in (self._fields | self._heads).items():
            field.show_value(known[name])
        self._fields["name_kk"].setFocus()

    def save(self, reason: str) -> object:
        """Enter the change."""
        from dspdesk.procedures import office

        fields = {name: field.value() for name, field in (self._fields | self._heads).items()}
        command = office.ChangeOrganisation(**fields, renamed_from=self.renamed_from.value(), reason=reason)
        office.change_organisation(self._desk, command)
        return 1

    def draft_about(self) -> str:
        """The one row there is."""
        return SUBJECT

    def _pair(self, line: str, captions: tuple[str, str]) -> None:
        fields = self._fields | self._heads
        names = [f"{line}_{end}" for end in _ENDS]
        self.add_pair(*((name, caption, fields[name]) for name, caption in zip(names, captions, strict=True)))


def make(desk: "Desk", _services: Services) -> BodyPlace:
    """The tab of the body itself."""
    return BodyPlace(desk)
