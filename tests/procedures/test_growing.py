"""A journal grows on paper (W2): only new lines are printed, at their place; nothing printed ever moves."""

import dataclasses
import re

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.growing import CLOSING, Grow
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import growing, numbers, printing, registration
from dspdesk.procedures.growing import NoteByHand
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.registration import Annul
from dspdesk.queries import growing as queries
from dspdesk.queries.growing import Standing
from dspdesk.queries.journals import journal
from tests import factories
from tests.factories import TODAY
from tests.procedures.closing_years import closed
from tests.reports.reading import sheets
from tests.store.tampering import counts, raw

JOURNAL = "registration_journal"


def entered(desk: Desk, count: int) -> int:
    """So many entries of today's journal; the id of the journal."""
    for place in range(count):
        factories.registered(
            desk, their_number=f"7-{place}", their_date=None, summary="о проверке режима " * (place % 4 + 1)
        )
    found = journal(desk, JournalKind.INCOMING, TODAY.year)
    assert found is not None
    return found.id


def request(journal_id: int, grow: Grow = Grow.ON, sheet: int = 0, language: str = "ru") -> PaperRequest:
    return PaperRequest(paper=JOURNAL, language=language, journal_id=journal_id, grow=grow, sheet=sheet)


def printed(desk: Desk, journal_id: int, language: str = "ru"):
    with desk.reading() as connection:
        return queries.series(connection, JOURNAL, f"journal:{journal_id}", language)


def standing(desk: Desk, journal_id: int, language: str) -> Standing:
    return queries.standing(desk, JOURNAL, f"journal:{journal_id}", language)


def note(desk: Desk, journal_id: int) -> int:
    command = NoteByHand(paper=JOURNAL, subject=f"journal:{journal_id}", language="ru")
    return growing.note(desk, command)


def refused(code: str, step) -> None:
    with pytest.raises(Refused) as why:
        step()
    assert [finding.code for finding in why.value.findings] == [code]


