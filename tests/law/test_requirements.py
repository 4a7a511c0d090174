"""The table of requirements: every place in a person's words, in both languages."""

import pytest

from dspdesk.law.citations import OWN, PARTS, Act, Place, cite, place_of
from dspdesk.law.requirements import ROWS, TABLE, Way, citation

#: The places that are not simply a paragraph, written down by hand.
PLACES = {
    "D12": (
        "части первая и вторая пункта 12 Правил",
        "Қағидалардың 12-тармағының бірінші және екінші бөліктері",
    ),
    "D12a": ("часть третья пункта 12 Правил", "Қағидалардың 12-тармағының үшінші бөлігі"),
    "D12b": ("часть первая пункта 12 Правил", "Қағидалардың 12-тармағының бірінші бөлігі"),
    "D12c": ("часть четвертая пункта 12 Правил", "Қағидалардың 12-тармағының төртінші бөлігі"),
    "D12d": ("часть пятая пункта 12 Правил", "Қағидалардың 12-тармағының бесінші бөлігі"),
    "D12e": ("часть шестая пункта 12 Правил", "Қағидалардың 12-тармағының алтыншы бөлігі"),
    "D14a": ("часть вторая пункта 14 Правил", "Қағидалардың 14-тармағының екінші бөлігі"),
    "D14b": ("часть вторая пункта 14 Правил", "Қағидалардың 14-тармағының екінші бөлігі"),
    "D15a": ("часть вторая пункта 15 Правил", "Қағидалардың 15-тармағының екінші бөлігі"),
    "D15b": ("часть третья пункта 15 Правил", "Қағидалардың 15-тармағының үшінші бөлігі"),
    "D15c": ("часть четвертая пункта 15 Правил", "Қағидалардың 15-тармағының төртінші бөлігі"),
    "D42a": ("часть вторая пункта 42 Правил", "Қағидалардың 42-тармағының екінші бөлігі"),
    "D59a": ("часть вторая пункта 59 Правил", "Қағидалардың 59-тармағының екінші бөлігі"),
    **{
        f"D30.{n}": (f"подпункт {n}) пункта 30 Правил", f"Қағидалардың 30-тармағының {n}) тармақшасы")
        for n in range(1, 10)
    },
    "D26-1": ("пункт 26-1 Правил", "Қағидалардың 26-1-тармағы"),
    "OWN": ("правило программы", "бағдарламаның қағидасы"),
}
#: Paragraphs that are met as a whole.
WHOLE_D = [2, *range(7, 12), *range(13, 30), *range(31, 63)]
WHOLE_O = [2, 3, 4, 6, *range(8, 19)]
PLACES |= {f"D{n}": (f"пункт {n} Правил", f"Қағидалардың {n}-тармағы") for n in WHOLE_D}
PLACES |= {f"O{n}": (f"пункт {n} Типового положения", f"Үлгілік ереженің {n}-тармағы") for n in WHOLE_O}
PLACES |= {f"W{n}": ("правило программы", "бағдарламаның қағидасы") for n in range(1, 13)}


@pytest.mark.parametrize(
    ("requirement_id", "russian", "kazakh"), [(id_, *said) for id_, said in PLACES.items()]
)
def test_the_place_in_a_persons_words(requirement_id, russian, kazakh):
    assert (citation(requirement_id, "ru"), citation(requirement_id, "kk")) == (russian, kazakh)


def test_every_row_has_its_place_here():
    assert {row.id for row in ROWS} | {OWN} == set(PLACES)
    assert all(TABLE[row.id] is row for row in ROWS)


def test_own_is_no_requirement():
    assert OWN not in TABLE


@pytest.mark.parametrize("requirement_id", ["", "D", "D1", "D12f", "D63", "D30.10", "O1", "W13", "own"])
def test_an_unknown_id_is_an_error_of_ours(requirement_id):
    with pytest.raises(KeyError):
        citation(requirement_id, "ru")


def test_an_id_names_its_place():
    assert place_of("D30.7") == Place(Act.RULES, "30", (), 7)
    assert place_of("D12") == Place(Act.RULES, "12", (1, 2))
    assert place_of("D26-1") == Place(Act.RULES, "26-1")
    assert place_of("O17") == Place(Act.MODEL_REGULATION, "17")
    assert place_of("W9") == place_of(OWN) == Place(Act.PROGRAM)


def test_only_requirements_stand_in_parts():
    assert set(PARTS) <= set(TABLE)
    assert {row.id for row in ROWS if row.id[-1].isalpha()} | {"D12"} == set(PARTS)


def test_several_parts_are_joined():
    place = Place(Act.RULES, "61", (1, 3))
    assert cite(place, "ru") == "части первая и третья пункта 61 Правил"
    assert cite(place, "kk") == "Қағидалардың 61-тармағының бірінші және үшінші бөліктері"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_says_how_it_is_met_and_what_is_left(row):
    assert row.weight
    assert len(set(row.weight)) == len(row.weight)
    assert row.planned is None or 2 <= row.planned <= 10
    assert row.planned or row.where


def test_ways_are_the_words_of_the_table():
    assert [way.value for way in Way] == ["refuse", "warn", "record", "hint", "remind", "print"]


@pytest.mark.parametrize("row", [row for row in ROWS if row.id.startswith("O")], ids=lambda row: row.id)
def test_the_commission_comes_with_issue_6(row):
    assert row.planned == 6
    # the vote is a rule already, for the command line; its records come with the commissions
    assert row.where == (("dspdesk.law.voting.outcome",) if row.id == "O17" else ())
