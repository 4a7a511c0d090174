"""A paper against the ledger, by the code in its bottom margin."""

import hashlib

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.procedures import printing, registration
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.registration import Annul
from dspdesk.queries.item import item
from dspdesk.queries.paper_words import told
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.store.tampering import unguarded


@pytest.fixture
def card(desk: Desk) -> printing.Printed:
    return printing.print_paper(desk, PaperRequest(paper="registration_card", language="ru", item_ids=(60,)))


def test_a_printing_is_found_by_its_code(desk: Desk, card: printing.Printed) -> None:
    found = desk.check_paper(card.code)
    assert (found.paper, found.subject, found.language) == ("registration_card", "item:60", "ru")
    assert (found.whole, found.later, found.sheets) == (True, 0, card.sheets)
    assert found.pdf_hash == hashlib.sha256(card.pdf).hexdigest()
    assert found.printed_by == "Жүнісова Ә.Қ."


@pytest.mark.parametrize("typed", [str.lower, "dspdesk {}".format, " {} ".format])
def test_a_code_is_read_as_people_type_it(desk: Desk, card: printing.Printed, typed) -> None:
    assert desk.check_paper(typed(card.code)).code == card.code


def test_the_steps_on_it_since_are_counted(desk: Desk, card: printing.Printed) -> None:
    journal = item(desk, 60).journal.id  # type: ignore[union-attr]
    whole = printing.print_paper(
        desk, PaperRequest(paper="registration_journal", language="ru", journal_id=journal)
    )
    registration.annul(desk, Annul(item_id=60, reason="ошибка"))
    registration.annul(desk, Annul(item_id=1, reason="ошибка, но журнал другого года"))
    factories.registered(desk)
    assert desk.check_paper(card.code).later == 1
    assert desk.check_paper(whole.code).later == 2


def test_it_is_told_in_both_languages(desk: Desk, card: printing.Printed) -> None:
    for language in Language:
        use_language(language)
        said = told(desk, desk.check_paper(card.code))
        assert {Language.RU: "Карточка", Language.KK: "карточка"}[language] in said
        assert "№ 45\N{NO-BREAK SPACE}ДСП" in said
        assert "11:42" in said
        assert ".." not in said
    assert set(desk.check_paper(card.code).as_json()) >= {"paper", "whole", "later", "pdf_hash"}


def altered(code: str) -> str:
    return code[:-1] + ("0" if code[-1] != "0" else "1")


@pytest.mark.parametrize(
    "typed",
    [
        altered,
        lambda code: "1" + code,
        lambda code: code[:-1],
        lambda _code: "",
        lambda _code: "код с листа",
        lambda code: "9" * 40 + code[-9:],
        lambda code: f"{int(code[:-9]) + 1}{code[-9:]}",
        lambda code: code[:-9],
    ],
)
def test_a_code_that_is_not_ours_is_told(desk: Desk, card: printing.Printed, typed) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        desk.check_paper(typed(card.code))
    assert refused.value.code == "ledger_code_unknown"
    assert str(refused.value)


def test_a_ledger_changed_before_the_printing_is_told(desk: Desk, card: printing.Printed) -> None:
    with unguarded(desk) as connection:
        connection.execute("UPDATE ledger SET tag = 'x' WHERE id = 30")
    assert desk.check_paper(card.code).whole is False


def test_a_ledger_changed_after_the_printing_does_not_touch_it(desk: Desk, card: printing.Printed) -> None:
    factories.registered(desk)
    with unguarded(desk) as connection:
        connection.execute("UPDATE ledger SET tag = 'x' WHERE id = (SELECT max(id) FROM ledger)")
    assert desk.check_paper(card.code).whole is True
    assert desk.verify() != []
