"""Execution control: what is on control, by executor, unit and week; reminders and the head's digest are printed."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.language.sorting import sort_key
from dspdesk.law.execution_control import Due
from dspdesk.law.roles import Action
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.execution_control import ControlRow, controlled
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.resolutions import execution
from dspdesk.ui import ask, theme, wording
from dspdesk.ui.control import deadline_dialogs, resolution_dialog, words
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_LAST = dt.date.max
#: What is off control is shown for so long.
OFF_FOR = dt.timedelta(days=366)
_LEAST = 9  # ems of each choice above the grid: there are three, and the window may be narrow
#: What of the register is shown, beside the classes of `words.WHEN`.
ON, OFF, THIS_WEEK, NEXT_WEEK = "on", "off", "this_week", "next_week"


def _matter(row: ControlRow) -> str:
    return " ".join(part for part in (row.kind, row.summary) if part) or row.correspondent


COLUMNS: Sequence[RegisterColumn[ControlRow]] = (
    RegisterColumn(
        key="due", title=N_("Due"), width=7, text=lambda row: short(row.due_on) if row.due_on else "",
        sort=lambda row: (row.due_on or _LAST, row.off_on or dt.date.min),
    ),
    RegisterColumn(
        key="standing", title=N_("How it stands"), width=14, text=words.standing,
        sort=lambda row: (row.due_on or _LAST, row.off_on or dt.date.min),
    ),
    RegisterColumn(key="number", title=N_("No."), width=7, text=lambda row: row.number),
    RegisterColumn(key="matter", title=N_("Document"), width=18, text=_matter, stretch=True),
    RegisterColumn(
        key="executor", title=N_("Executor"), width=12,
        text=lambda row: "; ".join((row.executor, *row.co_executors)),
    ),
    RegisterColumn(key="unit", title=N_("Unit"), width=10, text=lambda row: row.unit),
    RegisterColumn(
        key="extensions", title=N_("Extended"), width=5,
        text=lambda row: wording.grouped(row.extensions) if row.extensions else "",
        sort=lambda row: row.extensions, right=True,
    ),
)  # fmt: skip


class ControlPlace(RegisterPlace[ControlRow]):
    """All documents on control, the earliest deadline first."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Execution control"))
        self._services = services
        self.when = LongChoice(_("Which deadlines"), _when())
        self.executor = LongChoice(_("Executor"), {"": _("All executors")})
        self.unit = LongChoice(_("Unit"), {0: _("All units")})
        self.digest = PlainButton(_("Digest…"), "Ctrl+P")
        self.digest.clicked.connect(self.print_paper)
        hide_unless(self.digest, allowed=desk.may(Action.KEEP_CONTROL))
        for choice in (self.when, self.executor, self.unit):
            choice.activated.connect(lambda _at: self._choose())
            choice.setMinimumWidth(theme.em(self, _LEAST))
            self.add_tool(choice)
        self.add_tool(self.digest)
        self._narrowed()

    # --- what a register says ---

    def ask_rows(self) -> Sequence[ControlRow]:
        return controlled(self._desk, off_since=self._desk.today() - OFF_FOR)

    def key_of(self, row: ControlRow) -> int:
        return row.id if row.off_on is None else -(row.control_id or 0)

    def facts(self, row: ControlRow) -> Facts:
        known = execution(self._desk, row.id)
        journal = wording.journal_name(row.journal, row.year)
        co = ", ".join(row.co_executors)
        return [
            (_("№ {number}").format(number=row.number), ""),
            *_said((_("Journal"), journal)),
            *_said(("", _matter(row))),
            *_said((_("From or to"), row.correspondent)),
            *_said((_("Executor"), row.executor)),
            *_said((_("Co-executors"), co)),
            *_said((_("Unit"), row.unit)),
            *_said((_("Due"), short(row.due_on) if row.due_on else "")),
            *_said((_("How it stands"), words.standing(row))),
            *[
                fact
                for line in known.controls
                for fact in [(_("Control"), ""), *words.control(line)]
                if any(fact)
            ],
            *[
                fact
                for line in known.resolutions
                for fact in [(_("Resolution"), ""), *words.resolution(line)]
            ],
        ]

    def steps(self, row: ControlRow) -> Actions:
        if row.off_on is not None:
            return ((_("Open the entry"), lambda: self.open_row(row)),)
        slip = ((_("Reminder slip…"), lambda: self._remind(row)),) if _to_remind(row) else ()
        return (
            (_("Extend the deadline…"), lambda: self._step(row, deadline_dialogs.extend)),
            (_("Take off control…"), lambda: self._step(row, deadline_dialogs.take_off)),
            (_("Resolution…"), lambda: self._step(row, resolution_dialog.open)),
            *slip,
            (_("Open the entry"), lambda: self.open_row(row)),
        )

    def open_row(self, row: ControlRow) -> None:
        """Show the entry in its journal."""
        self.landed.emit(row.id, row.year, row.journal)

    def beginning(self) -> EmptyState:
        return EmptyState(
            _("Nothing is on control"),
            _(
                "Here stand the documents whose execution is controlled. A resolution with a deadline puts a document "
                "on control: in its journal choose the entry, then Further steps (F9), “Resolution…”."
            ),
        )

    # --- a place ---

    def title(self) -> str:
        return _("Execution control")

    def status(self) -> str:
        """How many rows are shown, and by which choices others are hidden."""
        shown, total = len(self.model.rows), self.model.total
        chosen = [choice.text() for choice in (self.when, self.executor, self.unit) if choice.currentIndex()]
        if not self.filter.text() and not chosen:
            return wording.rows(shown) if total else ""
        if self.filter.text():
            return super().status()
        return _("{shown} of {total} · chosen: {choices}").format(
            shown=wording.grouped(shown), total=wording.grouped(total), choices=", ".join(chosen)
        )

    def show_row(self, row: int) -> None:
        """Show a document of the register by the id of its entry, whatever hid it."""
        for choice in (self.when, self.executor, self.unit):
            choice.setCurrentIndex(0)
        self._narrowed()
        super().show_row(row)

    def clear_filters(self) -> None:
        """All choices back to all."""
        for choice in (self.when, self.executor, self.unit):
            choice.setCurrentIndex(0)
        self._choose()
        super().clear_filters()

    def print_paper(self) -> None:
        """The digest, of the unit chosen or of the whole body."""
        unit = self.unit.value()
        about = f"unit:{unit}" if unit else "body:1"
        language = current_language().value
        request = PaperRequest(paper="digest", language=language, about=about)
        self._services.preview(self.window(), self._desk, request)

    # --- what is chosen ---

    def _arrived(self, rows: Sequence[ControlRow]) -> None:
        self.executor.set_words(_executors(rows))
        self.unit.set_words(_units(rows))
        self._narrowed()
        super()._arrived(rows)

    def _choose(self) -> None:
        self._narrowed()
        self._land()
        self.status_changed.emit()

    def _narrowed(self) -> None:
        when, executor, unit = self.when.value(), self.executor.value(), self.unit.value()
        fits = _fits(when, self._desk.today())
        self.model.choose(
            lambda row: fits(row) and executor in {"", row.executor} and unit in {0, row.unit_id}
        )

    # --- steps ---

    def _step(self, row: ControlRow, opens: Callable[..., None]) -> None:
        details = self._details(row)
        if details is not None:
            opens(self.window(), self._desk, self._services, details, lambda: self.saved(row.id))

    def _details(self, row: ControlRow) -> ItemDetails | None:
        return item(self._desk, row.id)

    def _remind(self, row: ControlRow) -> None:
        if row.executor_id is None:
            ask.tell(
                self,
                _("No reminder slip"),
                _(
                    "“{name}” is nobody of the directory, or there are several of that name. "
                    "Enter the resolution with its executor."
                ).format(name=row.executor),
            )
            return
        language = current_language().value
        about = f"employee:{row.executor_id}"
        request = PaperRequest(paper="reminder_slip", language=language, about=about)
        self._services.preview(self.window(), self._desk, request)


