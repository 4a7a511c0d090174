"""Names that may be two spellings of one body."""

import random
import time

import pytest

from dspdesk.language.likeness import Likeness, alike

SAME, SHORT, NEAR = Likeness


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("АО «Казахтелеком»", 'АО "Казахтелеком"', SAME),
        ("Казахтелеком", "АО «Казахтелеком»", SAME),
        ("Казах телеком", "Казахтелеком", SAME),
        ("Министерство финансов РК", "Министерство финансов Республики Казахстан", SAME),
        ("Министерство финансов", "Минфин РК", SAME),
        ("Министерству финансов", "Министерство финансов", SAME),
        ("ҚР Қаржы министрлігі", "Қазақстан Республикасының Қаржы министрлігі", SAME),
        ("ҚР Қаржы министрлігі", "Қаржы министрлігі", SAME),
        ("Қаржы министрлігі", "Каржы министрлиги", SAME),
        ("Акимат г. Астаны", "Акимат города Астана", SAME),
        ("Комитет по проверке", "по проверке Комитет", SAME),
        ("Высшая аудиторская палата", "ВАП", SHORT),
        ("Комитет национальной безопасности", "КНБ", SAME),
        ("Генеральная прокуратура", "Генеральная прокуртура", NEAR),
        ("Акимат города Костанай", "Акимат города Кустанай", NEAR),
    ],
)
def test_spellings_of_one_body(one, other, why):
    assert list(alike([(7, one), (3, other)])) == [(3, 7, why)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Школа № 12", "Школа № 13"),
        ("Министерство финансов", "Министерство обороны"),
        ("Акимат Восточно-Казахстанской области", "Акимат Западно-Казахстанской области"),
        ("Комитет государственных доходов", "Департамент государственных доходов"),
        ("Акимат г. Астаны", "Аппарат акимата г. Астаны"),
        ("РК", "Республика Казахстан"),
        ("", "«»"),
    ],
)
def test_two_bodies(one, other):
    assert not list(alike([(1, one), (2, other)]))


def test_a_pair_is_told_once_and_never_of_itself():
    pairs = list(alike([(1, "Минфин"), (1, "Минфин РК"), (2, "минфин"), (2, "Министерство финансов")]))
    assert pairs == [(1, 2, SAME)]


def test_many_names_take_little_time():
    chance = random.Random(1)
    letters = "абвгдеклмнопрст"
    word = lambda: "".join(chance.choices(letters, k=9))  # noqa: E731
    names = [(key, f"Акимат {word()} района {word()} области") for key in range(5_000)]
    names += [(key, f"Акимат района {word()}") for key in range(5_000, 10_000)]  # one great bucket
    began = time.perf_counter()
    list(alike(names))
    assert time.perf_counter() - began < 10  # comparing each with each takes minutes
