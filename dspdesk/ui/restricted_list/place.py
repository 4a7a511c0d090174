"""The lists of restricted information: what was in force on a day, by which order, and what rests on it."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.roles import Action
from dspdesk.queries import restricted_list as queries
from dspdesk.queries.restricted_list import EntryRow, ListRow, point_key
from dspdesk.ui import history, theme
from dspdesk.ui import wording as counts
from dspdesk.ui.cards.fields import DateField, EnterGoesOn
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import Caption, EmptyState, PlainButton, PrimaryButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk


def _whose(*, departmental: bool) -> str:
    return _("departmental") if departmental else _("of the body itself")


COLUMNS: Sequence[RegisterColumn[EntryRow]] = (
    RegisterColumn(
        key="point", title=N_("Point"), width=5, text=lambda row: row.point,
        sort=lambda row: (row.departmental, row.list_id, point_key(row.point), row.valid_from),
    ),
    RegisterColumn(
        key="text", title=N_("Information"), width=26, stretch=True, text=lambda row: row.text(current_language())
    ),
    RegisterColumn(key="list", title=N_("Whose list"), width=9, text=lambda row: _whose(departmental=row.departmental)),
    RegisterColumn(
        key="criterion", title=N_("Criterion"), width=6, right=True,
        text=lambda row: str(row.criterion.value) if row.criterion else "", sort=lambda row: row.criterion or 0,
    ),
    RegisterColumn(
        key="from", title=N_("In force from"), width=8, text=lambda row: short(row.valid_from),
        sort=lambda row: row.valid_from,
    ),
    RegisterColumn(
        key="to", title=N_("In force through"), width=8, text=lambda row: short(row.valid_to) if row.valid_to else "",
        sort=lambda row: row.valid_to or dt.date.max,
    ),
    RegisterColumn(key="order", title=N_("Order"), width=8, text=lambda row: f"№\N{NO-BREAK SPACE}{row.order_number}"),
    RegisterColumn(
        key="documents", title=N_("Documents"), width=7, right=True,
        text=lambda row: counts.grouped(row.documents) if row.documents else "", sort=lambda row: row.documents,
    ),
)  # fmt: skip


class ListPlace(RegisterPlace[EntryRow]):
    """The entries of all lists as of a day; without a day all there ever were."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, COLUMNS, _("List of restricted information"))
        self._may = desk.may(Action.KEEP_LIST)
        self._lists: dict[int, ListRow] = {}
        self._asked_day: dt.date | None = desk.today()
        self.day = DateField(desk.today)
        self.day.show_value(desk.today())
        self.day.setAccessibleName(_("As of"))
        self.day.setPlaceholderText(_("any day"))
        self.day.setFixedWidth(theme.em(self, 8))
        self._goes_on = EnterGoesOn(self)
        self.day.installEventFilter(self._goes_on)
        self.day.left.connect(self._other_day)
        self.add_tool(self._dated())
        self.order_button = PlainButton(_("Order…"))
        self.order_button.clicked.connect(lambda _checked=False: self.order())
        self.proposals_button = PlainButton(_("Proposals…"))
        self.proposals_button.clicked.connect(lambda _checked=False: self.proposals())
        hide_unless(self.order_button, allowed=self._may)
        self.add_tool(self.order_button)
        self.add_tool(self.proposals_button)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[EntryRow]:
        self._lists = {row.id: row for row in queries.lists(self._desk)}
        return queries.entries(self._desk, self._asked_day)

    def key_of(self, row: EntryRow) -> int:
        return row.id

    def facts(self, row: EntryRow) -> Facts:
        language = current_language()
        other = row.text_ru if language == "kk" else row.text_kk
        known = [
            (_("In Russian") if language == "kk" else _("In Kazakh"), "" if other == row.text(language) else other),
            (_("In force"), wording.period(row.valid_from, row.valid_to)),
            (_("Put in force by"), wording.order(row.order_number, row.order_dated)),
            (_("Ended by"), wording.order(row.ended_number, row.ended_dated) if row.ended_dated else ""),
            (_("Documents"), counts.grouped(row.documents) if row.documents else ""),
        ]  # fmt: skip
        criterion = wording.criterion(row.criterion)
        return [
            (f"{row.point} · {row.text(language)}", ""),
            *(fact for fact in known if fact[1]),
            (_("Criterion (paragraph 7)"), ""),
            ("", criterion or _("No criterion is named.")),
            *self._list_facts(row.list_id),
        ]

    def steps(self, row: EntryRow) -> Actions:
        told_of = history.step_of(
            self, self._desk, f"restricted_list:{row.list_id}", row.list_name(current_language())
        )
        documents = ((_("Documents…"), lambda: self._documents(row)),) if row.documents else ()
        if not self._may:
            return (*documents, told_of)
        return (
            *documents,
            *(((_("Order on this list…"), lambda: self.order(row.list_id)),) if self._in_force(row) else ()),
            (_("Further entries of an order…"), lambda: self._complete(row)),
            (_("Correct a slip…"), lambda: self._correct(row)),
            told_of,
        )

    def open_row(self, row: EntryRow) -> None:
        """Enter shows what rests on the entry."""
        if row.documents:
            self._documents(row)

    def beginning(self) -> EmptyState:
        if self._lists:
            return self._nothing_in_force()
        empty = EmptyState(
            _("No list of restricted information yet"),
            _(
                "Here stand the lists by which the body marks its own documents, each approved by an order of the "
                "head, and departmental lists that stay valid. Enter the list first: then every outgoing and internal "
                "document names its entry."
            ),
        )
        if self._may:
            button = PrimaryButton(_("New list…"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("List of restricted information")

    def primary_text(self) -> str:
        return _("New list…") if self._may else ""

    def primary(self) -> None:
        """A new list with the order that approved it."""
        from dspdesk.ui.restricted_list.order_forms import ListForm

        self._ask_for(ListForm(self._desk, self.window()))

    def show_row(self, row: int) -> None:
        """Show an entry, also one that has ended; proposals are asked for by their id below zero."""
        if row < 0:
            self.proposals(-row)
            return
        self._show_day(None)
        super().show_row(row)

    # --- steps ---

    def order(self, list_id: int = 0) -> None:
        """An order that changes a list."""
        from dspdesk.ui.restricted_list.order_forms import OrderForm

        if any(row.valid_to is None for row in queries.lists(self._desk)):
            self._ask_for(OrderForm(self._desk, self.window(), list_id))
        elif self._may:
            self.primary()

    def proposals(self, keep: int = 0) -> None:
        """What was proposed for the lists, and the decisions."""
        from dspdesk.ui.restricted_list.dialogs import Proposals

        dialog = Proposals(self._desk, self.window(), keep)
        dialog.changed.connect(self.saved)
        dialog.finished.connect(lambda _how: self.take_focus())
        dialog.open()

    def _documents(self, row: EntryRow) -> None:
        from dspdesk.ui.restricted_list.dialogs import Documents

        dialog = Documents(self._desk, row, self.window())
        dialog.landed.connect(self.landed)
        dialog.open()

    def _complete(self, row: EntryRow) -> None:
        from dspdesk.ui.restricted_list.order_forms import CompleteForm

        self._ask_for(CompleteForm(self._desk, self.window(), row))

    def _correct(self, row: EntryRow) -> None:
        from dspdesk.ui.restricted_list.entry_form import CorrectionForm

        self._ask_for(CorrectionForm(self._desk, self.window(), row))

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.finished.connect(lambda _how: self.take_focus())
        form.open()

    # --- the day ---

    def _other_day(self) -> None:
        day = self.day.value()
        if day != self._asked_day and not self.day.problem():
            self._asked_day = day
            self.refresh()

    def _show_day(self, day: dt.date | None) -> None:
        self._asked_day = day
        self.day.show_value(day)

    def _in_force(self, row: EntryRow) -> bool:
        found = self._lists.get(row.list_id)
        return found is not None and found.valid_to is None

    def _list_facts(self, list_id: int) -> Facts:
        found = self._lists.get(list_id)
        if found is None:
            return []
        whose = _whose(departmental=found.departmental)
        orders = queries.orders(self._desk, list_id)
        return [
            (found.name(current_language()), ""),
            (_("Whose list"), whose),
            (_("In force"), wording.period(found.valid_from, found.valid_to)),
            (_("Entries now"), counts.grouped(found.entries)),
            (_("Orders"), ""),
            *((short(line.dated), wording.order_line(line)) for line in orders),
        ]

    def _nothing_in_force(self) -> EmptyState:
        day = self._asked_day or self._desk.today()
        return EmptyState(
            _("No entry was in force on {day}").format(day=short(day)),
            _("Choose another day above, or leave it empty to see all entries there ever were."),
        )

    def _dated(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        label = Caption(_("As of"))
        label.setBuddy(self.day)
        row.addWidget(label)
        row.addWidget(self.day)
        return box


def make(desk: "Desk", _services: Services) -> ListPlace:
    """The place of the lists."""
    return ListPlace(desk)
