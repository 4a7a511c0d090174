"""One group of settings: its fields with what they mean, errors beside them, and saving them together."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Finding, NeedsReason, Refused
from dspdesk.law.requirements import citation
from dspdesk.law.roles import MAY
from dspdesk.law.settings import SETTINGS, Group, Setting, SettingKind
from dspdesk.ui import ask, told, wording
from dspdesk.ui.cards.fields import EnterGoesOn
from dspdesk.ui.settings import fields
from dspdesk.ui.settings import wording as words
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Heading,
    Labelled,
    Note,
    Panel,
    PlainButton,
    hide_unless,
    labelled,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class GroupPanel(Panel):
    """The fields of one group; who may not change them reads them, and who may."""

    saved = Signal()
    entered = Signal(QWidget)

    def __init__(self, desk: "Desk", group: Group) -> None:
        super().__init__()
        self._desk, self._group = desk, group
        self._settings = [setting for setting in SETTINGS.values() if setting.group is group]
        self._may = all(desk.may(setting.needs) for setting in self._settings)
        self._shown: dict[str, Any] = {}
        self.fields: dict[str, fields.SettingField] = {}
        self.boxes: dict[str, Labelled] = {}
        self.status = Note()
        self.save_button = PlainButton(_("Save"))
        self.save_button.setAccessibleName(_("Save: {group}").format(group=_(words.GROUPS[group].name)))
        self._goes_on = EnterGoesOn(self)
        self._goes_on.entered.connect(self.entered)
        self._lay_out()

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.fields.values())).focus_widget()

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what holds now."""
        for key, field in self.fields.items():
            self._shown[key] = values[key]
            field.show_value(values[key])
            self.boxes[key].complain("")

    def touched(self) -> bool:
        """Whether something differs from what was shown."""
        return bool(self._shown) and any(
            field.value() != self._shown.get(key) for key, field in self.fields.items()
        )

    def save(self, reason: str = "") -> None:
        """Save the group: all of it, or nothing."""
        from dspdesk.procedures.settings import ChangeSettings, change

        for key, box in self.boxes.items():
            box.complain(self.fields[key].problem())
        if wrong := [key for key, field in self.fields.items() if field.problem()]:
            self.fields[wrong[0]].focus_widget().setFocus()
            return
        values = {key: field.value() for key, field in self.fields.items()}
        try:
            change(self._desk, ChangeSettings(values=values, reason=reason))
        except NeedsReason as asks:
            text = "\n".join(told.says(finding) for finding in asks.findings)
            ask.reason(self.window(), _("Why is it changed?"), text, self.save)
        except Refused as refused:
            self._complain(refused.findings)
        except Told as problem:
            self._say(str(problem), Tone.BAD)
        else:
            self._say(_("Saved."), Tone.GOOD)
            self._shown = values
            self.saved.emit()

    def _complain(self, findings: tuple[Finding, ...]) -> None:
        beside = [finding for finding in findings if finding.field in self.boxes]
        for finding in reversed(beside):
            self.boxes[finding.field].complain(told.says(finding))
            self.fields[finding.field].focus_widget().setFocus()
        rest = [told.says(finding) for finding in findings if finding not in beside]
        self._say("\n".join(rest), Tone.PLAIN)

    def _say(self, text: str, tone: Tone) -> None:
        set_tone(self.status, tone)
        self.status.setText(text)
        self.setAccessibleDescription(text)

    # --- how it stands ---

    def _lay_out(self) -> None:
        said = words.GROUPS[self._group]
        self.body.addWidget(Heading(_(said.name)))
        if said.means:
            self.body.addWidget(Caption(_(said.means), wrap=True))
        if self._group is Group.NUMBERS:
            self.body.addWidget(fields.PartsList(self._put_part))
        for setting in self._settings:
            self._add(setting)
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.save_button)
        self.body.addLayout(foot)
        self.save_button.clicked.connect(partial(self.save, ""))
        hide_unless(self.save_button, allowed=self._may)
        if not self._may:
            self._say(_("Only changed by: {roles}.").format(roles=self._who()), Tone.PLAIN)

    def _add(self, setting: Setting) -> None:
        said = words.SETTINGS[setting.key]
        field = self.fields[setting.key] = fields.make(self._desk, setting)
        box = self.boxes[setting.key] = labelled(_(said.name), field)
        field.install(self._goes_on)
        field.fix(not self._may)
        field.changed.connect(partial(self._changed, setting.key))
        self.body.addWidget(box)
        place = citation(setting.requirement, current_language()) if setting.requirement[0] == "D" else ""
        if setting.kind is SettingKind.PATTERN:
            place = ""  # said once for all of them, in the list of the parts
        text = " ".join(
            part for part in (_(said.means) if said.means else "", f"({place})" if place else "") if part
        )
        if text:
            self.body.addWidget(Caption(text, wrap=True))

    def _changed(self, key: str) -> None:
        live = SETTINGS[key].kind is SettingKind.PATTERN
        self.boxes[key].complain(self.fields[key].problem() if live else "")
        self._say("", Tone.PLAIN)

    def _put_part(self, part: str) -> None:
        """Put a part into the pattern the keys were in last."""
        for field in self.fields.values():
            if isinstance(field, fields.PatternField) and field.had_keys:
                field.put(part)

    def _who(self) -> str:
        roles = set().union(*(MAY[setting.needs] for setting in self._settings))
        return ", ".join(_(wording.ROLES[role]) for role in sorted(roles))
