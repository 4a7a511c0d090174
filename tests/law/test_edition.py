"""The editions that records remember."""

import pytest

from dspdesk.law.edition import DECREE_1196_679, EDITIONS, IN_FORCE


def test_new_records_are_made_under_the_edition_shipped():
    assert IN_FORCE is DECREE_1196_679
    assert IN_FORCE.id == "decree-1196-679"
    assert IN_FORCE.title["ru"] == "№ 1196 в редакции постановления № 679 от 10.09.2019"


@pytest.mark.parametrize(("id_", "edition"), EDITIONS.items())
def test_an_edition_is_found_by_its_id_and_has_a_title_in_both_languages(id_, edition):
    assert edition.id == id_
    assert set(edition.title) == {"kk", "ru"}
    assert all(edition.title.values())
