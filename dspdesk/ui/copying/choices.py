"""A choice whose values change while the form is open."""

from collections.abc import Mapping
from typing import Any

from dspdesk.ui.office.fields import LongChoice


class OfferedChoice(LongChoice):
    """One of what is offered now; the value chosen stays when it is offered again."""

    def offer(self, said: Mapping[Any, str], chosen: Any = None) -> None:
        """Offer these values, with this one chosen if it is among them."""
        self.blockSignals(True)
        self.clear()
        self._values = list(said)
        self.addItems(list(said.values()))
        self.blockSignals(False)
        if chosen in said:
            self.show_value(chosen)
