"""Orders of the head on lists: one that approves a list, one that changes it, entries left out of an order."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.restricted_list import EntryWords, Order, OrderKind
from dspdesk.queries import restricted_list as queries
from dspdesk.ui import ask
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.restricted_list.lines import Deed, Lines, line_of

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.restricted_list import EntryRow, ListRow, OrderLine

_WIDTH = 60  # in ems


class OrderFields:
    """Number, date and first day of an order."""

    def __init__(self, form: FormDialog, today: Any) -> None:
        self.number, self.dated, self.from_day = TextField(), DateField(today), DateField(today)
        form.add_pair(
            ("number", _("Order No."), self.number),
            ("dated", _("Order dated"), self.dated),
            ("from_day", _("In force from, if later"), self.from_day),
        )

    def order(self) -> Order:
        """What was typed."""
        return Order(self.number.value(), self.dated.value(), self.from_day.value())


class _WithLines(FormDialog):
    """A form whose lines its drafts keep as well."""

    lines: Lines

    def values(self) -> dict[str, Any]:
        """The fields, and the lines."""
        return super().values() | {"lines": [line.kept() for line in self.lines.value()]}

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept."""
        super().show_values(values)
        self.lines.show_value([line_of(kept) for kept in values.get("lines", ())])

    def added(self) -> tuple[EntryWords, ...]:
        """The entries that the order adds."""
        return tuple(line.words for line in self.lines.value() if line.deed is Deed.ADD)


class ListForm(_WithLines):
    """A list with the order that approved it and the entries it begins with."""

    draft_form = "restricted_list"

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk, parent, _("New list of restricted information"), _WIDTH)
        self.name_kk, self.name_ru, self.notes = LongField(), LongField(), LongField()
        self.departmental = ChoiceField(
            _("Whose list"), {False: _("of the body itself"), True: _("departmental, stays valid beside it")}
        )
        self.add_pair(
            ("name_kk", _("Name in Kazakh"), self.name_kk), ("name_ru", _("Name in Russian"), self.name_ru)
        )
        self.add("departmental", _("Whose list"), self.departmental)
        self.order = OrderFields(self, desk.today)
        self.add("notes", _("Notes"), self.notes)
        self.lines = Lines(desk)
        self.add("lines", _("Entries of the list"), self.lines)
        self.name_kk.setFocus()

    def save(self, reason: str) -> object:
        """Enter the list; returns the id of its first entry, 0 where it has none yet."""
        from dspdesk.procedures import restricted_list as procedures

        command = procedures.ApproveList(
            name_kk=self.name_kk.value(), name_ru=self.name_ru.value(), departmental=self.departmental.value(),
            order=self.order.order(), notes=self.notes.value(), entries=self.added(), reason=reason,
        )  # fmt: skip
        made = procedures.approve(self._desk, command)
        return next((row.id for row in queries.entries(self._desk, counted=False) if row.list_id == made), 0)


