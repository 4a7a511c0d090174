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
    of_copies: str
    holder_corrected: str
    movement_undone: str
    printed_before: str
    moved_to: str
    moved_from: str
    shortage_act: str
    executor: str
    co_executor: str
    admitted: str
    extended: str
    off_control: str


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
        of_copies="экз. № {copies}: {words}",
        holder_corrected="Исправлено {date}: вместо «{wrong}» следует читать «{right}»",
        movement_undone="Исправлено {date}: запись «{wrong}» внесена ошибочно",
        printed_before="прежняя запись напечатана",
        moved_to="Внесён ошибочно, учтён {journal} № {number} от {date}",
        moved_from="Был ошибочно учтён {journal} № {number} от {date}",
        shortage_act="Акт № {number} от {date} об отсутствии (неполноте) вложений",
        executor="исп.",
        co_executor="соисп.",
        admitted="ознакомить:",
        extended="продлено до {date}",
        off_control="снято с контроля {date}",
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
        of_copies="№ {copies} дана: {words}",
        holder_corrected="{date} түзетілді: «{wrong}» дегеннің орнына «{right}» деп оқылсын",
        movement_undone="{date} түзетілді: «{wrong}» жазбасы қате енгізілген",
        printed_before="бұрынғы жазба басып шығарылған",
        moved_to="Қате енгізілген, {journal} {date} № {number} болып есепке алынды",
        moved_from="Бұрын {journal} {date} № {number} болып қате есепке алынған",
        shortage_act="Салымдардың болмауы (толық болмауы) туралы {date} № {number} акт",
        executor="орындаушы",
        co_executor="бірлесіп орындаушы",
        admitted="таныстырылсын:",
        extended="{date} күніне дейін ұзартылды",
        off_control="{date} бақылаудан алынды",
    ),
}

#: In which journal something is kept account of, as a note says it.
FLOWS = {
    "ru": {
        "incoming": "в журнале входящих документов",
        "outgoing": "в журнале исходящих документов",
        "internal": "в журнале внутренних документов",
        "publications": "в журнале изданий",
    },
    "kk": {
        "incoming": "кіріс құжаттар журналында",
        "outgoing": "шығыс құжаттар журналында",
        "internal": "ішкі құжаттар журналында",
        "publications": "басылымдар журналында",
    },
}
