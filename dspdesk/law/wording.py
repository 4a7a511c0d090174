"""Words that entries themselves are written with; they follow the language of the journal, not of the paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notes:
    """Words of notes in one language of a journal, with what a clerk writes for each by hand."""

    copies: str
    until: str
    on_control: str
    annulled: str
    reserved: str


NOTES = {
    "ru": Notes(
        copies="экз.",
        until="срок",
        on_control="К",
        annulled="Номер аннулирован",
        reserved="Номер зарезервирован",
    ),
    "kk": Notes(
        copies="дана",
        until="мерзімі",
        on_control="Б",
        annulled="Нөмірдің күші жойылды",
        reserved="Нөмір резервке қойылды",
    ),
}