class OrderForm(_WithLines):
    """One order that adds, changes and ends several entries of a list, or repeals the list."""

    draft_form = "list_order"

    def __init__(self, desk: "Desk", parent: QWidget | None, list_id: int = 0) -> None:
        super().__init__(desk, parent, _("Order on a list of restricted information"), _WIDTH)
        self._lists = [row for row in queries.lists(desk) if row.valid_to is None]
        self._standing = queries.entries(desk, desk.today(), counted=False)
        self.of_list = LongChoice(_("List"), {row.id: _list_words(row) for row in self._lists})
        self.notes = LongField()
        self.repeals = QCheckBox(_("Repeals the list as a whole"))
        self.lines = Lines(desk, self._of_the_list)
        self.add("list_id", _("List"), self.of_list)
        self.order = OrderFields(self, desk.today)
        self.add("lines", _("What the order does"), self.lines)
        self.add("repeals", "", self.repeals).label.hide()
        self.add("notes", _("Notes"), self.notes)
        if list_id in {row.id for row in self._lists}:
            self.of_list.show_value(list_id)
        self._of = self.of_list.value() if self._lists else None  # the list that the lines are of
        self.of_list.textEdited.connect(lambda _words: self._another_list())
        self.repeals.toggled.connect(self._repeal)
        self.order.number.setFocus()

    def save(self, reason: str) -> object:
        """Enter the order; returns the id of an entry to show."""
        from dspdesk.procedures import restricted_list as procedures

        lines = () if self.repeals.isChecked() else self.lines.value()
        command = procedures.AmendList(
            list_id=self.of_list.value(), order=self.order.order(), notes=self.notes.value(),
            added=tuple(line.words for line in lines if line.deed is Deed.ADD),
            changed=tuple(
                procedures.Changed(entry_id=line.entry_id, to=line.words) for line in lines if line.deed is Deed.CHANGE
            ),
            ended=tuple(line.entry_id for line in lines if line.deed is Deed.END),
            repeals=self.repeals.isChecked(), reason=reason,
        )  # fmt: skip
        procedures.amend(self._desk, command)
        return _newest(self._desk, self.of_list.value())

    def _of_the_list(self) -> "list[EntryRow]":
        return [row for row in self._standing if row.list_id == self.of_list.value()]

    def show_values(self, values: dict[str, Any]) -> None:
        super().show_values(values)
        self._of = self.of_list.value()

    def _another_list(self) -> None:
        """Entries that the order adds stay; those of the list before that it changes or ends go, if that is meant."""
        wanted, lines = self.of_list.value(), self.lines.value()
        added = [line for line in lines if line.deed is Deed.ADD]

        def take() -> None:
            self._of = wanted
            self.of_list.show_value(wanted)
            self.lines.show_value(added)
            self.touched()

        if wanted == self._of or len(added) == len(lines):
            self._of = wanted
            return
        self.of_list.show_value(self._of)
        text = _(
            "The lines that change or end an entry are of the list chosen before and will be left out. "
            "Entries to be added stay."
        )
        ask.confirm(self, _("Another list?"), text, _("Choose the other list"), take)

    def _repeal(self, repeals: bool) -> None:
        self.lines.setEnabled(not repeals)


class CompleteForm(_WithLines):
    """Entries of an order that were left out when it was entered."""

    draft_form = "list_completion"

    def __init__(self, desk: "Desk", parent: QWidget | None, row: "EntryRow") -> None:
        super().__init__(desk, parent, _("Further entries of an order"), _WIDTH)
        self._row = row
        made = [line for line in queries.orders(desk, row.list_id) if line.kind is not OrderKind.REPEAL]
        self.of_order = LongChoice(_("Order"), {line.id: _order_words(line) for line in made})
        self.add("order_id", _("Order"), self.of_order)
        self.lines = Lines(desk)
        self.add("lines", _("Entries left out when the order was entered"), self.lines)
        by = (row.order_number, row.order_dated)
        brought = next((line.id for line in made if (line.number, line.dated) == by), None)
        if brought is not None:
            self.of_order.show_value(brought)
        self.lines.setFocus()

    def draft_about(self) -> str:
        """The list."""
        return f"restricted_list:{self._row.list_id}"

    def save(self, reason: str) -> object:
        """Enter the entries; returns the id of the last of them."""
        from dspdesk.procedures import restricted_list as procedures

        command = procedures.CompleteOrder(
            order_id=self.of_order.value(), entries=self.added(), reason=reason
        )
        procedures.complete(self._desk, command)
        return _newest(self._desk, self._row.list_id)


def _newest(desk: "Desk", list_id: int) -> int:
    """The entry of a list that was entered last."""
    return max((row.id for row in queries.entries(desk, counted=False) if row.list_id == list_id), default=0)


def _list_words(row: "ListRow") -> str:
    return _("{list} ({order})").format(
        list=row.name(current_language()), order=wording.order(row.number, row.dated)
    )


def _order_words(line: "OrderLine") -> str:
    return wording.order(line.number, line.dated)
