"""Appendix 2: what stands in each column for each kind of journal, and the counts of its inscriptions."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.kinds import MOVEMENT_COLUMN, ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.registration_journal import (
    COLUMNS,
    ClosingCount,
    JournalItem,
    Linked,
    copies,
    count,
    dated,
    gaps,
    inscription,
    line,
    sheets,
    short,
)
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.law.wording import NOTES

DAY, SIGNED, THEIRS = dt.date(2026, 3, 5), dt.date(2026, 3, 4), dt.date(2026, 3, 1)
ITEM = JournalItem(
    number=RegistrationNumber(12, "а"),
    state=ItemState.REGISTERED,
    date=DAY,
    correspondent="Министерство финансов РК",
    their_number="05-12/884дсп",
    their_date=THEIRS,
    kind="Письмо",
    summary="о результатах аудита",
    sheets=SheetCount(4, 0),
    copies=(1, 2),
    resolution="Ахметову Б.К.",
    control="К срок 20.03.2026",
    signed_on=SIGNED,
    receipts=("05.03.2026 Ахметов", "09.03.2026 Ким"),
    returns=("07.03.2026",),
    filings=("01-05, л. 3–6",),
    destructions=("Уничтожено. Акт от 05.03.2026 № 12",),
    notes="экз. № 2 у Кима",
)
OURS, SENDERS = "05.03.2026 № 12а ДСП", "01.03.2026 № 05-12/884дсп"


def plain(cells):
    """The cells with ordinary spaces, as a person reads them."""
    return [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells]


COMMON_3_4 = ["Министерство финансов РК", "Письмо о результатах аудита"]
COMMON_7_14 = [
    "2 экз. № 1, 2",
    "Ахметову Б.К.",
    "К срок 20.03.2026",
    "05.03.2026 Ахметов; 09.03.2026 Ким",
    "07.03.2026",
    "01-05, л. 3–6",
    "Уничтожено. Акт от 05.03.2026 № 12",
    "экз. № 2 у Кима",
]
LINES = {
    JournalKind.INCOMING: [OURS, SENDERS, *COMMON_3_4, "4", "–", *COMMON_7_14],
    JournalKind.OUTGOING: ["", "04.03.2026 № 12а ДСП", *COMMON_3_4, "4", "–", *COMMON_7_14],
    JournalKind.INTERNAL: ["", "04.03.2026 № 12а ДСП", *COMMON_3_4, "4", "–", *COMMON_7_14],
    # publications are counted by copies, not by sheets
    JournalKind.PUBLICATIONS: [OURS, SENDERS, *COMMON_3_4, "", "", *COMMON_7_14],
}


@pytest.mark.parametrize("kind", JournalKind)
def test_the_columns_of_each_journal(kind):
    cells = line(ITEM, kind, "ru")
    assert len(cells) == COLUMNS
    assert plain(cells) == LINES[kind]


@pytest.mark.parametrize("kind", JournalKind)
def test_an_empty_entry_leaves_room_to_write(kind):
    cells = plain(line(JournalItem(RegistrationNumber(7), ItemState.REGISTERED), kind, "ru"))
    own = 1 if kind in {JournalKind.OUTGOING, JournalKind.INTERNAL} else 0
    assert cells.pop(own) == "№ 7 ДСП"
    assert set(cells) == {""}


@pytest.mark.parametrize("kind", JournalKind)
def test_a_kazakh_journal_has_the_kazakh_mark_and_words(kind):
    cells = plain(line(ITEM, kind, "kk"))
    assert any(cell.endswith("№ 12а ҚБПҮ") for cell in cells[:2])
    assert cells[6] == "2 дана № 1, 2"


NOTED = {ItemState.ANNULLED: "annulled", ItemState.RESERVED: "reserved"}


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("state", NOTED)
def test_what_became_of_the_number_stands_before_its_notes(state, language):
    noted = replace(ITEM, state=state)
    words = getattr(NOTES[language], NOTED[state])
    assert line(noted, JournalKind.INCOMING, language)[13] == f"{words}; {ITEM.notes}"
    assert line(replace(noted, notes=""), JournalKind.INCOMING, language)[13] == words


@pytest.mark.parametrize("state", [state for state in ItemState if state not in NOTED])
def test_every_other_state_leaves_the_notes_as_they_are(state):
    assert line(replace(ITEM, state=state), JournalKind.INCOMING, "ru")[13] == ITEM.notes


@pytest.mark.parametrize(
    ("day", "number", "written"),
    [
        (DAY, "12", "05.03.2026 № 12"),
        (DAY, "б/н", "05.03.2026 б/н"),
        (DAY, "н/ж", "05.03.2026 н/ж"),
        (None, "12", "№ 12"),
        (None, "б/н", "б/н"),
        (DAY, "", "05.03.2026"),
        (None, "", ""),
    ],
)
def test_a_date_and_a_number_as_forms_write_them(day, number, written):
    assert dated(day, number).replace("\N{NO-BREAK SPACE}", " ") == written


def test_a_day_as_forms_write_it():
    assert (short(DAY), short(None)) == ("05.03.2026", "")


@pytest.mark.parametrize(("number", "written"), [(None, ""), (0, "–"), (1, "1"), (240, "240")])
def test_no_sheets_are_a_dash_and_unknown_ones_a_blank(number, written):
    assert sheets(number) == written


@pytest.mark.parametrize(
    ("numbers", "written"),
    [((), ""), ((1,), "1 экз. № 1"), ((1, 2), "2 экз. № 1, 2"), ((5, 6, 7), "3 экз. № 5–7")],
)
def test_copies_with_their_numbers(numbers, written):
    assert copies(numbers, "ru").replace("\N{NO-BREAK SPACE}", " ") == written


def test_each_kind_of_movement_outside_the_service_fills_a_column():
    noted = {MovementKind.CARRIED_OVER, MovementKind.WITHDRAWAL, MovementKind.SEIZURE}  # in column 14
    within = {MovementKind.SUBMISSION, MovementKind.RESOLVED, MovementKind.STORING}
    assert set(MOVEMENT_COLUMN) == set(MovementKind) - noted - within
    assert [MOVEMENT_COLUMN[kind] for kind in list(MovementKind)[:4]] == [10, 11, 12, 13]
    assert MOVEMENT_COLUMN[MovementKind.SENDING] == 10
    assert MOVEMENT_COLUMN[MovementKind.SENDING_BACK] == 11


def counted(written):
    """Count a journal written as "1 2 2а -4 ~5 ?6": annulled with a minus, skipped with "~", reserved with "?"."""
    return count(
        (RegistrationNumber.parse(number.lstrip("-~?")), state(number)) for number in written.split()
    )


def state(written):
    signs = {"-": NumberState.ANNULLED, "~": NumberState.SKIPPED, "?": NumberState.RESERVED}
    return signs.get(written[0], NumberState.ISSUED)


def closing(registered, first, last, lettered=0, skipped=0, annulled=0, reserved=0):
    """The count that is expected."""
    return ClosingCount(
        registered,
        RegistrationNumber.parse(first) if first else None,
        RegistrationNumber.parse(last) if last else None,
        lettered,
        skipped,
        annulled,
        reserved,
    )


@pytest.mark.parametrize(
    ("journal", "expected"),
    [
        ("", closing(0, None, None)),
        ("1", closing(1, "1", "1")),
        ("1 2 3", closing(3, "1", "3")),
        ("3 1 2", closing(3, "1", "3")),
        ("1 2 2а 2б 3", closing(5, "1", "3", lettered=2)),
        ("1 2 3 3а", closing(4, "1", "3а", lettered=1)),
        ("1 4 6", closing(3, "1", "6", skipped=3)),
        ("5 6", closing(2, "5", "6")),  # nothing is skipped before the first number
        ("1 -2 3", closing(2, "1", "3", annulled=1)),  # an annulled number is not a skipped one
        ("1 -2а 2 3", closing(3, "1", "3", annulled=1)),  # nor a lettered document
        ("-1 2 -3", closing(1, "2", "2", annulled=2)),
        ("-1", closing(0, None, None, annulled=1)),
        ("-1 -5", closing(0, None, None, skipped=3, annulled=2)),
        ("2а 4", closing(2, "2а", "4", lettered=1, skipped=1)),
        ("1 1а 1б -3 7 7а", closing(5, "1", "7а", lettered=3, skipped=4, annulled=1)),
        ("1 ~2 3", closing(2, "1", "3", skipped=1)),  # passed over on purpose
        ("1 ~2 4", closing(2, "1", "4", skipped=2)),  # and without a word
        ("1 ~2 2а 3", closing(3, "1", "3", lettered=1, skipped=1)),  # a late entry does not fill its number
        ("1 2 ~3 ~4", closing(2, "1", "2", skipped=2)),  # the last number registered is the one stated
        ("1 ?2 3", closing(2, "1", "3", reserved=1)),  # not registered until it is signed
    ],
)
def test_the_closing_inscription_counts_the_entries(journal, expected):
    assert counted(journal) == expected


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_all_words_of_notes_are_there(language):
    notes = NOTES[language]
    assert all((notes.copies, notes.until, notes.on_control, notes.annulled, notes.reserved))


def test_runs_of_numbers_passed_over():
    assert gaps([]) == gaps([1, 2, 3]) == []
    assert gaps([9, 1, 3, 3, 7]) == [(2, 2), (4, 6), (8, 8)]
    assert gaps([1, 1_000_000_000]) == [(2, 999_999_999)]


def test_the_inscription_is_written_with_the_mark_of_its_journal():
    counted_so = count([(RegistrationNumber(1), NumberState.ISSUED)])
    kk = inscription(counted_so, "kk", "іс жүргізуші", "Жүнісова Ә.Қ.")
    assert (kk.first, kk.last, kk.documents) == ("1\N{NO-BREAK SPACE}ҚБПҮ", "1\N{NO-BREAK SPACE}ҚБПҮ", 1)
    assert (kk.position, kk.name) == ("іс жүргізуші", "Жүнісова Ә.Қ.")
    assert inscription(count([]), "ru").first == ""


@pytest.mark.parametrize(
    ("language", "there", "back"),
    [
        ("ru", "Перерегистрирован № 3 ДСП от 11.01.2027", "Перерегистрация с № 12 ДСП от 05.03.2026"),
        ("kk", "11.01.2027 № 3 ҚБПҮ болып қайта тіркелді", "05.03.2026 № 12 ҚБПҮ нөмірінен қайта тіркелді"),
    ],
)
def test_both_entries_of_a_carried_over_document_are_noted(language, there, back):
    mark = {"ru": "ДСП", "kk": "ҚБПҮ"}[language]
    old = replace(ITEM, carried_to=Linked(f"3 {mark}", dt.date(2027, 1, 11)))
    new = replace(ITEM, carried_from=Linked(f"12 {mark}", DAY))
    assert line(old, JournalKind.INCOMING, language)[13].startswith(there)
    assert line(new, JournalKind.INCOMING, language)[13].startswith(back)
    assert line(new, JournalKind.INCOMING, language)[13].endswith(ITEM.notes)
