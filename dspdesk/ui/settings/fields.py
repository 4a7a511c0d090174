"""Fields of settings: a number within bounds, a pattern with its live example, a language, a choice of journals."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import Language, _, current_language
from dspdesk.law import numbering
from dspdesk.law.kinds import JournalKind
from dspdesk.law.requirements import citation
from dspdesk.law.roles import Action
from dspdesk.law.settings import OF_THE_PROGRAM, Setting, SettingKind
from dspdesk.ui import theme, told
from dspdesk.ui import wording as common
from dspdesk.ui.cards.fields import ChoiceField, CountField, TextField
from dspdesk.ui.entrance import NAMES
from dspdesk.ui.settings import parts, wording
from dspdesk.ui.widgets.basics import Caption, PlainButton, PlainLabel

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_NARROW, _MIDDLE, _WIDE = 6, 18, 28  # ems
_SHORT = 30  # letters: a text no longer than this gets a short field


class SettingField(QWidget):
    """A field of one setting."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.em(self, 0.2))

    def value(self) -> Any:
        """What was chosen."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def problem(self) -> str:
        """What is wrong with what was typed, '' when nothing is."""
        return ""

    def fix(self, fixed: bool) -> None:
        """Let nothing be changed."""
        self.setEnabled(not fixed)

    def focus_widget(self) -> QWidget:
        """What takes the keys."""
        return self._inner()[0]

    def install(self, goes_on: QObject) -> None:
        """Let Enter go on to the next field."""
        for widget in self._inner():
            widget.installEventFilter(goes_on)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for widget in self._inner():
            if not widget.accessibleName():
                widget.setAccessibleName(name)

    def _inner(self) -> list[QWidget]:
        raise NotImplementedError


class OneField(SettingField):
    """A setting with one field of the cards; whoever makes it puts the field into its row."""

    def __init__(self, field: ChoiceField | TextField) -> None:
        super().__init__()
        self.field = field
        field.textEdited.connect(lambda _typed: self.changed.emit())

    def value(self) -> Any:
        return self.field.value()

    def show_value(self, value: Any) -> None:
        self.field.show_value(value)

    def _inner(self) -> list[QWidget]:
        return [self.field]


class CountSetting(OneField):
    """A whole number, with its bounds beside it."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(CountField())
        self.field.setFixedWidth(theme.em(self, _NARROW))
        line = QHBoxLayout()
        line.setSpacing(theme.em(self, 0.7))
        line.addWidget(self.field)
        bounds = _("from {least} to {most}, usually {default}")
        line.addWidget(
            Caption(bounds.format(least=setting.least, most=setting.most, default=setting.default))
        )
        line.addStretch(1)
        self._row.addLayout(line)

    def problem(self) -> str:
        return self.field.problem()


