"""The inner inventory grows on paper (D32, W2): new lines at their place, its end when it is asked for."""

import dataclasses
import re

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.growing import CLOSING, HEADING, Grow
from dspdesk.law.kinds import Role
from dspdesk.law.values import SheetCount
from dspdesk.law.withdrawal import Permission
from dspdesk.models import Filing
from dspdesk.procedures import growing, printing
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.growing import NoteByHand
from dspdesk.procedures.printing import PaperRequest, Printed, print_paper
from dspdesk.procedures.signatures import once_more
from dspdesk.procedures.withdrawal import TakeOut, take_out
from dspdesk.queries import cases
from dspdesk.queries import growing as on_paper
from dspdesk.queries import inner_inventory as queries
from dspdesk.queries.growing import INVENTORY, ChangedLine, Standing
from dspdesk.queries.signatures import Shown, printouts
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import sheets
from tests.store.tampering import counts

HEADINGS = ("Письмо о сроках", "Справка о проверке режима хранения документов и изданий " * 2)


def unclassified(desk: Desk, volume: int, count: int, first: int = 1) -> None:
    """So many unclassified documents of two sheets."""
    for n in range(first, first + count):
        line = FileUnregistered(
            volume_id=volume,
            number=f"7-{n}",
            dated=TODAY,
            heading=HEADINGS[n % 2].strip(),
            sheets=2,
            on=TODAY,
            form_id=f"line-{volume}-{n}",
        )
        file_unregistered(desk, line)


def request(volume: int, grow: Grow | None = Grow.ON, **changes) -> PaperRequest:
    facts = {"paper": INVENTORY, "language": "ru", "about": f"volume:{volume}", "grow": grow}
    return PaperRequest(**(facts | changes))


def prints(desk: Desk, volume: int, grow: Grow | None = Grow.ON, **changes) -> Printed:
    return print_paper(desk, request(volume, grow, **changes))


def standing(desk: Desk, volume: int, language: str = "ru") -> Standing:
    return on_paper.standing(desk, INVENTORY, f"volume:{volume}", language)


def series(desk: Desk, volume: int, language: str = "ru"):
    with desk.reading() as connection:
        return on_paper.series(connection, INVENTORY, f"volume:{volume}", language)


def asked(desk: Desk, question, *given):
    with desk.reading() as connection:
        return question(connection, *given)


def refused(code: str, step) -> None:
    with pytest.raises(Refused) as why:
        step()
    assert [finding.code for finding in why.value.findings] == [code]


