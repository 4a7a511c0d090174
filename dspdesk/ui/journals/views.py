"""The chooser of views: those that everybody has, and one's own; how a journal was left comes back by itself."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.procedures import views as keeping
from dspdesk.procedures.views import LEFT, ViewToKeep
from dspdesk.queries.views import Body, views
from dspdesk.ui import ask, keys, told, work
from dspdesk.ui.journals import look as looks
from dspdesk.ui.journals.look import BUILT_IN, Look
from dspdesk.ui.widgets.basics import PlainButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dspdesk.desk import Desk
    from dspdesk.ui.journals.columns import Column

_QUIET = 1200  # milliseconds after the last change until it is kept


class ViewsButton(PlainButton):
    """Shows which view is on; its list is opened by F7. `present` answers how the journal is looked at now."""

    chosen = Signal(object)  # a Look
    columns_asked = Signal()

    def __init__(
        self, desk: "Desk", register: str, columns: "Sequence[Column]", present: "Callable[[], Look]"
    ) -> None:
        super().__init__("", keys.VIEWS.keys)
        self._desk, self._register, self._columns, self._present = desk, register, columns, present
        self._own: dict[str, Body] = views(desk, register)
        self._name, self._on = "", Look()  # the view that is on, '' for none
        self._kept: Body = {}
        self._quiet = QTimer(self, interval=_QUIET, singleShot=True)
        self._quiet.timeout.connect(lambda: self._keep_left(work.run))
        self.clicked.connect(self.open_list)

    def left(self) -> Look | None:
        """How the journal was left, None when it was never opened."""
        found = self._own.get(LEFT)
        return looks.read(found, self._columns) if found is not None else None

    def begin(self) -> None:
        """The journal is looked at as it was left: from here on changes are kept."""
        self._kept = looks.body(self._present())
        self._say()

    def touch(self) -> None:
        """Something has changed: it is kept a moment later, and the name of the view says so."""
        self._quiet.start()
        self._say()

    def flush(self) -> None:
        """Keep what has not been kept yet; before the window goes this is waited for."""
        if self._quiet.isActive():
            self._quiet.stop()
            self._keep_left(work.run if self.window().isVisible() else _at_once)

    def _keep_left(self, run: "Callable[[Callable[[], None], Callable[[None], None]], object]") -> None:
        """Another program may be writing for some seconds, so the window does not wait."""
        said = looks.body(self._present())
        if said != self._kept:
            self._kept = said
            run(partial(_keep_quietly, self._desk, ViewToKeep(self._register, LEFT, said)), _nothing)

    def open_list(self) -> None:
        """Open the list below the button."""
        menu = self.menu_of_views()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def menu_of_views(self) -> QMenu:
        """The views, and what can be done with one's own."""
        menu = QMenu(_("Views"), self)
        for name, look in BUILT_IN.items():
            self._offer(menu, _(name), looks.Look(looks.typed(look.filters), look.order, look.descending))
        menu.addSeparator()
        for name in self._names():
            self._offer(menu, name, looks.read(self._own[name], self._columns))
        if self._names():
            menu.addSeparator()
        menu.addAction(_("Save as…"), self._save_as)
        mine = self._name in self._names()
        for text, does in ((_("Rename…"), self._rename), (_("Delete…"), self._delete)):
            menu.addAction(text, does).setEnabled(mine)
        menu.addSeparator()
        menu.addAction(f"{_('Columns…')}\t{keys.COLUMNS.keys}", self.columns_asked.emit)
        return menu

    def _names(self) -> list[str]:
        return [name for name in self._own if name != LEFT]

    def _offer(self, menu: QMenu, name: str, look: Look) -> QAction:
        action = menu.addAction(name, partial(self._choose, name, look))
        action.setCheckable(True)
        action.setChecked(name == self._name and self._unchanged())
        return action

    def _choose(self, name: str, look: Look) -> None:
        self._name, self._on = name, look
        self.chosen.emit(look)
        self.touch()

    def _unchanged(self) -> bool:
        now = self._present()
        columns = self._on.columns is None or self._on.columns == now.columns
        return self._on.same_rows(now) and columns

    def _say(self) -> None:
        if not self._name:
            words = _("Views")
        elif self._unchanged():
            words = self._name
        else:
            words = _("{view}, changed").format(view=self._name)
        self.setAccessibleName(_("View: {view}").format(view=words) if self._name else words)
        self.set_text(words, keys.VIEWS.keys)

    # --- one's own ---

    def _save_as(self) -> None:
        proposed = self._name if self._name in self._names() else ""
        ask.name(self.window(), _("Save the view"), _("Name of the view"), proposed, self._named)

    def _named(self, name: str) -> None:
        name = " ".join(name.split())
        if name in self._names() and name != self._name:
            text = _("There is a view “{name}” already. It will be as the journal is shown now.").format(
                name=name
            )
            ask.confirm(self.window(), _("Replace the view?"), text, _("Replace"), lambda: self._keep(name))
        else:
            self._keep(name)

    def _keep(self, name: str) -> None:
        now = self._present()
        if self._done(partial(keeping.keep, self._desk, ViewToKeep(self._register, name, looks.body(now)))):
            self._name, self._on = name, now
            self._say()

    def _rename(self) -> None:
        ask.name(self.window(), _("Rename the view"), _("Name of the view"), self._name, self._renamed)

    def _renamed(self, name: str) -> None:
        if self._done(partial(keeping.rename, self._desk, self._register, self._name, name)):
            self._name = " ".join(name.split())
            self._say()

    def _delete(self) -> None:
        text = _("The view “{name}” goes. The entries stay as they are.").format(name=self._name)
        ask.confirm(self.window(), _("Delete the view?"), text, _("Delete"), self._deleted)

    def _deleted(self) -> None:
        if self._done(partial(keeping.drop, self._desk, self._register, self._name)):
            self._name, self._on = "", Look()
            self._say()

    def _done(self, does: "Callable[[], None]") -> bool:
        """Do it and read the views anew; what stands against it is told."""
        try:
            does()
        except (Told, Refused) as error:
            ask.tell(self.window(), _("The view was not saved"), told.in_words(error))
            return False
        self._own = views(self._desk, self._register)
        return True


def _keep_quietly(desk: "Desk", view: ViewToKeep) -> None:
    """How a journal was left is no record: where the store cannot be written, nothing of worth is lost."""
    with suppress(Told, Refused):
        keeping.keep(desk, view)


def _at_once(does: "Callable[[], None]", _done: object) -> None:
    does()


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
