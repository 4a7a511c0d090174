"""Stickers for copies: which copies, which kinds, on which free label of the sheet they begin."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.copy_stamp import LABELS, Side
from dspdesk.ui import ask
from dspdesk.ui.cards.fields import ChoiceField, CountField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.movement.copies_field import CopiesField
from dspdesk.ui.widgets.basics import Note

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.copy_stamp import StickerSheet
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 50  # in ems
SIDES = {
    Side.FRONT: N_("First sheet: mark and number of the copy"),
    Side.BACK: N_("Back of the last sheet: where the copies went, the executor"),
    Side.NOTE: N_("What was reproduced: note of the further copies"),
}


class StickersDialog(FormDialog):
    """Stickers of the copies of an entry; the sheet is shown before it is printed."""

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        services: "Services",
        details: "ItemDetails",
        chosen: Collection[int] = (),
    ) -> None:
        from dspdesk.queries import copy_stamp
        from dspdesk.queries.whereabouts import copies_of

        number = details.number.with_mark(details.journal.language)
        super().__init__(
            desk, parent, _("Stickers for the copies of № {number}").format(number=number), _WIDTH
        )
        self._services, self._language = services, details.journal.language
        self._facts = copy_stamp.stamp_facts(desk, details.id)
        wanted = set(chosen)
        self.copies = CopiesField(
            copies_of(desk, details.id), lambda row: row.id in wanted if wanted else row.where != "destroyed"
        )
        self.sides = {side: QCheckBox(_(said)) for side, said in SIDES.items()}
        self.mark = ChoiceField(_("Mark"), {True: _("in full"), False: _("abbreviation")})
        self.went = LongField()
        self.went.show_value(copy_stamp.went(self._facts, self._language))
        self.first = CountField()
        self.first.show_value(1)
        self.needed = Note()
        self._build()
        self.save_button.set_text(_("Show the sheet"), "Ctrl+S")
        self._tell_needed()
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """What the paper is of, with its layout."""
        return self.sheet().about

    def sheet(self) -> "StickerSheet":
        """The sheet as it is chosen."""
        from dspdesk.procedures.copy_stamp import StickerSheet

        return StickerSheet(
            copy_ids=self.copies.value(),
            sides=self.chosen_sides(),
            first=self.first.value(),
            in_full=self.mark.value(),
            went=self.went.value(),
        )

    def chosen_sides(self) -> tuple[Side, ...]:
        """The kinds of stickers ticked."""
        return tuple(side for side, box in self.sides.items() if box.isChecked())

    def touched(self, name: str = "") -> None:
        super().touched(name)
        self._tell_needed()

    def _tell_needed(self) -> None:
        """How many labels it takes, and how many sheets."""
        keys, sides = set(self.copies.value()), self.chosen_sides()
        copies = [copy for copy in self._facts.copies if copy.id in keys]
        noted = sum(copy.note is None for copy in copies) if self._facts.made else 0
        labels = sum(noted if side is Side.NOTE else len(copies) for side in sides)
        sheets = -(-(labels + (self.first.value() or 1) - 1) // LABELS) if labels else 0
        self.needed.setText(
            _("{labels} on {sheets}").format(
                labels=ngettext("{n} label", "{n} labels", labels).format(n=labels),
                sheets=ngettext("{n} sheet of 3 × 8", "{n} sheets of 3 × 8", sheets).format(n=sheets),
            )
        )
        self.went.setEnabled(Side.BACK in sides)
        self.mark.setEnabled(Side.FRONT in sides)

    def _build(self) -> None:
        self.add("copies", _("Which copies"), self.copies)
        for side, box in self.sides.items():
            box.setChecked(side is not Side.NOTE)
            box.setVisible(side is not Side.NOTE or bool(self._facts.made))
            box.toggled.connect(lambda _on: self.touched())
            self.body.addWidget(box)
        self.add("went", _("Where the copies went, parted by semicolons"), self.went)
        self.add_pair(
            ("mark", _("Mark"), self.mark),
            ("first", _("First free label of the sheet (1–{last})").format(last=LABELS), self.first),
        )
        self.body.addWidget(self.needed)


def print_them(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],  # noqa: ARG001 - nothing of the entry changes
    chosen: Collection[int] = (),
) -> None:
    """Choose stickers and show their sheet, ready to be printed."""
    from dspdesk.procedures.printing import PaperRequest

    dialog = StickersDialog(desk, parent, services, details, chosen)
    dialog.saved.connect(
        lambda about: services.preview(
            parent, desk, PaperRequest(paper="copy_stamp", language=details.journal.language, about=about)
        )
    )
    dialog.open()


def offer(parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", made: object) -> None:
    """After copies were made: offer their stickers."""
    from dspdesk.procedures.copying import Made
    from dspdesk.queries.item import item

    now = item(desk, details.id)
    if not isinstance(made, Made) or not made.copy_ids or now is None:
        return
    text = _("The new copies have the numbers {numbers}. Print their stickers now?").format(
        numbers=made.numbers
    )
    ask.confirm(
        parent,
        _("Stickers for the new copies"),
        text,
        _("Stickers…"),
        lambda: print_them(parent, desk, services, now, lambda: None, made.copy_ids),
    )