def lines_of(pdf: bytes) -> list[dict[str, tuple[float, float]]]:
    """Where the number in order of each line stands, sheet by sheet; on fresh sheets the heads have numbers, too."""
    found = []
    for sheet in sheets(pdf):
        heads = {round(piece.y, 1) for piece in sheet.pieces if piece.text == "6" and piece.x > 150}
        found.append(
            {
                piece.text: (piece.x, piece.y)
                for piece in sheet.pieces
                if piece.x < 40 and re.fullmatch(r"\d+", piece.text) and round(piece.y, 1) not in heads
            }
        )
    return found


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A volume with a registered document on sheets 1 to 15."""
    made = factories.case_opened(empty_desk)
    factories.filed(empty_desk, made, factories.registered(empty_desk, sheets=SheetCount(4, 11)).id)
    return made


def test_lines_say_what_appendix_3_asks(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 1)
    (sheet,) = sheets(prints(empty_desk, volume, None).pdf)
    for words in (
        'Внутренняя опись документов дела с пометкой "ДСП" № 01-03, т. 1',
        "Для служебного пользования",
        "1 ДСП",
        "1–15",
        "7-1",
        "16–17",
        "2 (два)",
        "1 (один)",
        "лист 1 из 1",
        f"{TODAY:%d.%m.%Y}",
    ):
        assert words in sheet.text, words
    (kazakh,) = sheets(prints(empty_desk, volume, None, language="kk").pdf)
    assert '№ 01-03, 1-том "ҚБПҮ" деген белгісі бар істер құжаттарының ішкі тізімдемесі' in kazakh.text
    assert "(санмен және жазумен)" in kazakh.text


def test_three_goes_stand_where_one_would(empty_desk: Desk, volume: int) -> None:
    pdfs, first = [], 1
    for count in (24, 20, 15):
        unclassified(empty_desk, volume, count, first)
        first += count
        last = series(empty_desk, volume).last
        pdfs.append((last.sheet if last else 1, prints(empty_desk, volume).pdf))
    at_once = lines_of(printing.preview(empty_desk, request(volume, Grow.ANEW)))
    together: list[dict] = [{} for _ in at_once]
    for start, pdf in pdfs:
        for place, named in enumerate(lines_of(pdf)):
            assert not set(together[start - 1 + place]) & set(named), "a line is printed twice"
            together[start - 1 + place] |= named
    assert [sorted(named) for named in together] == [sorted(named) for named in at_once]
    assert sum(map(len, at_once)) == 60
    for ours, theirs in zip(together, at_once, strict=True):
        for key, (x, y) in ours.items():
            assert abs(theirs[key][0] - x) < 0.3
            assert abs(theirs[key][1] - y) < 0.3


def test_only_rows_come_onto_the_sheet_in_use(empty_desk: Desk, volume: int) -> None:
    prints(empty_desk, volume)
    unclassified(empty_desk, volume, 1)
    more = prints(empty_desk, volume)
    (sheet,) = sheets(more.pdf)
    for words in ("Внутренняя опись", "Примечание", "лист 1", "Итого", "Для служебного"):
        assert words not in sheet.text
    assert "7-1" in sheet.text
    assert more.code in sheet.text


def test_its_end_is_printed_when_it_is_asked_for(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 2)
    assert "Итого" not in sheets(prints(empty_desk, volume).pdf)[0].text
    assert printouts(empty_desk) == []
    now = standing(empty_desk, volume)
    assert (now.something_new, now.may_finish, now.finished) == (False, True, False)
    refused("nothing_new_to_print", lambda: prints(empty_desk, volume))
    (sheet,) = sheets(prints(empty_desk, volume, finish=True).pdf)
    assert "3 (три)" in sheet.text
    assert "Количество листов внутренней описи" in sheet.text
    assert "1 (один)" in sheet.text
    assert series(empty_desk, volume).lines[-1].key == CLOSING
    assert standing(empty_desk, volume).finished
    assert asked(empty_desk, queries.finished, volume)
    (waiting,) = printouts(empty_desk)
    assert (waiting.paper, waiting.sheet, len(waiting.signers)) == (INVENTORY, 1, 1)
    refused("nothing_new_to_print", lambda: prints(empty_desk, volume, finish=True))
    again = once_more(empty_desk, waiting.id)
    assert again == request(volume, Grow.SHEET, sheet=1)
    assert "3 (три)" in sheets(print_paper(empty_desk, again).pdf)[0].text


def test_a_finished_one_is_begun_anew(empty_desk: Desk, volume: int) -> None:
    prints(empty_desk, volume, finish=True)
    unclassified(empty_desk, volume, 1)
    before = counts(empty_desk)
    refused("paper_finished", lambda: prints(empty_desk, volume))
    refused("paper_finished", lambda: prints(empty_desk, volume, finish=True))
    assert counts(empty_desk) == before
    now = standing(empty_desk, volume)
    assert (now.new, now.may_finish, now.finished) == (1, False, True)
    assert not asked(empty_desk, queries.finished, volume)  # a line is missing
    (sheet,) = sheets(prints(empty_desk, volume, Grow.ANEW, finish=True).pdf)
    assert "2 (два)" in sheet.text
    assert series(empty_desk, volume).number == 2
    assert len(printouts(empty_desk)) == 1
    assert len(printouts(empty_desk, Shown.SET_ASIDE)) == 1


def test_an_empty_volume_has_nothing_to_print(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    before = counts(empty_desk)
    for finish in (False, True):
        refused("nothing_new_to_print", lambda finish=finish: prints(empty_desk, volume, finish=finish))
    assert counts(empty_desk) == before
    assert not standing(empty_desk, volume).may_finish


def written(desk: Desk, volume: int, ordinal: int, **changes) -> int:
    """What other procedures write on a line."""
    with desk.transaction("test:line:changed") as step:
        (line,) = step.session.query(Filing).filter_by(volume_id=volume, ordinal=ordinal)
        for name, value in changes.items():
            setattr(line, name, value)
        return line.id


def test_notes_on_printed_lines_are_told_for_writing_by_hand(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 3)
    prints(empty_desk, volume)
    key, day = cases.volume(empty_desk, volume).lines[1].id, f"{TODAY:%d.%m.%Y}"
    permission = Permission(number="3", on=TODAY, by_id=factories.service_head(empty_desk))
    command = TakeOut(
        volume_id=volume,
        lines=(key,),
        permission=permission,
        why="по запросу",
        on=TODAY,
        form_id="out",
    )
    take_out(empty_desk, command)
    note = f"изъят {day}, разрешение № 3 от {day}"
    told = ChangedLine(f"filing:{key}", 1, f"№ п/п 2 (7-1, {day})", ((6, note),))
    assert standing(empty_desk, volume).changed == (told,)
    assert not standing(empty_desk, volume).something_new
    by_hand = NoteByHand(paper=INVENTORY, subject=f"volume:{volume}", language="ru")
    assert growing.note(empty_desk, by_hand) == 1
    assert standing(empty_desk, volume).changed == ()
    before = counts(empty_desk)
    assert growing.note(empty_desk, by_hand) == 0
    assert counts(empty_desk) == before
    # what has left is no more among the documents
    (sheet,) = sheets(prints(empty_desk, volume, finish=True).pdf)
    assert "3 (три)" in sheet.text
    assert empty_desk.verify() == []


def test_what_was_struck_out_before_it_was_printed_has_no_line(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 2)
    prints(empty_desk, volume)
    unclassified(empty_desk, volume, 2, 3)
    written(empty_desk, volume, 4, struck_on=TODAY)
    assert asked(empty_desk, queries.unprinted, volume) == 1
    (named,) = lines_of(prints(empty_desk, volume).pdf)
    assert list(named) == ["4"]
    # struck out later, it keeps its line on paper, and the numbers after it stay
    written(empty_desk, volume, 3, struck_on=TODAY)
    ((line,)) = standing(empty_desk, volume).changed
    assert line.number.startswith("№ п/п 3 (7-2")
    assert line.columns == ((6, f"внесён ошибочно, вычеркнут {TODAY:%d.%m.%Y}"),)
    unclassified(empty_desk, volume, 1, 9)
    (named,) = lines_of(prints(empty_desk, volume).pdf)
    assert list(named) == ["5"]
    # all anew, it is gone
    (named,) = lines_of(prints(empty_desk, volume, Grow.ANEW).pdf)
    assert list(named) == ["1", "2", "3", "4"]


def test_a_case_that_became_restricted_is_told_of_its_heading(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    unclassified(empty_desk, volume, 1)
    (first,) = sheets(prints(empty_desk, volume).pdf)
    assert "ДСП" not in first.text
    assert "Для служебного" not in first.text
    assert "Внутренняя опись документов дела № 01-03, т. 1" in first.text
    factories.filed(empty_desk, volume, factories.registered(empty_desk, sheets=SheetCount(2)).id)
    now = standing(empty_desk, volume)
    assert now.changed == (ChangedLine(HEADING, 1, "", ((2, "ДСП"),)),)
    prints(empty_desk, volume)
    command = NoteByHand(paper=INVENTORY, subject=f"volume:{volume}", language="ru")
    assert growing.note(empty_desk, command) == 1
    assert standing(empty_desk, volume).changed == ()
    (again,) = sheets(prints(empty_desk, volume, Grow.SHEET, sheet=1).pdf)
    assert "Для служебного" not in again.text  # as it stood; the mark is set by hand once more
    (anew,) = sheets(prints(empty_desk, volume, Grow.ANEW).pdf)
    assert "Для служебного пользования" in anew.text
    # the mark has its room in both: the first line stands where it stood
    assert abs(lines_of_one(first)["1"][1] - lines_of_one(anew)["1"][1]) < 0.3
    assert empty_desk.verify() == []


def lines_of_one(sheet) -> dict[str, tuple[float, float]]:
    return {p.text: (p.x, p.y) for p in sheet.pieces if p.x < 40 and re.fullmatch(r"\d+", p.text)}


def test_a_spoiled_sheet_is_drawn_from_what_was_printed(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 2)
    first = prints(empty_desk, volume)
    unclassified(empty_desk, volume, 2, 3)
    second = prints(empty_desk, volume, finish=True)
    written(empty_desk, volume, 2, heading="Совсем другой заголовок " * 9)
    again = prints(empty_desk, volume, Grow.SHEET, sheet=1)
    (sheet,) = sheets(again.pdf)
    assert "Совсем другой" not in sheet.text
    assert "5 (пять)" in sheet.text
    assert "Внутренняя опись" in sheet.text
    assert all(done.code in sheet.text for done in (first, second, again))
    old = lines_of(first.pdf)[0] | lines_of(second.pdf)[0]
    (named,) = lines_of(again.pdf)
    assert sorted(named) == sorted(old)
    assert all(abs(named[key][1] - old[key][1]) < 0.3 for key in old)
    refused("no_such_sheet", lambda: prints(empty_desk, volume, Grow.SHEET, sheet=2))


def test_its_sheets_and_what_is_missing_are_counted(empty_desk: Desk, volume: int) -> None:
    unclassified(empty_desk, volume, 59)
    assert asked(empty_desk, queries.unprinted, volume) == 60
    assert asked(empty_desk, queries.sheets_of, volume, "ru") == 0
    whole = prints(empty_desk, volume, None)
    assert asked(empty_desk, queries.sheets_of, volume, "ru") == whole.sheets > 1
    prints(empty_desk, volume, language="kk")
    assert asked(empty_desk, queries.unprinted, volume) == 0
    kazakh = series(empty_desk, volume, "kk").last
    assert kazakh is not None
    assert asked(empty_desk, queries.sheets_of, volume, "ru") == kazakh.sheet
    assert queries.kept(empty_desk, volume) == queries.Kept("01-03, т. 1", "kk")
    assert standing(empty_desk, volume).new == 60  # each language grows by itself


def test_a_volume_that_is_not_there(empty_desk: Desk) -> None:
    for step in (lambda: prints(empty_desk, 99), lambda: prints(empty_desk, 99, None)):
        with pytest.raises(NotThere):
            step()
    with pytest.raises(NotThere):
        queries.kept(empty_desk, 99)


def test_only_the_documentation_service_prints_it(empty_desk: Desk, volume: int) -> None:
    empty_desk.person = dataclasses.replace(empty_desk.person, roles=frozenset({Role.ARCHIVIST}))
    refused("not_entrusted", lambda: prints(empty_desk, volume))
    refused("not_entrusted", lambda: prints(empty_desk, volume, None))
    command = NoteByHand(paper=INVENTORY, subject=f"volume:{volume}", language="ru")
    refused("not_entrusted", lambda: growing.note(empty_desk, command))