def places(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    """Where the own number of each entry stands, sheet by sheet."""
    found = []
    for sheet in sheets(pdf):
        named = {}
        for piece in sheet.pieces:
            if piece.x < 50 and (said := re.search(r"№\s*(\d+\w*)", piece.text)):
                named[said[1]] = (piece.x, piece.y)
        found.append(named)
    return found


def rules(pdf: bytes, sheet: int) -> set[tuple[int, ...]]:
    return {
        tuple(round(one * 5) for one in rule[:4])
        for rule in sheets(pdf)[sheet].rules
        if abs(rule.y - rule.to_y) < 0.01
    }


def close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < 0.3 and abs(one[1] - other[1]) < 0.3


@pytest.mark.parametrize("goes", [(10, 7), (25, 20, 15)])
def test_rows_stand_where_they_would_stand_had_they_been_printed_at_once(empty_desk: Desk, goes) -> None:
    pdfs = []
    for count in goes:
        opened = entered(empty_desk, count)
        last = printed(empty_desk, opened).last
        pdfs.append((last.sheet if last else 1, print_paper(empty_desk, request(opened)).pdf))
    at_once = places(printing.preview(empty_desk, request(opened, Grow.ANEW)))
    together: list[dict] = [{} for _ in at_once]
    for start, pdf in pdfs:
        for place, named in enumerate(places(pdf)):
            assert not set(together[start - 1 + place]) & set(named), "a line is printed twice"
            together[start - 1 + place] |= named
    assert [sorted(named) for named in together] == [sorted(named) for named in at_once]
    assert sum(map(len, at_once)) == sum(goes)
    for ours, theirs in zip(together, at_once, strict=True):
        assert all(close(ours[number], theirs[number]) for number in ours)


def test_only_rows_are_drawn_on_the_sheet_in_use(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 3)
    begun = print_paper(empty_desk, request(opened))
    entered(empty_desk, 1)
    more = print_paper(empty_desk, request(opened))
    (first,), (second,) = sheets(begun.pdf), sheets(more.pdf)
    assert "Журнал учета" in first.text
    assert "лист 1" in first.text
    for words in ("Журнал учета", "лист 1", "Расписка", "Примечания", "Экз."):
        assert words not in second.text
    # the new row joins the rule that stands there: its sides begin where the last row ended
    lowest = max(rule.to_y for rule in first.rules)
    assert abs(min(rule.y for rule in second.rules) - lowest) < 0.02
    sides = [rule.x for rule in first.rules if abs(rule.y - rule.to_y) > 1]
    assert {round(rule.x, 1) for rule in second.rules if abs(rule.y - rule.to_y) > 1} <= {
        round(x, 1) for x in sides
    }


def test_the_codes_of_its_printings_stand_side_by_side(empty_desk: Desk) -> None:
    codes = []
    for _ in range(3):
        opened = entered(empty_desk, 1)
        codes.append(print_paper(empty_desk, request(opened)))
    at = []
    for done in codes:
        (sheet,) = sheets(done.pdf)
        (piece,) = [piece for piece in sheet.pieces if done.code in piece.text]
        at.append((piece.left, piece.right, round(piece.y, 1)))
    assert at[0][1] < at[1][0] < at[1][1] < at[2][0]
    assert len({y for *_, y in at}) == 1
    assert all(empty_desk.check_paper(done.code).whole for done in codes)


def test_a_sheet_that_has_no_room_for_a_code_takes_no_more_lines(empty_desk: Desk, monkeypatch) -> None:
    from dspdesk.reports.kit.growing import GrowingTable

    monkeypatch.setattr(GrowingTable, "most_codes", 2)
    for _ in range(3):
        opened = entered(empty_desk, 1)
        print_paper(empty_desk, request(opened))
    assert [line.sheet for line in printed(empty_desk, opened).lines] == [1, 1, 2]


def test_nothing_new_is_refused_and_nothing_is_written(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 2)
    print_paper(empty_desk, request(opened))
    before = counts(empty_desk)
    refused("nothing_new_to_print", lambda: print_paper(empty_desk, request(opened)))
    refused("nothing_new_to_print", lambda: printing.preview(empty_desk, request(opened)))
    refused("no_such_sheet", lambda: print_paper(empty_desk, request(opened, Grow.SHEET, 2)))
    assert counts(empty_desk) == before
    entered(empty_desk, 1)
    print_paper(empty_desk, request(opened))


def test_a_printed_line_stays_whatever_becomes_of_its_entry(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 6)
    print_paper(empty_desk, request(opened))
    before = printed(empty_desk, opened).lines
    registration.annul(empty_desk, Annul(item_id=2, reason="внесено дважды"))
    correct(empty_desk, 3, summary="о другом " * 40)
    factories.registered(empty_desk, late_after=3, their_number="9")  # 3а
    factories.registered(empty_desk, their_number="10")
    now = standing(empty_desk, opened, "ru")
    assert now.new == 2
    assert [(one.number[-7:], [n for n, _ in one.columns]) for one in now.changed] == [
        ("№ 2 ДСП", [14]),
        ("№ 3 ДСП", [4]),
    ]
    done = print_paper(empty_desk, request(opened))
    after = printed(empty_desk, opened)
    assert after.lines[:6] == before
    # in the order of entry: the lettered one that came late stands below
    assert [number for named in places(done.pdf) for number in named] == ["3а", "7"]


def correct(desk: Desk, item_id: int, **changes) -> None:
    from dspdesk.procedures.registration import Correct
    from dspdesk.queries.item import item

    found = item(desk, item_id)
    assert found is not None
    entry = dataclasses.replace(found.entry, **changes)
    registration.correct(desk, Correct(item_id=item_id, entry=entry, reason="исправлено"))


def test_what_was_added_by_hand_is_asked_about_no_more(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 3)
    print_paper(empty_desk, request(opened))
    registration.annul(empty_desk, Annul(item_id=2, reason="ошибка"))
    assert [one.key for one in standing(empty_desk, opened, "ru").changed] == ["item:2"]
    assert note(empty_desk, opened) == 1
    assert standing(empty_desk, opened, "ru").changed == ()
    before = counts(empty_desk)
    assert note(empty_desk, opened) == 0
    assert counts(empty_desk) == before
    assert empty_desk.verify() == []


def test_a_spoiled_sheet_is_drawn_from_what_was_printed(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 4)
    first = print_paper(empty_desk, request(opened))
    entered(empty_desk, 2)
    second = print_paper(empty_desk, request(opened))
    correct(empty_desk, 2, summary="совсем о другом " * 30)  # would be higher than what stands there
    again = print_paper(empty_desk, request(opened, Grow.SHEET, 1))
    (sheet,) = sheets(again.pdf)
    assert "совсем о другом" not in sheet.text
    assert all(done.code in sheet.text for done in (first, second, again))
    (named,) = places(again.pdf)
    old = places(first.pdf)[0] | places(second.pdf)[0]
    assert sorted(named) == sorted(old)
    assert all(close(named[number], old[number]) for number in named)
    with raw(empty_desk) as connection:
        spoiled = connection.execute("SELECT spoiled_sheets FROM printout ORDER BY id").fetchall()
    assert spoiled == [(0,), (1,), (0,)]
    entered(empty_desk, 1)
    after = print_paper(empty_desk, request(opened))
    (piece,) = [piece for piece in sheets(after.pdf)[0].pieces if after.code in piece.text]
    assert piece.left > max(p.right for p in sheet.pieces if again.code in p.text)
    assert empty_desk.verify() == []


def test_all_anew_begins_another_series(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 3)
    print_paper(empty_desk, request(opened))
    factories.registered(empty_desk, late_after=1, their_number="9")
    anew = print_paper(empty_desk, request(opened, Grow.ANEW))
    series = printed(empty_desk, opened)
    assert (series.number, len(series.lines)) == (2, 4)
    assert "лист 1" in sheets(anew.pdf)[0].text
    with raw(empty_desk) as connection:
        assert connection.execute("SELECT count(*) FROM printed_line").fetchone() == (7,)


def test_each_language_grows_by_itself(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 2)
    print_paper(empty_desk, request(opened))
    kazakh = print_paper(empty_desk, request(opened, language="kk"))
    assert "1-парақ" in sheets(kazakh.pdf)[0].text
    assert len(printed(empty_desk, opened, "kk").lines) == len(printed(empty_desk, opened).lines) == 2


def test_skipped_numbers_are_one_line(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 2)
    skip = numbers.SkipNumbers(journal_id=opened, first=3, last=5, reason="бланки испорчены")
    numbers.skip(empty_desk, skip)
    print_paper(empty_desk, request(opened))
    entered(empty_desk, 1)
    done = print_paper(empty_desk, request(opened))
    keys = [line.key for line in printed(empty_desk, opened).lines]
    assert [key.partition(":")[0] for key in keys] == ["item", "item", "skipped", "item"]
    assert "бланки испорчены" not in sheets(done.pdf)[0].text


def test_a_line_longer_than_a_sheet_goes_over(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 1)
    factories.registered(empty_desk, their_number="8", summary="о проверке " * 260)
    done = print_paper(empty_desk, request(opened))
    assert done.sheets >= 2
    keys = [line.key for line in printed(empty_desk, opened).lines]
    assert keys[:3] == ["item:1", "item:2", "item:2/2"]
    assert standing(empty_desk, opened, "ru").changed == ()
    again = print_paper(empty_desk, request(opened, Grow.SHEET, 2))
    assert sheets(again.pdf)[0].text.count("проверке") == sheets(done.pdf)[1].text.count("проверке")


def test_the_inscriptions_come_onto_the_last_sheet_when_the_journal_is_closed(desk: Desk) -> None:
    last_year = journal(desk, JournalKind.INCOMING, TODAY.year - 1)
    assert last_year is not None
    before = print_paper(desk, request(last_year.id))
    assert "Количество пронумерованных листов" not in " ".join(sheet.text for sheet in sheets(before.pdf))
    closed(desk, last_year.id)
    assert standing(desk, last_year.id, "ru").closes
    done = print_paper(desk, request(last_year.id))
    last = sheets(done.pdf)[-1]
    assert "Количество пронумерованных листов" in last.text
    assert "Количество зарегистрированных документов" in last.text
    series = printed(desk, last_year.id)
    assert series.lines[-1].key == CLOSING
    assert f"{series.lines[-1].sheet} (" in last.text
    assert not standing(desk, last_year.id, "ru").something_new
    lowest = max(rule.y for sheet in sheets(before.pdf)[-1:] for rule in sheet.rules)
    if done.sheets == 1 and series.lines[-1].sheet == before.sheets:
        assert min(piece.top for piece in last.pieces if "dspdesk" not in piece.text) > lowest


def test_broken_off_before_it_was_drawn_the_same_lines_come_with_the_next_code(
    empty_desk: Desk, monkeypatch
) -> None:
    opened = entered(empty_desk, 3)

    def broken(*_how: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(growing, "keep", broken)
        with pytest.raises(KeyboardInterrupt):
            print_paper(empty_desk, request(opened))
    assert printed(empty_desk, opened).lines == ()
    with raw(empty_desk) as connection:
        assert connection.execute("SELECT pdf_hash FROM printout").fetchall() == [(None,)]
    print_paper(empty_desk, request(opened))
    assert len(printed(empty_desk, opened).lines) == 3
    assert empty_desk.verify() == []


def test_who_prints_at_the_same_time_is_told(empty_desk: Desk, monkeypatch) -> None:
    opened = entered(empty_desk, 2)
    real, met = growing.plan, []

    def planned(*how):
        found = real(*how)
        if not met:
            met.append(found)
            print_paper(empty_desk, request(opened))  # somebody else is quicker
        return found

    monkeypatch.setattr(growing, "plan", planned)
    refused("printed_meanwhile", lambda: print_paper(empty_desk, request(opened)))
    assert len(printed(empty_desk, opened).lines) == 2
    assert empty_desk.verify() == []


def test_only_the_documentation_service_prints_on(empty_desk: Desk) -> None:
    opened = entered(empty_desk, 1)
    empty_desk.person = dataclasses.replace(empty_desk.person, roles=frozenset({Role.ARCHIVIST}))
    refused("not_entrusted", lambda: print_paper(empty_desk, request(opened)))
    refused("not_entrusted", lambda: note(empty_desk, opened))
