"""The papers that are printed of something in the store, by their stems: what draws them, and who signs them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dspdesk.law.roles import Action

if TYPE_CHECKING:
    from dspdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class Awaited:
    """A signature that a printed paper waits for: whose (`None` for somebody outside the body), and what as.

    `part` is a text of the catalogues (`N_`): "executor", "worker of the documentation service".
    """

    employee_id: int | None
    part: str


@dataclass(frozen=True, slots=True)
class StorePaper:
    """A paper of something in the store.

    `draws` is "module:function" with (desk, about, language, code) → PDF; `about` names what it is of as the ledger
    does ("handover_sheet:5"; several of one kind with commas: "copy:3,4"). `awaits` is "module:function" with
    (desk, about) → tuple of `Awaited`, '' when nobody signs. `of` is the kind of thing it is of, for the command line.
    """

    stem: str
    of: str
    needs: Action
    draws: str
    awaits: str = ""


_ALL: tuple[StorePaper, ...] = ()
#: Every such paper by its stem.
STORE_PAPERS: Mapping[str, StorePaper] = {paper.stem: paper for paper in _ALL}


def draw(desk: "Desk", stem: str, about: str, language: str, code: str) -> bytes:
    """Draw a paper of something in the store."""
    drawn: bytes = _function(STORE_PAPERS[stem].draws)(desk, about, language, code)
    return drawn


def awaited(desk: "Desk", stem: str, about: str) -> tuple[Awaited, ...]:
    """Whose signatures a paper waits for once it is printed."""
    asked = STORE_PAPERS[stem].awaits
    found: tuple[Awaited, ...] = tuple(_function(asked)(desk, about)) if asked else ()
    return found


def ids(about: str) -> tuple[int, ...]:
    """The keys in the name of a subject: "copy:3,4" is of 3 and 4."""
    return tuple(map(int, about.partition(":")[2].split(",")))


def _function(name: str) -> Callable[..., Any]:
    module, _colon, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
