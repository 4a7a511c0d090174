"""Words of execution control that its windows share."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.execution_control import Due, Part
from dspdesk.ui.wording import grouped

if TYPE_CHECKING:
    from dspdesk.queries.execution_control import ControlRow
    from dspdesk.queries.resolutions import ControlLine, ResolutionLine

#: What a resolution names people for.
PARTS = {
    Part.EXECUTOR: N_("Executor"),
    Part.CO_EXECUTOR: N_("Co-executors"),
    Part.ADMITTED: N_("Also admitted, to read it"),
}
#: How deadlines stand, as a choice of what is shown.
WHEN = {
    Due.OVERDUE: N_("Overdue"),
    Due.TODAY: N_("Due today"),
    Due.SOON: N_("Within three days"),
    Due.LATER: N_("Later"),
}


def standing(row: "ControlRow") -> str:
    """How the deadline of a row stands: "3 days late", "today", "2 days left"."""
    if row.days is None:
        return _("off control {day}").format(day=short(row.off_on)) if row.off_on else ""
    if row.days == 0:
        return _("today")
    late = row.days < 0
    days = abs(row.days)
    words = (
        ngettext("{n} day late", "{n} days late", days)
        if late
        else ngettext("{n} day left", "{n} days left", days)
    )
    return words.format(n=grouped(days))


def resolution(line: "ResolutionLine") -> list[tuple[str, str]]:
    """What is known of a resolution, for the details of a row."""
    named = [
        (_(PARTS[part]), ", ".join(person.name for person in line.named if person.part is part))
        for part in Part
    ]
    struck = _("Struck out on {day}: {reason}")
    return [
        (short(line.dated), f"{line.author}: {line.words}" if line.words else line.author),
        *(fact for fact in named if fact[1]),
        *([(_("Due"), short(line.due_on))] if line.due_on else []),
        *(
            []
            if line.admits
            else [("", _("It admits nobody: its author did not head the body on that day."))]
        ),
        *(
            [("", struck.format(day=short(line.struck_on), reason=line.struck_reason))]
            if line.struck_on
            else []
        ),
    ]


def control(line: "ControlLine") -> list[tuple[str, str]]:
    """What is known of one time on control: since when, the extensions, how it ended."""
    extended = _("until {day}: {reason} ({name}, {on})")
    return [
        *([(_("On control from"), short(line.taken_on))] if line.taken_on else []),
        *([(_("First deadline"), short(line.due_on))] if line.due_on else []),
        *(
            (
                _("Extended"),
                extended.format(
                    day=short(one.due_after), reason=one.reason, name=one.allowed_by, on=short(one.allowed_on)
                ),
            )
            for one in line.extensions
        ),
        *([(_("Off control"), f"{short(line.off_on)}: {line.outcome}")] if line.off_on else []),
    ]
