"""A day with its time of the clock, as two fields of a form."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from dspdesk.language.catalogue import _
from dspdesk.ui import wording
from dspdesk.ui.cards.fields import DateField, TextField

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_MOST_DIGITS = 4


class TimeField(TextField):
    """A time as clerks type it ("9", "930", "9:30"), shown in full when the field is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("hh:mm"))

    def value(self) -> dt.time | None:
        """The time, `None` while there is none or it cannot be read."""
        return parse(self.text())

    def show_value(self, value: Any) -> None:
        """Show a time."""
        self.setText(f"{value:%H:%M}" if value else "")

    def problem(self) -> str:
        if not self.text().strip() or self.value() is not None:
            return ""
        return _("There is no such time. Type the hour and the minutes: 9:30.")

    def _leave(self) -> None:
        if (time := self.value()) is not None:
            self.show_value(time)
        super()._leave()


def parse(text: str) -> dt.time | None:
    """The time that was typed, `None` when it cannot be read."""
    digits = "".join(text.replace(".", ":").split())
    hours, colon, minutes = digits.partition(":")
    if not colon:
        short = len(digits) < 3  # an hour alone
        hours, minutes = (digits, "0") if short else (digits[:-2], digits[-2:])
    if len(digits.replace(":", "")) > _MOST_DIGITS or not (_decimal(hours) and _decimal(minutes)):
        return None
    try:
        return dt.time(int(hours), int(minutes))
    except ValueError:
        return None


def utc(
    day: dt.date | None, time: dt.time | None, desk: "Desk", since: dt.datetime | None = None
) -> dt.datetime | None:
    """The moment as records keep it; `None` without a day.

    Whoever gives no time says only the day: that is noon, moved where noon cannot be meant. A step of the same day as
    what it follows (`since`, UTC) is not before it, and one of today is not ahead of the clock.
    """
    if day is None:
        return None
    zone, now = desk.clock().tzinfo, desk.now()
    moment = dt.datetime.combine(day, time or dt.time(12), zone).astimezone(dt.UTC).replace(tzinfo=None)
    if time is not None:
        return moment
    if since is not None and since.replace(tzinfo=dt.UTC).astimezone(zone).date() == day:
        moment = max(moment, since)
    return min(moment, now) if day == desk.today() else moment


class Moment:
    """A day and a time side by side."""

    def __init__(self, desk: "Desk", *, needed: bool = False) -> None:
        self._desk = desk
        self.day, self.time = DateField(desk.today, needed=needed), TimeField()

    def show_now(self) -> None:
        """Show the present moment."""
        now = self._desk.clock()
        self.day.show_value(now.date())
        self.time.show_value(now.time())

    def show(self, moment: dt.datetime) -> None:
        """Show a moment that records keep in UTC."""
        local = wording.local(moment, self._desk)
        self.day.show_value(local.date())
        self.time.show_value(local.time())

    def value(self, since: dt.datetime | None = None) -> dt.datetime | None:
        """The moment in UTC, `None` without a day; `since` is the moment of what it follows."""
        return utc(self.day.value(), self.time.value(), self._desk, since)


def _decimal(text: str) -> bool:
    return text.isascii() and text.isdecimal()
