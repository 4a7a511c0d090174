"""Joining a duplicate to the correspondent that is kept: both side by side, and what comes of it."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.language.folding import fold, words
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.office import taken_over
from dspdesk.queries.correspondents import CorrespondentRow, correspondents
from dspdesk.ui import theme, wording
from dspdesk.ui.cards.fields import LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Note, Panel, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems
_MOST_OFFERED = 12
_FIELDS = ("name_kk", "name_ru", "conditional_name", "number_index", "address_kk", "address_ru", "foreign")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a correspondent, and how it is looked up."""

    name: str
    folded: str
    begins: str  # its words, a blank before each
    row: CorrespondentRow


class MergeDialog(FormDialog):
    """The duplicate at the left, the one kept at the right; what is kept takes what it lacks."""

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        duplicate: CorrespondentRow,
        keep: CorrespondentRow | None = None,
    ) -> None:
        super().__init__(desk, parent, _("Join a duplicate"), _WIDTH)
        self._names: list[_Named] = []
        self._newest = Newest(self)
        self.duplicate, self.keep = duplicate, keep
        self.into = TextField(self._offers)
        self.into.textEdited.connect(lambda _typed: self._chosen())
        self.swap = PlainButton(_("The other way round"))
        self.swap.setAutoDefault(False)
        self.swap.clicked.connect(self.turn)
        self.basis = LongField()
        self._sides = QGridLayout()
        self._outcome = Note()
        self._build()
        self._show_sides()
        self._newest.ask(lambda: _named(correspondents(desk)), self._names_came, PATIENCE)

    def loaded(self) -> bool:
        """Whether all names have come."""
        return self._newest.idle()

    def _names_came(self, names: "list[_Named]") -> None:
        self._names = names

    def save(self, reason: str) -> object:
        """Join them; returns the id of the one kept."""
        from dspdesk.procedures import correspondents as procedures

        self._chosen()
        if self.keep is None:
            raise Refused([Finding("OWN", Weight.REFUSE, "merge_into_whom", {}, "into_id")])
        command = procedures.MergeCorrespondents(
            duplicate_id=self.duplicate.id, into_id=self.keep.id, reason=self.basis.value() or reason
        )
        procedures.merge(self._desk, command)
        return self.keep.id

    def turn(self) -> None:
        """Keep the other one."""
        if self.keep is not None:
            self.duplicate, self.keep = self.keep, self.duplicate
            self.into.show_value(self.keep.name(current_language()))
            self._show_sides()

    def _chosen(self) -> None:
        """The row that the typed name is of."""
        typed = fold(self.into.value())
        same = (one.row for one in self._names if typed and one.folded == typed)
        self.keep = next((row for row in same if row.id != self.duplicate.id), None)
        self._show_sides()

    def _offers(self, typed: str) -> list[str]:
        parts = [f" {part}" for part in words(typed)]
        fitting = (
            one.name
            for one in self._names
            if one.row.id != self.duplicate.id and all(part in one.begins for part in parts)
        )
        return list(islice(fitting, _MOST_OFFERED))

    def _build(self) -> None:
        self.add("into_id", _("Which one is kept"), self.into)
        panel = Panel()
        self._sides.setHorizontalSpacing(theme.em(self, 1.2))
        self._sides.setVerticalSpacing(theme.em(self, 0.4))
        self._sides.setColumnStretch(1, 1)
        self._sides.setColumnStretch(2, 1)
        panel.body.addLayout(self._sides)
        panel.body.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(panel)
        self.body.addWidget(self._outcome)
        self.add("reason", _("Why they are one, kept in the ledger"), self.basis)
        self.save_button.set_text(_("Join"), "Ctrl+S")
        if self.keep is not None:
            self.into.show_value(self.keep.name(current_language()))
            self.basis.setFocus()
        else:
            self.into.setFocus()

    def _show_sides(self) -> None:
        clear(self._sides)
        self._sides.addWidget(Heading(_("Duplicate")), 0, 1)
        self._sides.addWidget(Heading(_("Is kept")), 0, 2)
        takes = self._takes()
        labels = _labels()
        for place, name in enumerate(_FIELDS, 1):
            left, right = _said(self.duplicate, name), _said(self.keep, name)
            if left or right:
                self._sides.addWidget(Caption(labels[name], wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
                self._sides.addWidget(PlainLabel(left, wrap=True), place, 1, Qt.AlignmentFlag.AlignTop)
                taken = Note(f"← {left}", Tone.GOOD) if name in takes else PlainLabel(right, wrap=True)
                self._sides.addWidget(taken, place, 2, Qt.AlignmentFlag.AlignTop)
        last = len(_FIELDS) + 1
        self._sides.addWidget(Caption(_("Letters")), last, 0)
        self._sides.addWidget(PlainLabel(_letters(self.duplicate)), last, 1)
        self._sides.addWidget(PlainLabel(_letters(self.keep) if self.keep else ""), last, 2)
        self.swap.setEnabled(self.keep is not None)
        self._outcome.setText(self._says())
        self._outcome.setVisible(self.keep is not None)

    def _takes(self) -> dict[str, object]:
        if self.keep is None:
            return {}
        sides = [{name: getattr(row, name) for name in _FIELDS} for row in (self.keep, self.duplicate)]
        return taken_over(*sides)

    def _says(self) -> str:
        if self.keep is None:
            return ""
        moved = self.duplicate.incoming + self.duplicate.outgoing
        moves = ngettext("{n} letter moves.", "{n} letters move.", moved).format(n=wording.grouped(moved))
        keeps = _(
            "Entries keep the words they were written with; the names of the duplicate lead to the one kept."
        )
        return f"{moves} {keeps}"


def _named(rows: list[CorrespondentRow]) -> list[_Named]:
    names = ((name, row) for row in rows for name in (row.name_ru, row.name_kk))
    return [_Named(name, fold(name), f" {' '.join(words(name))}", row) for name, row in names if name]


def _labels() -> dict[str, str]:
    return {
        "name_kk": _("Name in Kazakh"),
        "name_ru": _("Name in Russian"),
        "conditional_name": _("Conditional name"),
        "number_index": _("Index"),
        "address_kk": _("Address in Kazakh"),
        "address_ru": _("Address in Russian"),
        "foreign": _("Foreign"),
    }


def _said(row: CorrespondentRow | None, name: str) -> str:
    value = getattr(row, name) if row else ""
    return (_("yes") if value else "") if isinstance(value, bool) else str(value)


def _letters(row: CorrespondentRow) -> str:
    return wording.grouped(row.incoming + row.outgoing)
