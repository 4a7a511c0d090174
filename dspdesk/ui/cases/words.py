"""Cases and volumes in words, for the register, its details and its forms."""

from dataclasses import replace

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.law.case_file import Container, VolumeHolds
from dspdesk.law.edition import IN_FORCE
from dspdesk.queries.cases import FiledLine, VolumeRow
from dspdesk.queries.filed import volume_words

CONTAINERS = {
    Container.FOLDER: N_("folder"),
    Container.HARD_FOLDER: N_("hard folder"),
    Container.BOX: N_("box"),
}
HOLDS = {
    VolumeHolds.DOCUMENTS: "",
    VolumeHolds.ENCLOSURE: N_("one enclosure of more than 180 sheets"),
    VolumeHolds.ONE_DOCUMENT: N_("one document of more than 180 sheets"),
}
OPEN, CLOSED, ARCHIVED, VOID = "open", "closed", "archived", "void"


def language() -> str:
    """The language of the person."""
    return str(current_language())


def name(row: VolumeRow) -> str:
    """A volume in short: "01-03, т. 2"."""
    return volume_words(row.case_index, row.number)


def containers() -> dict[Container, str]:
    """What a volume can be kept in, for a choice."""
    return {kind: _(text) for kind, text in CONTAINERS.items()}


def state_of(row: VolumeRow) -> str:
    """Which of the states a volume is in."""
    if row.void:
        return VOID
    if row.transferred_on is not None:
        return ARCHIVED
    return CLOSED if row.closed_on is not None or row.case_closed_on is not None else OPEN


def state(row: VolumeRow) -> str:
    """The state of a volume in words, with its day."""
    match state_of(row):
        case "void":
            return _("entered by mistake, never was")
        case "archived":
            day = row.transferred_on
            return _("in the archive since {day}").format(day=short(day)) if day else ""
        case "closed":
            day = row.closed_on or row.case_closed_on
            return _("closed on {day}").format(day=short(day)) if day else ""
    return _("open")


def state_alone(row: VolumeRow) -> str:
    """The state of a volume without its day, for the grid."""
    states = {
        OPEN: _("open"),
        CLOSED: _("closed"),
        ARCHIVED: _("in the archive"),
        VOID: _("entered by mistake"),
    }
    return states[state_of(row)]


def state_order(row: VolumeRow) -> tuple[int, str]:
    """Open ones first, then the closed, those in the archive, those that never were."""
    day = row.transferred_on or row.closed_on or row.case_closed_on
    return [OPEN, CLOSED, ARCHIVED, VOID].index(state_of(row)), day.isoformat() if day else ""


def dates(row: VolumeRow) -> str:
    """The days of its first and its last document."""
    if row.first_day is None or row.last_day is None:
        return ""
    return " – ".join(dict.fromkeys((short(row.first_day), short(row.last_day))))


def container(row: VolumeRow) -> str:
    """What it is kept in."""
    return _(CONTAINERS[row.container])


def sheets(row: VolumeRow) -> str:
    """How full a volume is: "178 of 180"; a volume of one enclosure or document is as large as that."""
    if row.holds is not VolumeHolds.DOCUMENTS:
        return str(row.sheets)
    return _("{sheets} of {most}").format(sheets=row.sheets, most=IN_FORCE.sheets_per_volume)


def heading(row: VolumeRow) -> str:
    """The heading, with what a volume of its own holds."""
    of_one = HOLDS[row.holds]
    return f"{row.heading()} · {_(of_one)}" if of_one else row.heading()


def retention(row: VolumeRow) -> str:
    """How long it is kept, in the language of the person."""
    return row.retention.words(language())


def period(row: VolumeRow) -> str:
    """How long it is kept, without the article of the list of periods."""
    return replace(row.retention, article="").words(language())


def mark(row: VolumeRow) -> str:
    """The mark of a restricted case with the day since which it is one; of any other that it is none."""
    if row.restricted_on is None:
        return _("none: no restricted document lies in it")
    return _("{mark} since {day}").format(mark=row.mark(), day=short(row.restricted_on))


def line(one: FiledLine) -> str:
    """A line of a volume: number, date, heading, sheets, copy, notes."""
    dated = short(one.dated) if one.dated else ""
    number = f"№ {one.number}" if one.number else ""
    named = " ".join(part for part in (number, _("of {day}").format(day=dated) if dated else "") if part)
    parts = [named, one.heading, sheet_numbers(one), copy(one), one.notes, left(one)]
    return f"{one.ordinal}. " + " · ".join(part for part in parts if part)


def sheet_numbers(one: FiledLine) -> str:
    """The sheets that a line lies on: "sheets 15–17"."""
    several = 2 if one.sheets > 1 else 1  # of a span, not of a count: 21 sheets are "листы 1–21"
    return ngettext("sheet {numbers}", "sheets {numbers}", several).format(numbers=numbers(one))


def numbers(one: FiledLine) -> str:
    """The numbers of its sheets: "15–17"."""
    return f"{one.first_sheet}–{one.last_sheet}" if one.sheets > 1 else str(one.first_sheet)


def lies(one: FiledLine) -> str:
    """Whether a line lies in the volume, else how and when it left."""
    return left(one) or _("lies in it")


def copy(one: FiledLine) -> str:
    """Which copy a line is."""
    return _("copy {number}").format(number=one.copy) if one.copy is not None else ""


def left(one: FiledLine) -> str:
    """How and when a line left the volume, '' while it lies there."""
    if one.struck_on is not None:
        return _("struck out on {day}").format(day=short(one.struck_on))
    if one.out_on is None:
        return ""
    words = OUT.get(one.out_kind, LEFT)
    return _(words).format(day=short(one.out_on))


LEFT = N_("gone since {day}")
#: How a line left, by `law.withdrawal.OutKind`.
OUT = {
    "withdrawn": N_("taken out on {day}"),
    "relocated": N_("moved to another volume on {day}"),
    "seized": N_("seized on {day}, a certified copy lies in its place"),
}
