"""The pages of creating a store that are filled in before it exists."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui import ask, theme
from dspdesk.ui.cards.fields import EnterGoesOn
from dspdesk.ui.first_run import SUFFIX
from dspdesk.ui.password_advice import NewPassword
from dspdesk.ui.path_field import PathField
from dspdesk.ui.second_secret import SecondSecret
from dspdesk.ui.widgets.basics import Heading, Labelled, Panel, Title, labelled

_PATH_PROBLEMS = {"store_exists", "not_reachable", "read_only", "disk_full"}


class Page(QWidget):
    """One step: panels under each other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.em(self, 0.9))
        self.column.addWidget(Title(title, wrap=True))

    def panel(self, title: str, *parts: QWidget) -> Panel:
        """Add a group."""
        panel = Panel()
        panel.body.addWidget(Heading(title))
        for part in parts:
            panel.body.addWidget(part)
        self.column.addWidget(panel)
        return panel

    def enter_goes_on(self, *fields: QWidget) -> None:
        """Let Enter go from field to field."""
        going = EnterGoesOn(self)
        for field in fields:
            field.installEventFilter(going)

    def begin(self) -> None:
        """Take the keys when the step is shown."""


class WhoPage(Page):
    """The body and its first worker."""

    def __init__(self) -> None:
        super().__init__(_("The body and you"))
        self.organisation, self.locality = QLineEdit(), QLineEdit()
        self.person, self.position, self.login = QLineEdit(), QLineEdit(), QLineEdit()
        self._boxes: dict[QLineEdit, Labelled] = {
            self.organisation: labelled(_("Name of the body"), self.organisation),
            self.locality: labelled(_("Town or village"), self.locality),
            self.person: labelled(_("Your surname and initials"), self.person),
            self.position: labelled(_("Your position (may be left out)"), self.position),
            self.login: labelled(_("Login"), self.login),
        }
        boxes = list(self._boxes.values())
        self.panel(_("The body, as papers name it"), *boxes[:2])
        self.panel(_("The first worker"), *boxes[2:])
        self.login.setPlaceholderText(_("a short word to sign in with"))
        self.column.addStretch(1)
        self.enter_goes_on(*self._boxes)

    def values(self) -> dict[str, str]:
        """What was filled in, by the fields of `NewStore`."""
        names = ("organisation", "locality", "person", "position", "login")
        return {name: " ".join(getattr(self, name).text().split()) for name in names}

    def touched(self) -> bool:
        """Whether anything was filled in."""
        return any(self.values().values())

    def complete(self) -> bool:
        """Whether all that is needed is there; what is not is marked."""
        missing = [field for field in self._boxes if field is not self.position and not field.text().strip()]
        for field, box in self._boxes.items():
            box.complain(_("This is needed.") if field in missing else "")
        if missing:
            missing[0].setFocus()
        return not missing

    def begin(self) -> None:
        self.organisation.setFocus()


class StorePage(Page):
    """The password, where the store lies, and the second secret."""

    def __init__(self, known_words: Callable[[], Iterable[str]]) -> None:
        super().__init__(_("Password and place"))
        self.password = NewPassword(known_words)
        self.place = PathField(_("File of the store"), self._choose_place)
        self.second = SecondSecret(self.path)
        self._place_box = labelled(_("File of the store"), self.place)
        self.panel(_("Your password"), self.password)
        self.panel(_("Where the store lies"), self._place_box)
        self.column.addWidget(self.second)
        self.column.addStretch(1)
        self.place.changed.connect(self.second.show_disk)
        self.enter_goes_on(self.password.first, self.password.second, self.place.line, *self.second.fields)

    def suggest_path(self, organisation: str) -> None:
        """Offer a place for the store, unless the person has named one."""
        if self.place.path() is None:
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
            self.place.show_path(folder / f"office{SUFFIX}")

    def path(self) -> Path:
        """Where the store is to lie."""
        path = self.place.path() or Path()
        return path if path.suffix or not path.name else path.with_suffix(SUFFIX)

    def complete(self) -> bool:
        """Whether all that is needed is there; what is not is marked."""
        if self.password.complain():
            return False
        nowhere = self.place.path() is None
        self._place_box.complain(_("Name the file.") if nowhere else "")
        missing = self.second.missing()
        if nowhere:
            self.place.setFocus()
        elif missing is not None:
            missing.setFocus()
        return not nowhere and missing is None

    def complain(self, error: Told) -> bool:
        """Show a problem beside what it is about; `False` when it is about none of these."""
        if error.code not in _PATH_PROBLEMS:
            return self.second.complain(error)
        self._place_box.complain(str(error))
        self.place.setFocus()
        return True

    def begin(self) -> None:
        self.password.first.setFocus()

    def _choose_place(self, found: Callable[[Path], None]) -> None:
        ask.save_path(self.window(), _("File of the store"), f"office{SUFFIX}", found)
