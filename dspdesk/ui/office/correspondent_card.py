"""The card of a correspondent: entered, or what is known of it changed."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.queries.correspondents import CorrespondentRow
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 52  # in ems
_FIELDS = ("name_kk", "name_ru", "conditional_name", "number_index", "foreign", "address_kk", "address_ru")


class CorrespondentCard(FormDialog):
    """A body that writes to us or is written to; a name in one of the languages is enough."""

    draft_form = "correspondent"

    def __init__(self, desk: "Desk", parent: QWidget | None, row: CorrespondentRow | None = None) -> None:
        super().__init__(desk, parent, _("Correspondent") if row else _("New correspondent"), _WIDTH)
        self._row = row
        self._fields: dict[str, Any] = {name: TextField() for name in _FIELDS[:4]}
        self._fields["foreign"] = ChoiceField(_("Foreign"), {False: _("no"), True: _("yes")})
        self._fields |= {name: LongField() for name in _FIELDS[5:]}
        self.renamed_from = DateField(desk.today)
        self._build()
        if row is not None:
            for name, field in self._fields.items():
                field.show_value(getattr(row, name))
        self._fields["name_kk"].setFocus()

    def save(self, reason: str) -> object:
        """Enter the correspondent or the change; returns the id."""
        from dspdesk.procedures import correspondents as procedures

        fields = {name: field.value() for name, field in self._fields.items()}
        if self._row is None:
            return procedures.enter(self._desk, procedures.EnterCorrespondent(**fields))
        change = procedures.ChangeCorrespondent(
            correspondent_id=self._row.id, renamed_from=self.renamed_from.value(), reason=reason, **fields
        )
        procedures.change(self._desk, change)
        return self._row.id

    def draft_about(self) -> str:
        """The row of the correspondent."""
        return f"correspondent:{self._row.id}" if self._row else ""

    def _build(self) -> None:
        fields = self._fields
        self.add_pair(
            ("name_kk", _("Name in Kazakh"), fields["name_kk"]),
            ("name_ru", _("Name in Russian"), fields["name_ru"]),
        )
        if self._row is not None:
            self.add("renamed_from", _("First day of the new name, if it was changed"), self.renamed_from)
        self.add_pair(
            ("conditional_name", _("Conditional name"), fields["conditional_name"]),
            ("number_index", _("Index in registration numbers, if there is one"), fields["number_index"]),
            ("foreign", _("Foreign"), fields["foreign"]),
        )
        self.add_pair(
            ("address_kk", _("Address in Kazakh"), fields["address_kk"]),
            ("address_ru", _("Address in Russian"), fields["address_ru"]),
        )
