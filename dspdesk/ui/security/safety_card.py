"""What Today says to whoever keeps the keys and the backups; each line opens its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.law.roles import Action
from dspdesk.queries.today import Today
from dspdesk.ui import theme, wording
from dspdesk.ui.widgets.basics import Heading, Panel
from dspdesk.ui.widgets.links import LinkButton, indented

if TYPE_CHECKING:
    from dspdesk.desk import Desk

Line = tuple[str, str, str]  # the words, what stands at the right, the place


def card(found: Today, desk: "Desk", go: Callable[[str], None]) -> Panel | None:
    """The lines that this person may see, `None` when there are none."""
    lines = [*_keys(found, desk), *_backup(found, desk)]
    if not lines:
        return None
    panel = Panel()
    side = theme.em(panel, 0.5)
    panel.body.setContentsMargins(side, theme.em(panel, 0.9), side, theme.em(panel, 0.6))
    panel.body.setSpacing(theme.em(panel, 0.1))
    panel.body.addWidget(indented(Heading(_("Access and safety"))))
    for words, right, place in lines:
        button = LinkButton(words, right)
        button.clicked.connect(lambda _checked=False, place=place: go(place))
        panel.body.addWidget(button)
    return panel


def _keys(found: Today, desk: "Desk") -> list[Line]:
    if not desk.may(Action.KEEP_KEYS):
        return []
    if not found.issued:
        return [(_("Everybody has a password of their own"), "", "accounts")]
    words = _("One-time passwords not replaced yet: {n}").format(n=wording.grouped(len(found.issued)))
    return [(words, ", ".join(found.issued), "accounts")]


def _backup(found: Today, desk: "Desk") -> list[Line]:
    if not desk.may(Action.BACK_UP):
        return []
    made = wording.ago(found.last_backup, desk) if found.last_backup else _("not made yet")
    return [(_("Last backup"), made, "backups")]
