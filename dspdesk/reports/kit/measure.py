"""Where lines break: words measured once, long ones broken, and none lost."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate, takewhile

from dspdesk.reports.kit.fonts import STAND_INS, face

#: Width of the narrowest signs in parts of the size.
NARROWEST = 0.25
_VOWELS = "аеёиоуыэюяәіөұүaeiouy"
#: Places where a long number may break: after a slash, a dash, a dot or a comma.
_JOINTS = re.compile(r"[^/\\–—.,_-]*[/\\–—.,_-]+|[^/\\–—.,_-]+")

_ODD = re.compile(f"[{''.join(map(chr, STAND_INS))}]")


class _Glyphs(dict[str, float]):
    """Widths of single characters; what the face lacks is as wide as the sign it draws instead."""

    def __init__(self, name: str, size: float) -> None:
        super().__init__()
        self._font = face(name).face
        self._size = size

    def __missing__(self, character: str) -> float:
        font = self._font
        self[character] = width = font.charWidths.get(ord(character), font.defaultWidth) * self._size / 1000
        return float(width)


class Measure(dict[str, float]):
    """Widths of words in points in one face and size; each word is measured once.

    One is made for a drawing and goes with it: what papers say does not stay in memory.
    """

    def __init__(self, name: str, size: float) -> None:
        super().__init__()
        self.size = size
        self._glyphs = _Glyphs(name, size)
        self.space = self[" "]

    def __missing__(self, word: str) -> float:
        self[word] = width = self._sum(word)
        return width

    def lines(self, text: str, room: float) -> list[str]:
        """The text in lines no wider than `room`; an empty text has none. Line breaks in the text stay."""
        text = tidy(text)
        # no use measuring as one what cannot fit, were it all of the narrowest letters
        if len(text) * self.size * NARROWEST <= room and self[text] <= room and "\n" not in text:
            return [text] if text else []
        return [line for paragraph in text.split("\n") for line in self._fill(paragraph, room)]

    def _fill(self, paragraph: str, room: float) -> Iterator[str]:
        line, used = "", 0.0
        for glue, word in self._pieces(paragraph, room):
            width = self[word]
            wider = used + width + (self.space if glue else 0.0)
            if line and wider <= room:
                line, used = f"{line}{glue}{word}", wider
                continue
            if line:
                yield line
            line, used = word, width
        if line:
            yield line

    def _pieces(self, paragraph: str, room: float) -> Iterator[tuple[str, str]]:
        """The words with what joins each to the one before: a space, or nothing inside a broken word."""
        for word in paragraph.split(" "):
            if not word:
                continue
            if self[word] <= room:
                yield " ", word
            elif "\N{NO-BREAK SPACE}" in word:  # too wide to be kept together
                yield from self._pieces(word.replace("\N{NO-BREAK SPACE}", " "), room)
            else:
                yield from zip((" ", *[""] * len(word)), self._broken(word, room), strict=False)

    def _broken(self, word: str, room: float) -> Iterator[str]:
        for part in _JOINTS.findall(word):
            rest = part
            while self[rest] > room:
                head, rest = self._split(rest, room)
                yield head
            yield rest

    def _split(self, word: str, room: float) -> tuple[str, str]:
        """As much of the word as fits: with a hyphen after a syllable, but in a number anywhere and without one."""
        ends = accumulate(map(self._glyphs.__getitem__, word))
        fits = max(1, sum(1 for _ in takewhile(lambda end: end <= room, ends)))
        if not any(map(str.isdigit, word)):
            for at in range(fits, 1, -1):
                head = f"{word[:at]}-"
                if _syllable_ends(word, at) and self._sum(head) <= room:
                    return head, word[at:]
        return word[:fits], word[fits:]

    def _sum(self, text: str) -> float:
        """A width that is not worth keeping."""
        return sum(map(self._glyphs.__getitem__, text))


def tidy(text: str) -> str:
    """The text as it can be set: letters and their marks in one sign, no signs without a shape."""
    if _ODD.search(text):
        text = text.translate(STAND_INS)
    # the number sign is never left alone at the end of a line
    return unicodedata.normalize("NFC", text).strip(" \n").replace("№ ", "№\N{NO-BREAK SPACE}")


def _syllable_ends(word: str, at: int) -> bool:
    """A break between a vowel and a consonant, with letters on both sides that are not left alone."""
    before, after = word[at - 1].lower(), word[at].lower()
    company = word[at - 2].isalpha() and word[at + 1 : at + 2].isalpha()
    return company and before in _VOWELS and after.isalpha() and after not in _VOWELS and after not in "ьъй"
