"""What was in a cover, a card for each document: what is stated beside what was counted."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, pgettext
from dspdesk.law.mail import Contents
from dspdesk.procedures.mail_intake import DocumentFound
from dspdesk.queries.mail import EnclosedRow
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import CountField, DateField, EnterGoesOn, LongField, TextField
from dspdesk.ui.mail import words
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Desk

#: What is counted: the field of what is stated, that of what was counted.
_PAIRS = ("sheets", "enclosure_sheets", "copies")
MOST = 50


class DocumentCard(Panel):
    """One document: of what kind, from whom it says it is, what is stated and what was counted."""

    changed = Signal()

    def __init__(self, desk: "Desk", ordinal: int, goes_on: EnterGoesOn, row: EnclosedRow | None) -> None:
        super().__init__()
        self._desk, self.row = desk, row
        self.struck = False
        self.fields: dict[str, Any] = {
            "kind": TextField(lambda typed: _completions(desk, "kind", typed)),
            "their_number": TextField(),
            "their_date": DateField(desk.today),
            "summary": LongField(lambda typed: _completions(desk, "summary", typed)),
            "stated_enclosures": LongField(),
            "missing": LongField(),
        }
        self.fields |= {f"{how}_{what}": CountField() for what in _PAIRS for how in ("stated", "counted")}
        self.heading = Heading(_("Document {n}").format(n=ordinal))
        self.strike = PlainButton(_("Strike out"))
        self._lay_out(goes_on)
        if row is not None:
            for name, field in self.fields.items():
                field.show_value(getattr(row, name))

    def found(self) -> DocumentFound:
        """What the card says."""
        known = {name: field.value() for name, field in self.fields.items()}
        return DocumentFound(id=self.row.id if self.row else None, struck=self.struck, **known)

    def kept(self) -> dict[str, Any]:
        """What was typed, for a draft."""
        return {name: field.text() for name, field in self.fields.items()} | {"struck": self.struck}

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show what a draft kept."""
        for name, field in self.fields.items():
            field.setText(str(kept.get(name, "")))
        if kept.get("struck") is True:
            self._strike()

    def empty(self) -> bool:
        """Whether nothing was typed here, and nothing was entered before."""
        return self.row is None and not any(field.text().strip() for field in self.fields.values())

    def problem(self) -> str:
        """What cannot be read."""
        return next((wrong for field in self.fields.values() if (wrong := field.problem())), "")

    def _lay_out(self, goes_on: EnterGoesOn) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.strike)
        self.strike.setAutoDefault(False)
        self.strike.clicked.connect(self._strike)
        self.body.addLayout(head)
        captions = {
            "kind": _("Kind of document"),
            "their_number": _("Their No."),
            "their_date": _("Dated"),
            "summary": _("Summary"),
            "stated_enclosures": _("Enclosures named in the letter"),
            "missing": _("Which of them are not there"),
        }
        for names in (("kind", "their_number", "their_date"), ("summary",)):
            self.body.addLayout(_line(self, [self._boxed(name, captions[name], goes_on) for name in names]))
        self.body.addLayout(self._counts(goes_on))
        pair = [self._boxed(name, captions[name], goes_on) for name in ("stated_enclosures", "missing")]
        self.body.addLayout(_line(self, pair))

    def _counts(self, goes_on: EnterGoesOn) -> QGridLayout:
        """Stated and counted beside each other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.em(self, 0.8))
        grid.setVerticalSpacing(theme.em(self, 0.25))
        heads = {
            "sheets": _("Sheets"),
            "enclosure_sheets": _("Sheets of enclosures"),
            "copies": pgettext("count", "Copies"),
        }
        for at, (how, said) in enumerate((("stated", _("stated")), ("counted", _("counted")))):
            grid.addWidget(Caption(said), at + 1, 0)
            for column, what in enumerate(_PAIRS, 1):
                field = self.fields[f"{how}_{what}"]
                field.setAccessibleName(f"{heads[what]}: {said}")
                self._listen(field, goes_on)
                grid.addWidget(field, at + 1, column)
        for column, what in enumerate(_PAIRS, 1):
            grid.addWidget(Caption(heads[what]), 0, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _boxed(self, name: str, caption: str, goes_on: EnterGoesOn) -> QWidget:
        box = labelled(caption, self.fields[name])
        self._listen(self.fields[name], goes_on)
        return box

    def _listen(self, field: Any, goes_on: EnterGoesOn) -> None:
        field.installEventFilter(goes_on)
        field.textEdited.connect(lambda _typed: self.changed.emit())

    def _strike(self) -> None:
        self.struck = not self.struck
        self.strike.setText(_("Let it stand") if self.struck else _("Strike out"))
        for field in self.fields.values():
            field.setEnabled(not self.struck)
        self.changed.emit()


class FoundDocuments(QWidget):
    """All documents of a cover."""

    changed = Signal()

    def __init__(
        self, desk: "Desk", goes_on: EnterGoesOn, rows: Sequence[EnclosedRow], cover_numbers: str = ""
    ) -> None:
        """Before the first check there is a card for each number that stands on the cover."""
        super().__init__()
        self._desk, self._goes_on = desk, goes_on
        self.cards: list[DocumentCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.em(self, 0.7))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.em(self, 0.7))
        whole.addLayout(self._column)
        self.more = PlainButton(_("One more document"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.begin_next)
        for row in rows:
            self.add(row)
        for number in () if rows else numbers_on(cover_numbers) or ("",):
            self.add()
            self.cards[-1].fields["their_number"].show_value(number)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)  # last: Tab comes to it after the cards

    def add(self, row: EnclosedRow | None = None) -> None:
        """One more document."""
        if len(self.cards) >= MOST:
            return
        card = DocumentCard(self._desk, len(self.cards) + 1, self._goes_on, row)
        card.changed.connect(self.changed)
        before = self.cards[-1].fields["missing"] if self.cards else None
        self.cards.append(card)
        self._column.addWidget(card)
        if before is not None:
            QWidget.setTabOrder(before, card.fields["kind"])
        _chain(_order(card))

    def begin_next(self) -> None:
        """Go to one more document."""
        self.add()
        self.cards[-1].fields["kind"].setFocus()
        self.changed.emit()

    def value(self) -> tuple[DocumentFound, ...]:
        """The documents, cards left empty passed over."""
        return tuple(card.found() for card in self.cards if not card.empty())

    def differences(self) -> str:
        """How what was counted differs from what is stated, a line for each document, '' when it does not."""
        said = {
            card.heading.text(): words.differences(card.found()) for card in self.cards if not card.struck
        }
        lines = {heading: line for heading, line in said.items() if line}
        if len(self.cards) == 1:
            return "".join(lines.values())
        return "\n".join(f"{heading}: {line}" for heading, line in lines.items())

    def problem(self) -> str:
        """What cannot be read; of a document struck out nothing is."""
        return next((wrong for card in self.cards if not card.struck and (wrong := card.problem())), "")

    def kept(self) -> list[dict[str, Any]]:
        """What was typed, for a draft."""
        return [card.kept() for card in self.cards]

    def show_kept(self, kept: Sequence[dict[str, Any]]) -> None:
        """Show what a draft kept."""
        for at, one in enumerate(kept[:MOST]):
            if at >= len(self.cards):
                self.add()
            self.cards[at].show_kept(one)

    def first(self) -> QWidget:
        """Where the keys go first."""
        first: QWidget = self.cards[0].fields["kind"]
        return first


def numbers_on(cover: str) -> list[str]:
    """The numbers on a cover one by one: they stand apart by commas or semicolons."""
    return [number.strip() for number in re.split("[,;]", cover)[:MOST] if number.strip()]


def told(contents: Contents) -> str:
    """What stands of a document in one line."""
    number = _("No. {number}").format(number=contents.their_number) if contents.their_number else ""
    return " · ".join(filter(None, (contents.kind, number, contents.summary)))


def _order(card: DocumentCard) -> list[QWidget]:
    """The order in which the paper is read: what it is, what the letter states, what is counted."""
    names = ("kind", "their_number", "their_date", "summary")
    counts = [f"{how}_{what}" for how in ("stated", "counted") for what in _PAIRS]
    return [card.fields[name] for name in (*names, *counts, "stated_enclosures", "missing")]


def _chain(widgets: Sequence[QWidget]) -> None:
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def _line(owner: QWidget, parts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.em(owner, 0.8))
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _completions(desk: "Desk", field: str, typed: str) -> list[str]:
    from dspdesk.queries.completion import completions

    return completions(desk, field, typed)
