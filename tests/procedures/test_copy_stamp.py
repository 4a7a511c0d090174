"""Stickers of copies: what stands on them, and where on the sheet."""

import pytest

from dspdesk.law.copy_stamp import Side
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import copy_stamp
from dspdesk.procedures.copy_stamp import StickerSheet
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries import copy_stamp as queries
from dspdesk.queries.whereabouts import copies_of
from tests.factories import TODAY, permit, registered
from tests.procedures.test_copying import made
from tests.reports.reading import sheets


@pytest.fixture
def letter(empty_desk) -> int:
    """A letter of ours in three copies."""
    return registered(
        empty_desk, journal=JournalKind.OUTGOING, signed_on=TODAY, signatory="Ким А.В.", their_number="",
        their_date=None, executor="Сейтқали Г.М.", copies=(1, 2, 3),
    ).id  # fmt: skip


def sheet(desk, item_id: int, **changes) -> StickerSheet:
    return StickerSheet(copy_ids=[row.id for row in copies_of(desk, item_id)], **changes)


def test_the_back_says_where_the_copies_went_the_file_copy_and_the_executor(empty_desk, letter):
    content = copy_stamp.content(empty_desk, sheet(empty_desk, letter), "ru")
    assert [(one.side, one.copy) for one in content.stickers] == [
        (side, copy) for copy in (1, 2, 3) for side in (Side.FRONT, Side.BACK)
    ]
    assert content.stickers[1].lines == (
        "Экз. № 1, 2 – Министерство финансов РК",
        "Экз. № 3 – в дело (отпуск)",
        "Исп. Сейтқали Г.М.",
    )
    kazakh = copy_stamp.content(empty_desk, sheet(empty_desk, letter), "kk").stickers[1].lines
    assert kazakh[1:] == ("№ 3 дана – іске (жіберілуі)", "Орынд. Сейтқали Г.М.")


def test_what_was_typed_stands_in_place_of_what_the_register_knows(empty_desk, letter):
    wanted = sheet(empty_desk, letter, went="Экз. № 1 – Акимат; Экз. № 2, 3 – в дело", sides=(Side.BACK,))
    (first, *_) = copy_stamp.content(empty_desk, StickerSheet.of(wanted.about), "ru").stickers
    assert first.lines == ("Экз. № 1 – Акимат", "Экз. № 2, 3 – в дело", "Исп. Сейтқали Г.М.")
    nothing = sheet(empty_desk, letter, went="", sides=(Side.BACK,))
    assert copy_stamp.content(empty_desk, StickerSheet.of(nothing.about), "ru").stickers[0].lines == (
        "Исп. Сейтқали Г.М.",
    )


def test_copies_made_in_addition_and_what_was_reproduced_bear_the_note(empty_desk):
    run = registered(empty_desk, copies=tuple(range(1, 41))).id
    made(empty_desk, run, permit(empty_desk, run))
    stickers = copy_stamp.content(empty_desk, sheet(empty_desk, run, sides=tuple(Side)), "ru").stickers
    fronts = [one for one in stickers if one.side is Side.FRONT]
    assert [bool(one.lines) for one in fronts] == [False] * 40 + [True] * 12
    assert {one.printed for one in fronts} == {52}
    noted = [one for one in stickers if one.side is Side.NOTE]
    assert [one.copy for one in noted] == list(range(1, 41))
    assert noted[0].lines == ("Доп. размножено 12 экз. (№ 41–52), разрешение № 3 от 18.11.2026",)


def test_a_filed_copy_is_the_file_copy(empty_desk):
    from dataclasses import replace

    from dspdesk.procedures.registration import register
    from tests.factories import registration_of

    wanted = registration_of(
        journal=JournalKind.OUTGOING,
        signed_on=TODAY,
        signatory="Ким",
        their_number="",
        their_date=None,
        copies=(1,),
    )
    filed = register(empty_desk, replace(wanted, filed_as="02-04")).id
    facts = queries.stamp_facts(empty_desk, filed)
    assert queries.went(facts, "ru") == "Экз. № 1 – в дело 02-04 (отпуск)"
    assert queries.executor(facts, "ru") == ""


def test_printing_keeps_the_copies_and_not_the_layout(empty_desk, letter):
    about = sheet(empty_desk, letter, first=23).about
    printed = print_paper(empty_desk, PaperRequest(paper="copy_stamp", language="ru", about=about))
    assert printed.sheets == 2
    with empty_desk.reading() as connection:
        row = connection.exec_driver_sql("SELECT subject, awaits FROM printout").one()
    assert tuple(row) == ("copy:1,2,3", 0)
    assert printed.code not in " ".join(one.text for one in sheets(printed.pdf))


@pytest.mark.parametrize("wrong", [{"sides": ()}, {"first": 25}, {"first": None}])
def test_what_cannot_be_laid_out_is_refused(empty_desk, letter, wrong):
    with pytest.raises(Refused):
        sheet(empty_desk, letter, **wrong).about  # noqa: B018 - asking is enough


def test_a_sheet_named_without_a_layout_is_as_usual(empty_desk, letter):
    usual = StickerSheet.of("copy:1,2")
    assert (usual.sides, usual.first, usual.in_full, usual.went) == ((Side.FRONT, Side.BACK), 1, True, None)
    assert copy_stamp.draw_paper(empty_desk, "copy:1,2", "kk", "").startswith(b"%PDF")
