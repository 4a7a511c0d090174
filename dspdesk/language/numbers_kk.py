"""Numbers in Kazakh words. The noun after a number stays singular, so only ordinals ask for endings.

An ordinal takes -ншы/-нші after a vowel and -ыншы/-інші after a consonant, by vowel harmony; елу ends in
a glide and counts as a consonant, жиырма takes -сыншы, and қырық loses its second vowel.
"""

LARGEST = 999_999_999

_ONES = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES = ((1_000_000, "миллион"), (1_000, "мың"))
_ORDINALS = {
    "нөл": "нөлінші",
    "бір": "бірінші",
    "екі": "екінші",
    "үш": "үшінші",
    "төрт": "төртінші",
    "бес": "бесінші",
    "алты": "алтыншы",
    "жеті": "жетінші",
    "сегіз": "сегізінші",
    "тоғыз": "тоғызыншы",
    "он": "оныншы",
    "жиырма": "жиырмасыншы",
    "отыз": "отызыншы",
    "қырық": "қырқыншы",
    "елу": "елуінші",
    "алпыс": "алпысыншы",
    "жетпіс": "жетпісінші",
    "сексен": "сексенінші",
    "тоқсан": "тоқсаныншы",
    "жүз": "жүзінші",
    "мың": "мыңыншы",
    "миллион": "миллионыншы",
}


def in_words_kk(n: int) -> str:
    """The number in words: 2021 «екі мың жиырма бір»; a lone hundred is «жүз», a thousand «бір мың»."""
    if not 0 <= n <= LARGEST:
        raise ValueError(n)
    if n == 0:
        return "нөл"
    words: list[str] = []
    for scale, name in _SCALES:
        group, n = divmod(n, scale)
        if group:
            words += [*_below_thousand(group), name]
    return " ".join([*words, *_below_thousand(n)])


def ordinal_kk(n: int) -> str:
    """The ordinal in words: 1 «бірінші», 6 «алтыншы», 20 «жиырмасыншы»; only the last word changes."""
    *before, last = in_words_kk(n).split()
    return " ".join([*before, _ORDINALS[last]])


def ordinal_suffix_kk(n: int) -> str:
    """The ending read after a figure, "-ші" or "-шы": 5-ші, 6-шы.

    Where the noun follows, the norm writes a plain hyphen and no ending: «2-парақ», «5-тармақ».
    """
    return "-" + ordinal_kk(n)[-2:]


def _below_thousand(n: int) -> list[str]:
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    # one hundred is a bare «жүз»
    words = [_ONES[hundreds] if hundreds > 1 else "", "жүз" if hundreds else "", _TENS[tens], _ONES[ones]]
    return [word for word in words if word]
