"""The linked documents of an entry: where each is filed, what the entries propose themselves, and a new link."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.findings import Refused
from dspdesk.law.relations import Side
from dspdesk.queries import relations
from dspdesk.queries.relations import Other, Proposed, RelatedRow
from dspdesk.ui import ask, theme
from dspdesk.ui.cards.fields import ChoiceField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.copying.item_field import ItemField
from dspdesk.ui.relations import words
from dspdesk.ui.widgets.basics import Caption, PlainButton
from dspdesk.ui.widgets.flow import clear
from dspdesk.ui.widgets.links import LinkButton, indented

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 62  # in ems


class LinkedDocuments(FormDialog):
    """What is linked to an entry. It stays open while links are made and taken back."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, _("Linked documents: № {number}").format(number=number), _WIDTH)
        self._item_id, self._services = details.id, services
        self._links = QVBoxLayout()
        self._links.setSpacing(theme.em(self, 0.3))
        self.side = ChoiceField(_("What the other document is"), words.choices())
        self.other = ItemField(desk)
        self._build()
        self._refresh()
        self.other.setFocus()

    def save(self, reason: str) -> object:
        """Link the document chosen."""
        from dspdesk.procedures.relations import Relate, relate

        other = self.other.value()
        if other is None:
            self.complain("other_id", _("Choose the other document."))
            return None
        return relate(self._desk, Relate(item_id=self._item_id, other_id=other, side=self.side.value()))

    # --- building ---

    def _build(self) -> None:
        self.add_note(
            _("All documents on one question belong into one case. What is linked opens from both entries.")
        )
        self.body.addLayout(self._links)
        self.add_heading(_("Link another document"))
        self.add("other_id", _("Other document"), self.other)
        self.add("side", _("What the other document is"), self.side)
        self.save_button.set_text(_("Link"), "Ctrl+S")
        self.leave_button.set_text(_("Close"), "Esc")

    def _refresh(self) -> None:
        clear(self._links)
        rows = relations.related(self._desk, self._item_id)
        for row in rows:
            self._links.addLayout(self._linked(row))
        if not rows:
            self._links.addWidget(Caption(_("No document is linked yet."), wrap=True))
        offered = relations.proposed(self._desk, self._item_id)
        if offered:
            self._links.addWidget(Caption(_("“In reply to No.” speaks of:"), wrap=True))
        for one in offered:
            self._links.addLayout(self._offered(one))

    def _linked(self, row: RelatedRow) -> QVBoxLayout:
        back = PlainButton(_("Take the link back…"))
        back.setAccessibleName(_("Take back the link with {entry}").format(entry=words.entry(row.other)))
        back.clicked.connect(lambda: self._ask_back(row))
        return self._line(row.side, row.other, back)

    def _offered(self, one: Proposed) -> QVBoxLayout:
        link = PlainButton(_("Link"))
        link.setAccessibleName(_("Link with {entry}").format(entry=words.entry(one.other)))
        link.clicked.connect(lambda: self._link(one.side, one.other.id))
        return self._line(one.side, one.other, link)

    def _line(self, side: Side, other: Other, button: PlainButton) -> QVBoxLayout:
        entry = LinkButton(words.entry(other), words.side(side))
        entry.clicked.connect(lambda: self._open(other))
        button.setAutoDefault(False)
        line = QHBoxLayout()
        line.addWidget(entry, 1)
        line.addWidget(button)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addLayout(line)
        both.addWidget(indented(Caption(words.about(other), wrap=True)))
        return both

    # --- what is pressed ---

    def _open(self, other: Other) -> None:
        self._services.open_card(
            self, self._desk, other.kind, other.year, other.id, lambda _id: self._refresh()
        )

    def _link(self, side: Side, other_id: int) -> None:
        from dspdesk.procedures.relations import Relate, relate

        try:
            made = relate(self._desk, Relate(item_id=self._item_id, other_id=other_id, side=side))
        except Refused as refused:
            self._objected(refused)
        else:
            self._done(made)

    def _ask_back(self, row: RelatedRow) -> None:
        text = _("The link with {entry} is taken back; both entries keep it in their history. Why?")
        ask.reason(
            self,
            _("Take the link back?"),
            text.format(entry=words.entry(row.other)),
            partial(self._back, row.id),
        )

    def _back(self, relation_id: int, reason: str) -> None:
        from dspdesk.procedures.relations import TakeBack, take_back

        try:
            take_back(self._desk, TakeBack(relation_id=relation_id, reason=reason))
        except Refused as refused:
            self._objected(refused)
        else:
            self._done(relation_id)

    def _done(self, done: object) -> None:
        """Stay open: there may be more to link."""
        if done is None:
            return
        self.other.show_value(None)
        self.findings.show_findings([], {})
        self._refresh()
        self.saved.emit(done)
        self.other.setFocus()


def open_dialog(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Show and change what an entry is linked to."""
    dialog = LinkedDocuments(desk, parent, services, details)
    dialog.saved.connect(lambda _id: on_done())
    dialog.open()
