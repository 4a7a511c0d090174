"""The backups: where they go, which were made; making one, checking one, restoring from one."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.backups import Lateness
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.roles import Action
from dspdesk.queries import backups as queries
from dspdesk.queries.backups import BackupRow, Standing
from dspdesk.ui import ask, told, wording, working
from dspdesk.ui.job import Job
from dspdesk.ui.place import Place
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.security import checking, restoring
from dspdesk.ui.security.copy_words import size
from dspdesk.ui.services import Services
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import EmptyState, Note, Panel, PlainButton, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.backups import Made

TONES = {Lateness.FRESH: Tone.GOOD, Lateness.DUE: Tone.WARNING, Lateness.RED: Tone.BAD}


class BackupsPlace(RegisterPlace[BackupRow]):
    """The last backups of this store, the newest first."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        columns: list[RegisterColumn[BackupRow]] = [
            RegisterColumn(
                key="at", title=_("Made"), width=13, text=lambda row: wording.ago(row.at, desk), sort=lambda row: row.at
            ),
            RegisterColumn(
                key="size",
                title=_("Size"),
                width=7,
                text=lambda row: size(row.size),
                sort=lambda row: row.size,
                right=True,
            ),
            RegisterColumn(key="last", title=_("Last entry"), width=11, text=lambda row: row.last),
            RegisterColumn(key="whole", title=_("Checked"), width=10, text=_checked),
            RegisterColumn(
                key="file", title=_("File"), width=20, text=lambda row: row.file.name, stretch=True
            ),
        ]  # fmt: skip
        super().__init__(desk, columns, _("Backups"))
        self._services = services
        self._folder: Path | None = None
        self._standing: Standing | None = None
        self.notice, self._words = Panel(), Note()
        self.notice.body.addWidget(self._words)
        self.notice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)  # noqa: S101 - as the register lays itself out
        whole.insertWidget(0, self.notice)
        self._add_tools()

    def title(self) -> str:
        return _("Backups")

    def primary_text(self) -> str:
        return _("Back up now…")

    def primary(self) -> None:
        """Make a backup; the first time the folder is chosen before."""
        if self._folder is None:
            self.choose_folder(then_back_up=True)
        else:
            self._back_up()

    # --- the register ---

    def ask_rows(self) -> list[BackupRow]:
        self._folder, self._standing = queries.folder(self._desk), queries.standing(self._desk)
        return queries.backups(self._desk)

    def _arrived(self, rows: list[BackupRow]) -> None:  # type: ignore[override]
        super()._arrived(rows)
        self._show_standing()

    def key_of(self, row: BackupRow) -> int:
        return row.id

    def facts(self, row: BackupRow) -> list[tuple[str, str]]:
        return [
            (_("Backup"), wording.ago(row.at, self._desk)),
            (_("File"), _broken(row.file.name)),
            (_("Folder"), _broken(str(row.file.parent))),
            (_("Within reach"), _("yes") if row.there else _("no: its carrier is not here, or it gave way")),
            (_("Size"), size(row.size)),
            (_("Last entry"), row.last),
            (_("Checked"), _checked(row)),
        ]

    def steps(self, row: BackupRow) -> list[tuple[str, object]]:  # type: ignore[override]
        return [(_("Check this one…"), lambda: self.check(row.file))] if row.there else []

    def beginning(self) -> EmptyState:
        text = _("A backup is an encrypted copy on a removable carrier, read back as soon as it is made.")
        button = PlainButton(_("Back up now…"))
        button.clicked.connect(self.primary)
        return EmptyState(_("No backup has been made yet"), text, button)

    # --- steps ---

    def choose_folder(self, *, then_back_up: bool = False) -> None:
        """Choose where backups go."""
        ask.folder(
            self.window(),
            _("Folder for backups"),
            lambda folder: self._chosen(folder, "", then_back_up=then_back_up),
        )

    def check(self, copy: Path | None = None) -> None:
        """Have a backup prove itself, and say what it is."""
        checking.show(self.window(), self._desk, copy)

    def restore(self) -> None:
        """Put a backup in the place of the store."""
        restoring.show(self.window(), self._desk, lambda _store: self._services.next_person())

    def _chosen(self, folder: Path, reason: str, *, then_back_up: bool) -> None:
        from dspdesk.procedures.backups import ChooseFolder, choose_folder

        try:
            choose_folder(self._desk, ChooseFolder(folder=folder, reason=reason))
        except NeedsReason as asks:
            ask.reason(
                self.window(),
                _("On the disk of the store?"),
                told.in_words(asks),
                lambda why: self._chosen(folder, why, then_back_up=then_back_up),
            )
        except (Refused, Told) as error:
            ask.tell(self.window(), _("The folder was not taken"), told.in_words(error))
        else:
            self._folder = folder
            self.saved()
            if then_back_up:
                self._back_up()

    def _back_up(self) -> None:
        words = _("Backup"), _("The store is copied, and the copy is read whole.")
        job = Job(self._desk.ticket(), "backup", None, self)
        working.run(self.window(), words, job, self._made, on_cancelled=self._clear)

    def _made(self, made: "Made") -> None:
        self.saved()
        if made.proof.wrong:
            text = _(
                "The copy is faithful, but the store does not agree with its ledger: {what}. Verify everything."
            )
            ask.tell(self.window(), _("Backup"), text.format(what=made.proof.wrong[0]))

    def _clear(self) -> None:
        from dspdesk.procedures.backups import clear_unfinished

        if self._folder is None:
            return
        try:
            clear_unfinished(self._folder, self._desk)
        except Told as error:
            ask.tell(self.window(), _("An unfinished copy was left"), told.in_words(error))

    # --- how it stands ---

    def _show_standing(self) -> None:
        if self._standing is None:
            return
        tone = _tone(self._standing)
        set_tone(self.notice, tone)
        set_tone(self._words, tone)
        where = (
            _("Backups go to {folder}.").format(folder=self._folder)
            if self._folder
            else _("No folder is chosen yet.")
        )
        self._words.setText(f"{late_words(self._standing, self._desk)} {where}")

    def _add_tools(self) -> None:
        for words, does in ((_("Folder…"), self.choose_folder), (_("Check a backup…"), self.check)):
            button = PlainButton(words)
            button.clicked.connect(lambda _checked=False, does=does: does())
            self.add_tool(button)
        if self._desk.may(Action.RESTORE):
            button = PlainButton(_("Restore…"))
            button.clicked.connect(self.restore)
            self.add_tool(button)


def _tone(standing: Standing) -> Tone:
    """Nothing is well while there is no backup at all."""
    if standing.last is None and standing.lateness is Lateness.FRESH:
        return Tone.WARNING
    return TONES[standing.lateness]


def late_words(standing: Standing, desk: "Desk") -> str:
    """How the store stands with its backups."""
    if standing.last is None:
        return _("No backup has been made yet.")
    made = _("The last backup: {when}.").format(when=wording.ago(standing.last, desk))
    if standing.lateness is Lateness.FRESH:
        return made
    due = _("A new one is due.")
    return f"{made} {due}"


def _checked(row: BackupRow) -> str:
    return _("read back, whole") if row.whole else _("read back, does not agree")


def _broken(path: str) -> str:
    """A path that can be broken into lines after its signs."""
    return re.sub(r"([-/\\_.])", "\\1\N{ZERO WIDTH SPACE}", path)


def make(desk: "Desk", services: Services) -> Place:
    """Build the place."""
    return BackupsPlace(desk, services)
