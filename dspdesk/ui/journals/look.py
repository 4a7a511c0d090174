"""How a journal is looked at, as plain data: filters, order, columns and widths. A saved view is one of these."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dspdesk.language.catalogue import N_, _
from dspdesk.language.folding import fold
from dspdesk.queries.filters import NOT, STATE_NAMES
from dspdesk.queries.views import Body
from dspdesk.ui.journals.columns import STATE, Column

_CODE = "@"  # before the code of a state: a view kept in one language is read in the other


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns by their keys from left to right, those not shown among them, and widths in ems of those set by hand."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """Filters as typed, the order of the rows, and the columns: None where a view leaves these as they are."""

    filters: tuple[tuple[str, str], ...] = ()
    order: str = "number"
    descending: bool = True
    columns: Arrangement | None = None

    def same_rows(self, other: "Look") -> bool:
        """Whether both show the same rows in the same order."""
        order = (self.order, self.descending) == (other.order, other.descending)
        return order and sorted(self.filters) == sorted(other.filters)


#: Views that everybody has, by their names.
BUILT_IN: dict[str, Look] = {
    N_("All entries"): Look(),
    N_("On control"): Look((("state", "@on_control"),), "due_on", descending=False),
    N_("Overdue"): Look((("state", "@overdue"),), "due_on", descending=False),
    N_("To complete"): Look((("state", "@incomplete"),)),
    N_("Without a case"): Look((("state", "@without_case"),)),
    N_("Annulled"): Look((("state", "@annulled"),)),
}


def typed(filters: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Filters as a person types them: the names of states in the language of the interface."""
    return tuple((key, _named(text) if key == STATE.key else text) for key, text in filters)


def kept(filters: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Filters as they are kept: a state that is named in full by its code."""
    return tuple((key, _coded(text) if key == STATE.key else text) for key, text in filters)


def body(look: Look) -> Body:
    """A look as plain data."""
    said: Body = {"filters": list(map(list, kept(look.filters)))}
    said |= {"order": look.order, "descending": look.descending}
    if (columns := look.columns) is not None:
        said["columns"] = list(columns.order)
        said["hidden"] = sorted(columns.hidden)
        said["widths"] = dict(columns.widths)
    return said


def read(said: Mapping[str, Any], columns: Sequence[Column]) -> Look:
    """A look out of plain data; what does not fit these columns is left out, whatever it is."""
    known = {column.key for column in columns}
    orders = {column.sort for column in columns if column.sort}
    order = said.get("order")
    return Look(
        filters=typed(pair for pair in _pairs(said.get("filters")) if pair[0] in known),
        order=order if isinstance(order, str) and order in orders else "number",
        descending=said.get("descending") is not False,
        columns=_arrangement(said, known) if "columns" in said else None,
    )


def _arrangement(said: Mapping[str, Any], known: set[str]) -> Arrangement:
    widths = said.get("widths")
    numbers = widths.items() if isinstance(widths, dict) else ()
    return Arrangement(
        order=tuple(dict.fromkeys(key for key in _texts(said.get("columns")) if key in known)),
        hidden=frozenset(_texts(said.get("hidden"))) & known,
        widths={
            key: float(width)
            for key, width in numbers
            if key in known and isinstance(width, int | float) and 1 <= width <= 100
        },
    )


def _pairs(said: object) -> list[tuple[str, str]]:
    pairs = said if isinstance(said, list) else []
    return [(one[0], one[1]) for one in pairs if len(_texts(one)) == 2 and _texts(one) == one]


def _texts(said: object) -> list[str]:
    return [text for text in said if isinstance(text, str)] if isinstance(said, list) else []


def _named(text: str) -> str:
    sign, code = _apart(text)
    name = STATE_NAMES.get(code.removeprefix(_CODE)) if code.startswith(_CODE) else None
    return f"{sign}{_(name)}" if name else text


def _coded(text: str) -> str:
    sign, name = _apart(text)
    code = next((key for key, shown in STATE_NAMES.items() if name and fold(_(shown)) == fold(name)), "")
    return f"{sign}{_CODE}{code}" if code else text


def _apart(text: str) -> tuple[str, str]:
    """The sign that excludes, and what it excludes."""
    rest = text.strip()
    return (NOT, rest.removeprefix(NOT).strip()) if rest.startswith(NOT) else ("", rest)
