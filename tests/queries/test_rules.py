"""What a person is told of the rules: place, own words, where enforced."""

import pytest

from dspdesk.law.requirements import ROWS
from dspdesk.queries.rules import explain, own_words, rules

OF_THE_LAW = [row.id for row in ROWS if not row.id.startswith("W")]


@pytest.mark.parametrize("requirement_id", OF_THE_LAW)
def test_the_law_has_words_for_each_place(requirement_id):
    assert own_words(requirement_id, "kk")
    assert bool(own_words(requirement_id, "ru")) is requirement_id.startswith("D")


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("requirement_id", ["OWN", *(row.id for row in ROWS if row.id.startswith("W"))])
def test_the_programs_own_rules_have_no_words_of_the_law(requirement_id, language):
    assert own_words(requirement_id, language) == ""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_subparagraph_of_30_has_words_of_its_own(language):
    said = [own_words(f"D30.{number}", language) for number in range(1, 10)]
    assert len(set(said)) == 9
    assert all(f"\n{number}) " in words for number, words in enumerate(said, 1))


@pytest.mark.parametrize(
    ("requirement_id", "words"),
    [
        ("D12a", "в трех экземплярах"),
        ("D12b", 'с пометкой "Лично"'),
        ("D12c", "доплатной корреспонденции"),
        ("D12d", "возвращаются отправителю"),
        ("D12e", "вредоносных программ"),
        ("D14a", "однократность присвоения регистрационного номера"),
        ("D14b", "подлежат перерегистрации"),
        ("D15a", "прошиваются и опечатываются"),
        ("D15b", "литерных и пропущенных номеров"),
        ("D15c", "своевременно отражаться"),
        ("D26-1", "номер и дату разрешения руководителя"),
        ("D42a", "протокола изъятия подлинников"),
        ("D59a", "Лицам, командированным в другие города"),
    ],
)
def test_the_part_cited_says_what_is_demanded(requirement_id, words):
    assert words in own_words(requirement_id, "ru")
    assert len(own_words(requirement_id, "ru").splitlines()) == (2 if requirement_id == "D26-1" else 1)


def test_why():
    place, words = explain("D14a", "kk")
    assert place == "Қағидалардың 14-тармағының екінші бөлігі"
    assert words.startswith('"ҚБПҮ" деген белгісі бар құжаттар мен басылымдарға тіркеу нөмірін берудің')


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_rule_is_listed_once_in_order(language):
    lines = rules(language)
    assert [line.id for line in lines] == [row.id for row in ROWS]
    assert all(line.citation and line.weight for line in lines)


def test_a_line_says_where_and_shown_by_what():
    line = next(line for line in rules("ru") if line.id == "D2")
    assert (line.citation, line.weight, line.planned) == ("пункт 2 Правил", ("warn",), None)
    assert line.where == ("dspdesk.law.secrecy.no_state_secrets",)
    assert all("::" in test for test in line.tests)
