"""Cards taken out of abstract publications, recorded on a real store."""

import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.abstract_extraction import TakenOut
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import abstract_extraction as procedures
from dspdesk.procedures import store_papers
from dspdesk.procedures.abstract_extraction import TakeOut
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries import copying
from dspdesk.queries.item import item
from dspdesk.queries.service_workers import service_workers
from dspdesk.queries.signatures import printouts
from tests.factories import TODAY, account, appointed, employee, entrusted, registered, service_head
from tests.reports.reading import sheets


@pytest.fixture
def bulletin(empty_desk: Desk) -> int:
    """An abstract publication."""
    return registered(
        empty_desk,
        journal=JournalKind.PUBLICATIONS,
        kind="Бюллетень",
        summary="рефераты, выпуск 2",
        copies=(1,),
    ).id


def taken(desk: Desk, item_id: int, **changes) -> int:
    how = {
        "made_on": TODAY, "cards": "№ 14, 15", "count": 2, "finding": "не содержат", "first_worker_id": 1,
        "second_worker_id": service_head(desk),
    }  # fmt: skip
    form_id = changes.pop("form_id", uuid.uuid4().hex)
    return procedures.take_out(
        desk, TakeOut(item_id=item_id, taken=TakenOut(**(how | changes)), form_id=form_id)
    )


def extractions(desk: Desk, item_id: int) -> list[tuple]:
    """What the store holds of a publication: cards, their count, the two who attest."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT cards, count, first_worker_id, second_worker_id FROM abstract_extraction WHERE item_id = ?",
            (item_id,),
        )
        return [tuple(row) for row in rows]


def refused(desk: Desk, item_id: int, **changes) -> list[str]:
    service_head(desk)
    before = item(desk, item_id).history
    with pytest.raises(Refused) as caught:
        taken(desk, item_id, **changes)
    assert item(desk, item_id).history == before
    assert extractions(desk, item_id) == []
    return [finding.code for finding in caught.value.findings]


def test_two_workers_attest_it_and_the_register_notes_it(empty_desk, bulletin):
    key = taken(empty_desk, bulletin, form_id="one")
    assert taken(empty_desk, bulletin, form_id="one") == key
    assert extractions(empty_desk, bulletin) == [("№ 14, 15", 2, 1, service_head(empty_desk))]
    with empty_desk.reading() as connection:
        assert copying.notes_of(connection, [bulletin])[bulletin] == [
            "18.11.2026 изъято карточек (листов): 2 (№ 14, 15), учитываются как несекретные"
        ]
    assert item(empty_desk, bulletin).history[-1].tag == "copying:cards:taken_out"
    assert empty_desk.verify() == []


def test_one_signature_where_two_are_needed(empty_desk, bulletin):
    assert refused(empty_desk, bulletin, second_worker_id=None) == ["two_workers_sign"]
    assert refused(empty_desk, bulletin, second_worker_id=1) == ["two_different_workers"]


def test_somebody_of_another_unit_does_not_attest(empty_desk, bulletin):
    stranger = employee(empty_desk, "Ким А.В.")
    appointed(empty_desk, stranger)
    assert refused(empty_desk, bulletin, second_worker_id=stranger) == ["not_of_the_service"]
    entrusted(empty_desk, stranger)
    taken(empty_desk, bulletin, second_worker_id=stranger)


def test_of_a_document_no_cards_are_taken(empty_desk):
    assert refused(empty_desk, registered(empty_desk).id) == ["not_a_publication"]


def test_workers_of_the_service(empty_desk):
    head = service_head(empty_desk)
    account(empty_desk, "kim", Role.CLERK, name="Ким А.В.")
    account(empty_desk, "omar", Role.LIBRARIAN, name="Омаров Д.Т.")
    names = [worker.name("ru") for worker in service_workers(empty_desk, TODAY)]
    assert names == ["Ахметов Б.К.", "Жүнісова Ә.Қ.", "Ким А.В."]
    assert head in {worker.id for worker in service_workers(empty_desk, TODAY)}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_attestation_names_both_and_waits_for_both(empty_desk, bulletin, language):
    key = taken(empty_desk, bulletin)
    about = f"abstract_extraction:{key}"
    words = sheets(store_papers.draw(empty_desk, "abstract_extraction", about, language, ""))[0].text
    assert "Ахметов Б.К." in words
    assert "Жүнісова Ә.Қ." in words
    assert "№ 14, 15" in words
    assert [one.employee_id for one in store_papers.awaited(empty_desk, "abstract_extraction", about)] == [
        1,
        service_head(empty_desk),
    ]


def test_the_attestation_that_waits_is_known_by_its_publication(empty_desk, bulletin):
    about = f"abstract_extraction:{taken(empty_desk, bulletin)}"
    print_paper(empty_desk, PaperRequest(paper="abstract_extraction", language="ru", about=about))
    (row,) = printouts(empty_desk)
    assert row.title == "Отметка об изъятии карточек, № 1\N{NO-BREAK SPACE}ДСП"