class PatternField(SettingField):
    """The pattern of one kind of journal; under it the next number as it would be, and the last one given."""

    def __init__(self, desk: "Desk", kind: JournalKind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._parts: dict[str, str] = {}
        self._last, self._language = "", current_language().value
        self.field = TextField()
        self.had_keys = False
        self.example = PlainLabel()
        self._row.addWidget(self.field)
        self._row.addWidget(self.example)
        self.field.textEdited.connect(lambda _typed: self._edited())
        self.field.installEventFilter(self)

    def value(self) -> Any:
        return parts.typed(self.field.text())

    def show_value(self, value: Any) -> None:
        self.field.setText(parts.shown(value))
        self._ask()
        self._show_example()

    def _ask(self) -> None:
        """The parts of an example: of today, of the entry registered last, or invented."""
        from dspdesk.queries.number_parts import numbering_of

        today = self._desk.today()
        may = self._desk.may(Action.READ_JOURNALS)  # who may not learns nothing of the numbers given so far
        now = numbering_of(self._desk, self._kind, today.year) if may else None
        known = {part: value for part, value in now.parts.items() if value} if now else {}
        number = {numbering.NUMBER: str(now.next if now else 1)}
        self._parts = wording.EXAMPLE | known | numbering.dated_parts(today, today.year) | number
        self._language = now.language if now else current_language().value
        self._last = now.last if now else ""

    def problem(self) -> str:
        found = numbering.check_pattern(self.value())
        return told.says(found[0]) if found else ""

    def put(self, part: str) -> None:
        """Put a part where the cursor stands."""
        self.field.insert(part)
        self.field.setFocus()
        self._edited()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self.field:
            for other in self.window().findChildren(PatternField):
                other.had_keys = other is self
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        self._show_example()
        self.changed.emit()

    def _show_example(self) -> None:
        """The number as it will be on paper, nothing while the pattern is wrong."""
        self.example.setVisible(not self.problem())
        if self.problem():
            return
        would_be = numbering.sample(self.value(), self._parts, self._language)
        text = _("The next one: № {number}").format(number=would_be)
        if self._last:
            mark = numbering.sample(numbering.PLAIN, {numbering.NUMBER: self._last}, self._language)
            text += " · " + _("the last one given: № {number}").format(number=mark)
        self.example.setText(text)

    def _inner(self) -> list[QWidget]:
        return [self.field]


class LanguageField(OneField):
    """A language, or that of the program."""

    def __init__(self) -> None:
        names = {language.value: NAMES[language] for language in Language}
        super().__init__(ChoiceField("", {OF_THE_PROGRAM: _("The language of the program"), **names}))
        self.field.setMaximumWidth(theme.em(self, _MIDDLE))
        self._row.addWidget(self.field)


class SignatoryField(OneField):
    """Who signs."""

    def __init__(self) -> None:
        super().__init__(ChoiceField("", {value: _(words) for value, words in wording.SIGNATORIES.items()}))
        self.field.setMaximumWidth(theme.em(self, _WIDE))
        self._row.addWidget(self.field)


class TextSetting(OneField):
    """A line of text."""

    def __init__(self, setting: Setting) -> None:
        field = TextField()
        field.setMaxLength(setting.most)
        super().__init__(field)
        if setting.most <= _SHORT:
            self.field.setFixedWidth(theme.em(self, _MIDDLE))
        self._row.addWidget(self.field)


class YesNoField(OneField):
    """Yes or no."""

    def __init__(self) -> None:
        super().__init__(ChoiceField("", {True: _("yes"), False: _("no")}))
        self.field.setMaximumWidth(theme.em(self, _NARROW))
        self._row.addWidget(self.field)


class JournalsField(SettingField):
    """Some of the four journals."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {kind: QCheckBox(common.kind_name(kind)) for kind in JournalKind}
        line = QHBoxLayout()
        line.setSpacing(theme.em(self, 1.2))
        for box in self.boxes.values():
            box.setAccessibleName(box.text())
            box.toggled.connect(lambda _on: self.changed.emit())
            line.addWidget(box)
        line.addStretch(1)
        self._row.addLayout(line)

    def value(self) -> Any:
        return [kind.value for kind, box in self.boxes.items() if box.isChecked()]

    def show_value(self, value: Any) -> None:
        for kind, box in self.boxes.items():
            box.setChecked(kind.value in value)

    def _inner(self) -> list[QWidget]:
        return list(self.boxes.values())


class PartsList(QWidget):
    """The parts of a pattern with their meaning; pressing one puts it where the cursor was."""

    def __init__(self, put: Callable[[str], None]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.em(self, 0.8))
        grid.setVerticalSpacing(theme.em(self, 0.2))
        for row, (part, means) in enumerate(wording.PARTS.items()):
            shown = parts.shown("{" + part + "}")
            button = PlainButton(shown)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(_(means))
            button.clicked.connect(lambda _on=False, part=shown: put(part))
            grid.addWidget(button, row, 0)
            grid.addWidget(Caption(_(means)), row, 1)
        grid.setColumnStretch(1, 1)
        law = citation("D16", current_language())
        grid.addWidget(Caption(f"({law})"), len(wording.PARTS), 0, 1, 2)


def make(desk: "Desk", setting: Setting) -> SettingField:
    """The field of a setting."""
    if setting.kind is SettingKind.PATTERN:
        return PatternField(desk, JournalKind(setting.key.partition(":")[2]))
    if setting.kind is SettingKind.LANGUAGE:
        return LanguageField()
    if setting.kind is SettingKind.SIGNATORY:
        return SignatoryField()
    if setting.kind is SettingKind.YES_NO:
        return YesNoField()
    if setting.kind is SettingKind.TEXT:
        return TextSetting(setting)
    return CountSetting(setting) if setting.kind is SettingKind.COUNT else JournalsField()