def make(desk: "Desk", services: Services) -> ControlPlace:
    """The place of execution control."""
    return ControlPlace(desk, services)


def _when() -> dict[str, str]:
    return {
        ON: _("All on control"),
        **{due.value: _(text) for due, text in words.WHEN.items() if due is not Due.LATER},
        THIS_WEEK: _("This calendar week"),
        NEXT_WEEK: _("Next week"),
        Due.LATER.value: _(words.WHEN[Due.LATER]),
        OFF: _("Off control"),
    }


def _fits(when: str, today: dt.date) -> Callable[[ControlRow], bool]:
    """Whether a row belongs to what is chosen; a week begins on Monday."""
    monday = today - dt.timedelta(days=today.weekday() - (7 if when == NEXT_WEEK else 0))
    if when == OFF:
        return lambda row: row.off_on is not None
    if when in {THIS_WEEK, NEXT_WEEK}:
        return lambda row: row.due_on is not None and 0 <= (row.due_on - monday).days < 7
    if when == ON:
        return lambda row: row.off_on is None
    return lambda row: row.due == when


def _executors(rows: Sequence[ControlRow]) -> dict[str, str]:
    met = {row.executor for row in rows if row.executor}
    return {"": _("All executors")} | {name: name for name in sorted(met, key=sort_key)}


def _units(rows: Sequence[ControlRow]) -> dict[int, str]:
    met = {row.unit_id: row.unit for row in rows if row.unit_id is not None}
    return {0: _("All units")} | dict(sorted(met.items(), key=lambda unit: sort_key(unit[1])))


def _to_remind(row: ControlRow) -> bool:
    return row.due in {Due.OVERDUE, Due.TODAY, Due.SOON}


def _said(fact: tuple[str, str]) -> list[tuple[str, str]]:
    return [fact] if fact[1] else []
