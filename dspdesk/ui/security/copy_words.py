"""What a copy has proved and how it compares with the store, in sentences."""

import datetime as dt
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.dates import day_and_time
from dspdesk.law.kinds import JournalKind
from dspdesk.ui import wording

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.restore import Prepared, Proof


def proved(proof: "Proof", desk: "Desk | None" = None) -> list[str]:
    """What a copy is and whether it is whole."""
    lines = [_("{body}. The copy is of {when}; it ends with entry {code} of the ledger.").format(
        body=proof.organisation, when=_when(proof.at, desk), code=proof.code
    )]  # fmt: skip
    lines.append(
        _("It holds {entries}, {size}.").format(entries=wording.entries(proof.items), size=size(proof.size))
    )
    if proof.wrong:
        lines.append(_("It does not agree with its own ledger: {what}").format(what=proof.wrong[0]))
    else:
        lines.append(_("Every page was read, and the whole ledger agrees with what is recorded."))
    return lines


def compared(prepared: "Prepared") -> list[str]:
    """What is lost and what comes back when the copy takes the place of the store."""
    present = prepared.present
    if present is None:
        return [_("There is no store here that can be read: the copy becomes the store.")]
    lines = []
    if present.parted:
        lines.append(
            _("From some entry on the copy and the store tell different stories: both were worked on.")
        )
    if present.only_here:
        lines.append(
            ngettext(
                "{n} entry of the ledger made since then is not in it, {documents}.",
                "{n} entries of the ledger made since then are not in it, {documents}.",
                present.only_here,
            ).format(n=wording.grouped(present.only_here), documents=_documents(present.items_only_here))
        )
    if present.only_there:
        lines.append(
            ngettext(
                "{n} entry of its ledger is not in the store: the copy is ahead of it.",
                "{n} entries of its ledger are not in the store: the copy is ahead of it.",
                present.only_there,
            ).format(n=wording.grouped(present.only_there))
        )
    if prepared.logins_back:
        lines.append(
            _("These logins would open the store again: {logins}. Close them afterwards.").format(
                logins=", ".join(prepared.logins_back)
            )
        )
    return lines or [_("The copy and the store say the same.")]


def numbers(proof: "Proof") -> str:
    """The highest number of each journal of the copy."""
    return "; ".join(
        f"{wording.journal_name(JournalKind(one.kind), one.year)} — №\N{NO-BREAK SPACE}{one.sequence}"
        for one in proof.highest
    )


def size(octets: int) -> str:
    """How large a file is."""
    return _("{n} MB").format(n=f"{octets / 1_000_000:.1f}".replace(".", ","))


def _documents(number: int) -> str:
    return ngettext("{n} document among them", "{n} documents among them", number).format(
        n=wording.grouped(number)
    )


def _when(at: dt.datetime | None, desk: "Desk | None") -> str:
    """A moment in the time of the desk, or without one in that of this machine."""
    if at is None:
        return "—"
    return day_and_time(wording.local(at, desk) if desk else at.replace(tzinfo=dt.UTC).astimezone())
