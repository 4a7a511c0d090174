"""The record of a seizure: what it says, in both languages, with and without the mark."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.seizure_record import BackOnPaper, SeizedLine
from dspdesk.reports import seizure_record
from tests.reports.reading import pages


def words(pdf: bytes) -> str:
    return " ".join(" ".join(pages(pdf)).split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            (
                "Для служебного пользования",
                "Протокол изъятия документов № 2",
                "Кем производится изъятие",
                "Постановление о производстве выемки от 03.03.2026 № 17-4/26",
                "01-03, т. 1, Переписка",
                "№ 14 ДСП от 19.01.2026",
                "18–28",
                "3 (три)",
                "15 (пятнадцать)",
                "Передал(а)",
                "Жумабаева А.С.",
                "Изъял(а)",
                "Присутствовали",
                "лист 1 из 1",
            ),
        ),
        (
            "kk",
            (
                "Қызмет бабында пайдалану үшін",
                "№ 2 құжаттарды алып қою хаттамасы",
                "Алып қоятын орган",
                "№ 14 ҚБПҮ, 19.01.2026",
                "01-03, 1-том, Сумен",
                "Тапсырды",
                "Алып қойды",
                "Қатысқандар",
            ),
        ),
    ],
)
def test_the_record_says_what_was_seized_and_who_signs(language: str, said: tuple[str, ...]) -> None:
    text = words(seizure_record.draw(seizure_record.sample(language), language))
    assert [part for part in said if part not in text] == []


def test_only_a_restricted_case_has_the_mark() -> None:
    plain = replace(seizure_record.sample("ru"), restricted=False)
    assert "Для служебного пользования" not in words(seizure_record.draw(plain, "ru"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_long_record_goes_on_with_its_heads_and_whole_signatures(language: str) -> None:
    line = SeizedLine(
        number="7 ДСП", dated=None, heading="Письмо " * 12, sheets=2, first_sheet=1, last_sheet=2, copy=1
    )
    content = replace(seizure_record.sample(language), lines=(line,) * 60, present=("Ли С.А.",) * 4)
    sheets = pages(seizure_record.draw(content, language))
    assert len(sheets) > 2
    caption = {"ru": "Заголовок документа", "kk": "Құжаттың тақырыбы"}[language]
    assert all(caption in " ".join(sheet.split()) for sheet in sheets[:-1])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_blank_one_has_room_for_everything(language: str) -> None:
    text = words(seizure_record.blank(language))
    assert {"ru": "Основание", "kk": "Негізі"}[language] in text


def test_a_document_without_number_is_named_by_its_day() -> None:
    content = replace(
        seizure_record.sample("ru"),
        lines=(
            SeizedLine(number="", dated=None, heading="Справка", sheets=1, first_sheet=4, last_sheet=4),
            SeizedLine(number="б/н", dated=None, heading="Записка", sheets=1, first_sheet=5, last_sheet=5),
        ),
    )
    text = words(seizure_record.draw(content, "ru"))
    assert "Справка" in text
    assert "б/н" in text
    assert "№ б/н" not in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            (
                "Отметки о возврате подлинников",
                "02.04.2026 возвращены подлинники, указанные под № 1, 3: письмо № 5.",
                "Доставил(а): Серикбаев Д.О.",
                "02.05.2026 возвращен подлинник, указанный под № 2: расписка.",
                "Принял(а)",
            ),
        ),
        (
            "kk",
            (
                "Түпнұсқалардың қайтарылғаны туралы белгілер",
                "02.04.2026 реттік нөмірлері 1, 3 болатын түпнұсқалар қайтарылды: письмо № 5.",
                "Жеткізген: Серикбаев Д.О.",
                "02.05.2026 реттік нөмірі 2 болатын түпнұсқа қайтарылды: расписка.",
                "Қабылдады",
            ),
        ),
    ],
)
def test_the_record_notes_what_came_back(language: str, said: tuple[str, ...]) -> None:
    returns = (
        BackOnPaper(dt.date(2026, 4, 2), "письмо № 5", "Серикбаев Д.О.", (1, 3)),
        BackOnPaper(dt.date(2026, 5, 2), "расписка", "Ли С.А.", (2,)),
    )
    sample = seizure_record.sample(language)
    text = words(seizure_record.draw(replace(sample, returns=returns), language))
    assert [part for part in said if part not in text] == []
    assert said[0] not in words(seizure_record.draw(sample, language))
