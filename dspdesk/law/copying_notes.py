"""Notes of reproduction as registers and stickers state them, in the language of the journal (paragraph 17, part 2)."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.law.copying import PermitKind
from dspdesk.law.values import CopyNumbers


@dataclass(frozen=True, slots=True)
class ReproductionNote:
    """What was made by a permission: copies `first` to `last`, or an extract of so many sheets."""

    kind: PermitKind
    made_on: dt.date
    count: int
    permit: str
    permit_on: dt.date
    first: int | None = None
    last: int | None = None
    sheets: int | None = None

    @property
    def copies(self) -> CopyNumbers:
        """The numbers of the copies made, none of an extract."""
        if self.first is None or self.last is None:
            return CopyNumbers(())
        return CopyNumbers(tuple(range(self.first, self.last + 1)))


_COPIES = {
    "ru": "Доп. размножено {count} экз. (№ {numbers}), разрешение № {permit} от {permit_on}",
    "kk": "Қосымша {count} дана көбейтілді (№ {numbers}), {permit_on} № {permit} рұқсат",
}
_EXTRACT = {
    "ru": "{made_on} сделана выписка{sheets}, разрешение № {permit} от {permit_on}",
    "kk": "{made_on} үзінді көшірме{sheets} жасалды, {permit_on} № {permit} рұқсат",
}
_SHEETS = {"ru": " на {n} л.", "kk": " ({n} парақ)"}
_CARDS = {
    "ru": "{made_on} изъято карточек (листов): {count} ({cards}), учитываются как несекретные",
    "kk": "{made_on} {count} карточка (парақ) алынды ({cards}), құпия емес ретінде есепке алынады",
}
#: On a further copy: whose copy it is, and by what permission it was made.
_ON_FURTHER_COPY = {
    "ru": "Доп. размноженный экз. документа № {number}, разрешение № {permit} от {permit_on}",
    "kk": "№ {number} құжаттың қосымша көбейтілген данасы, {permit_on} № {permit} рұқсат",
}


def reproduced(note: ReproductionNote, language: str) -> str:
    """Paragraph 17, part 2: the note of further copies, or of an extract, in a register and on what was copied."""
    sheets = _SHEETS[language].format(n=note.sheets) if note.sheets else ""
    words = _EXTRACT if note.first is None else _COPIES
    return words[language].format(
        count=note.count, numbers=note.copies, sheets=sheets, **_days(note), permit=_number(note.permit)
    )


def on_further_copy(note: ReproductionNote, number: str, language: str) -> str:
    """Paragraph 17, part 2: the note on a copy made in addition; `number` is that of the item with its mark."""
    return _ON_FURTHER_COPY[language].format(number=number, permit=_number(note.permit), **_days(note))


def taken_out(made_on: dt.date, count: int, cards: str, language: str) -> str:
    """Paragraph 20: the note of cards or sheets taken out of an abstract publication."""
    return _CARDS[language].format(made_on=_day(made_on), count=count, cards=cards)


def _days(note: ReproductionNote) -> dict[str, str]:
    return {"made_on": _day(note.made_on), "permit_on": _day(note.permit_on)}


def _number(written: str) -> str:
    return written.strip().removeprefix("№").strip()


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"
