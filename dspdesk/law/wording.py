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
    carried_to: str
    carried_from: str
    skipped: str
    skipped_many: str
    entered: str


NOTES = {
    "ru": Notes(
        copies="экз.",
        until="срок",
        on_control="К",
        annulled="Номер аннулирован",
        reserved="Номер зарезервирован",
        carried_to="Перерегистрирован № {number} от {date}",
        carried_from="Перерегистрация с № {number} от {date}",
        skipped="Номер пропущен",
        skipped_many="Номера пропущены",
        entered="Внесено {date}",
    ),
    "kk": Notes(
        copies="дана",
        until="мерзімі",
        on_control="Б",
        annulled="Нөмірдің күші жойылды",
        reserved="Нөмір резервке қойылды",
        carried_to="{date} № {number} болып қайта тіркелді",
        carried_from="{date} № {number} нөмірінен қайта тіркелді",
        skipped="Қалып қойған нөмір",
        skipped_many="Қалып қойған нөмірлер",
        entered="{date} енгізілді",
    ),
}
