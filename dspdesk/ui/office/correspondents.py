"""The directory of correspondents: who writes to us and is written to, and what may be one body twice."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.kinds import DirectoryKind
from dspdesk.law.roles import Action
from dspdesk.queries.correspondents import CorrespondentRow, correspondents
from dspdesk.queries.office import former_names
from dspdesk.ui import history, wording
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office import directory_import
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS: Sequence[RegisterColumn[CorrespondentRow]] = (
    RegisterColumn(
        key="name", title=N_("Name of the body"), width=26, text=lambda row: row.name(current_language()), stretch=True
    ),
    RegisterColumn(
        key="conditional", title=N_("Conditional name"), width=11, text=lambda row: row.conditional_name
    ),
    RegisterColumn(
        key="in", title=N_("From them"), width=7, text=lambda row: wording.grouped(row.incoming),
        sort=lambda row: row.incoming, right=True,
    ),
    RegisterColumn(
        key="out", title=N_("To them"), width=6, text=lambda row: wording.grouped(row.outgoing),
        sort=lambda row: row.outgoing, right=True,
    ),
    RegisterColumn(
        key="last", title=N_("Last letter"), width=8, text=lambda row: short(row.last) if row.last else "",
        sort=lambda row: row.last or dt.date.min,
    ),
)  # fmt: skip


class CorrespondentsPlace(RegisterPlace[CorrespondentRow]):
    """All correspondents that were not joined to another."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, COLUMNS, _("Correspondents"))
        self._may = desk.may(Action.KEEP_CORRESPONDENTS)
        self.duplicates = PlainButton(_("Duplicates…"))
        self.duplicates.clicked.connect(self.look_for_duplicates)
        hide_unless(self.duplicates, allowed=self._may)
        self.add_tool(self.duplicates)
        self.add_tool(directory_import.tool(self, desk, DirectoryKind.CORRESPONDENTS, self.saved))

    # --- what a register says ---

    def ask_rows(self) -> Sequence[CorrespondentRow]:
        return correspondents(self._desk)

    def key_of(self, row: CorrespondentRow) -> int:
        return row.id

    def facts(self, row: CorrespondentRow) -> Facts:
        kazakh = current_language() == "kk"
        former = former_names(self._desk, f"correspondent:{row.id}")
        known = [
            (_("In Russian") if kazakh else _("In Kazakh"), _other_name(row)),
            (_("Conditional name"), row.conditional_name),
            (_("Index"), row.number_index),
            (_("Address"), "\n".join(dict.fromkeys(filter(None, (row.address_kk, row.address_ru))))),
            (_("Foreign"), _("yes") if row.foreign else ""),
            (_("From them"), wording.entries(row.incoming)),
            (_("To them"), wording.entries(row.outgoing)),
            (_("Last letter"), short(row.last) if row.last else ""),
        ]
        return [
            (row.name(current_language()), ""),
            *(fact for fact in known if fact[1]),
            *([(_("Also written as"), "")] if row.also else []),
            *(("", name) for name in row.also),
            *([(_("Former names"), "")] if former else []),
            *(
                (_("until {day}").format(day=short(name.until)), name.name_kk if kazakh else name.name_ru)
                for name in former
                if (name.name_kk if kazakh else name.name_ru)
            ),
        ]

    def steps(self, row: CorrespondentRow) -> Actions:
        name = row.name(current_language())
        return (
            *(((_("Letters…"), lambda: self._letters(row)),) if self._desk.may(Action.READ_JOURNALS) else ()),
            *(
                (
                    (_("Change the card…"), lambda: self.open_row(row)),
                    (_("Is a duplicate of…"), lambda: self._join(row)),
                )
                if self._may
                else ()
            ),
            history.step_of(self, self._desk, f"correspondent:{row.id}", name),
        )

    def open_row(self, row: CorrespondentRow) -> None:
        from dspdesk.ui.office.correspondent_card import CorrespondentCard

        if self._may:
            self._ask_for(CorrespondentCard(self._desk, self.window(), row))
        else:
            self._letters(row)

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No correspondents yet"),
            _(
                "Here stand the bodies that write to you and that you write to. They come in by themselves with the "
                "first letter; enter them ahead, or bring them in from a sheet."
            ),
        )
        if self._may:
            button = PrimaryButton(_("Enter a correspondent"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Correspondents")

    def primary_text(self) -> str:
        return _("Enter a correspondent") if self._may else ""

    def primary(self) -> None:
        """A new correspondent."""
        from dspdesk.ui.office.correspondent_card import CorrespondentCard

        self._ask_for(CorrespondentCard(self._desk, self.window()))

    # --- steps ---

    def look_for_duplicates(self) -> None:
        """Show what may be one body written in two ways."""
        from dspdesk.ui.office.duplicates import Duplicates

        dialog = Duplicates(self._desk, self.window())
        dialog.joined.connect(self.saved)
        dialog.open()

    def _join(self, row: CorrespondentRow) -> None:
        from dspdesk.ui.office.merging import MergeDialog

        self._ask_for(MergeDialog(self._desk, self.window(), row))

    def _letters(self, row: CorrespondentRow) -> None:
        from dspdesk.ui.office.letters import Letters

        dialog = Letters(self._desk, row, self.window())
        dialog.landed.connect(self.landed)
        dialog.open()

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()


def make(desk: "Desk", _services: Services) -> CorrespondentsPlace:
    """The place of correspondents."""
    return CorrespondentsPlace(desk)


def _other_name(row: CorrespondentRow) -> str:
    """The name in the other language, '' where it is the one shown."""
    other = row.name_ru if current_language() == "kk" else row.name_kk
    return "" if other == row.name(current_language()) else other
