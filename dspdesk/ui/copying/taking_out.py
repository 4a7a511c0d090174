"""Cards or sheets taken out of an abstract publication, and the attestation for its cover."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, Language, _, current_language, translate_in
from dspdesk.law.abstract_extraction import TakenOut
from dspdesk.law.findings import Finding
from dspdesk.ui.cards.fields import CountField, DateField, LongField
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.abstract_extraction import TakeOut
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 52  # in ems
_WORKERS = ("first_worker_id", "second_worker_id")
FOUND = N_("They hold no restricted official information.")


class TakeOutDialog(LiveForm):
    """What was taken out, that it holds no restricted information, and the two workers of the service who sign."""

    draft_form = "abstract_extraction"

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, _("Cards taken out of № {number}").format(number=number), _WIDTH)
        self._details = details
        self.fields: dict[str, Any] = {
            "made_on": DateField(desk.today),
            "count": CountField(),
            "cards": LongField(),
            "finding": LongField(),
            "first_worker_id": LongChoice(_("First worker"), {None: ""}),
            "second_worker_id": LongChoice(_("Second worker"), {None: ""}),
        }
        self._build()
        self.fields["made_on"].show_value(desk.today())
        self.fields["finding"].show_value(translate_in(Language(details.journal.language), FOUND))
        self._offer_workers()
        self.fields["cards"].setFocus()

    def save(self, reason: str) -> object:
        """Record it; returns the id."""
        from dspdesk.procedures import abstract_extraction

        return abstract_extraction.take_out(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands."""
        from dspdesk.procedures import abstract_extraction

        return abstract_extraction.consider(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return {"day_needed", "which_cards", "how_many_cards", "holds_none_found", "two_workers_sign"}

    def draft_about(self) -> str:
        """The publication."""
        return f"item:{self._details.id}"

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name == "made_on":
            self._offer_workers()

    def _command(self, reason: str) -> "TakeOut":
        from dspdesk.procedures.abstract_extraction import TakeOut

        taken = TakenOut(**{name: field.value() for name, field in self.fields.items()})
        return TakeOut(item_id=self._details.id, taken=taken, form_id=self.form_id, reason=reason)

    def _offer_workers(self) -> None:
        """The workers of the documentation service on the day."""
        from dspdesk.queries.service_workers import service_workers

        day, language = self.fields["made_on"].value() or self._desk.today(), str(current_language())
        said: dict[int | None, str] = {None: _("not chosen")}
        said |= {worker.id: worker.name(language) for worker in service_workers(self._desk, day)}
        for name in _WORKERS:
            self.fields[name].set_words(said)

    def _build(self) -> None:
        fields = self.fields
        self.add("cards", _("Which cards or sheets"), fields["cards"])
        self.add_pair(
            ("count", _("How many"), fields["count"]),
            ("made_on", _("Taken out on"), fields["made_on"]),
        )
        self.add("finding", _("What was found of them"), fields["finding"])
        self.add_heading(_("Workers of the documentation service who sign on the cover"))
        self.add_pair(
            ("first_worker_id", _("First worker"), fields["first_worker_id"]),
            ("second_worker_id", _("Second worker"), fields["second_worker_id"]),
        )


def take_out(
    parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Record what was taken out of a publication; afterwards the attestation is shown, ready to be printed."""
    from dspdesk.procedures.printing import PaperRequest

    dialog = TakeOutDialog(desk, parent, details)

    def done(key: object) -> None:
        on_done()
        about = f"abstract_extraction:{key}"
        language = details.journal.language
        services.preview(
            parent, desk, PaperRequest(paper="abstract_extraction", language=language, about=about)
        )

    dialog.saved.connect(done)
    dialog.open()
