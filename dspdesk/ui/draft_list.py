"""The drafts of the person on Today; each line opens its card with what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.drafts import KeptDraft
from dspdesk.ui import theme, wording
from dspdesk.ui.cards.draft_notice import when
from dspdesk.ui.widgets.basics import Heading, Panel
from dspdesk.ui.widgets.links import LinkButton, indented

if TYPE_CHECKING:
    from dspdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class CardAsked:
    """The registration card that a draft belongs to; a new one without `item_id`."""

    kind: JournalKind
    year: int
    item_id: int | None


ENTRY = "item"  # an entry of a journal, as drafts and places name it
#: The places in which the small forms are opened, by the first word of their drafts.
PLACES = {
    "organisation": "office", "unit": "office", "place": "office", "employee": "people", "appointment": "people",
    "correspondent": "correspondents", "shortage_act": "acts", "delivery": "mail", "mail_check": "mail",
    "mail_personal": "mail", "permit": "permits", "plan_entry": "filing_plan",
    "inventory": "inventories", "transfer": "inventories",
    **dict.fromkeys(
        (
            "case", "certification_sheet", "taking_out", "relocating", "seizure_record", "certified_copies",
            "unclassified",
        ),
        "cases",
    ),
    **dict.fromkeys(
        ("restricted_list", "list_order", "list_completion", "list_proposal", "list_decision"), "restricted_list"
    ),
}  # fmt: skip


def card_of(draft: KeptDraft) -> CardAsked | None:
    """The registration card of a draft, `None` when it is of another form."""
    word, *rest = draft.form.split(":")
    if draft.about.startswith("enclosed:"):  # what a cover held is registered from the place of the mail
        return None
    if word != "registration" or len(rest) != 2 or rest[0] not in set(JournalKind):
        return None
    about = draft.about.partition(":")[2]
    if not rest[1].isdecimal() or (draft.about and not about.isdecimal()):
        return None
    return CardAsked(JournalKind(rest[0]), int(rest[1]), int(about) if about else None)


def entry_of(draft: KeptDraft) -> int | None:
    """The entry whose further steps open the form of a draft, `None` where it is opened elsewhere."""
    kind, _colon, key = draft.about.partition(":")
    small = card_of(draft) is None
    return int(key) if small and kind == ENTRY and key.isdecimal() else None


def place_of(draft: KeptDraft) -> str:
    """The key of the place where the form of a draft is opened, '' for a registration card."""
    if draft.about.startswith("enclosed:"):
        return "mail"
    if entry_of(draft) is not None:
        return ENTRY
    return PLACES.get(draft.form.partition(":")[0], "")


class DraftList(Panel):
    """One line for each draft: what it is about and when it was kept."""

    def __init__(
        self, drafts: Sequence[KeptDraft], desk: "Desk", opened: Callable[[KeptDraft], None]
    ) -> None:
        super().__init__()
        side = theme.em(self, 0.5)
        self.body.setContentsMargins(side, theme.em(self, 0.9), side, theme.em(self, 0.6))
        self.body.setSpacing(theme.em(self, 0.1))
        self.body.addWidget(indented(Heading(_("Drafts"))))
        for draft in drafts:
            line = LinkButton(_words(draft), when(draft, desk))
            line.clicked.connect(lambda _checked=False, draft=draft: opened(draft))
            self.body.addWidget(line)


def listed(drafts: Sequence[KeptDraft]) -> list[KeptDraft]:
    """The drafts that can be opened from Today."""
    return [draft for draft in drafts if card_of(draft) or place_of(draft)]


def _words(draft: KeptDraft) -> str:
    card = card_of(draft)
    if card is None:
        return draft.title
    journal = wording.journal_name(card.kind, card.year)
    return f"{journal} · {draft.title}" if draft.title else journal
