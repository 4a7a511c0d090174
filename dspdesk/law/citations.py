"""Places in the law, and the words by which a person is shown them: "часть вторая пункта 14 Правил"."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """The act a requirement stands in; the value is the name of the text that ships with the program."""

    RULES = "decree-1196"  # the Rules of decree 1196
    MODEL_REGULATION = "order-92"  # the model regulation of order 92
    PROGRAM = ""  # a rule of the program's own


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an act: a paragraph, only some of its parts, or one of its subparagraphs."""

    act: Act
    paragraph: str = ""
    parts: tuple[int, ...] = ()
    subparagraph: int | None = None


#: What findings are marked with that no paragraph stands behind.
OWN = "OWN"

#: The requirements that stand in some parts of a paragraph; the others are met by the paragraph as a whole.
PARTS: dict[str, tuple[int, ...]] = {
    "D12": (1, 2),
    "D12a": (3,),
    "D12b": (1,),
    "D12c": (4,),
    "D12d": (5,),
    "D12e": (6,),
    "D14a": (2,),
    "D14b": (2,),
    "D15a": (2,),
    "D15b": (3,),
    "D15c": (4,),
    "D42a": (2,),
    "D59a": (2,),
}

_ACT_OF = {"D": Act.RULES, "O": Act.MODEL_REGULATION}
_ID = re.compile(r"(?P<act>[DO])(?P<paragraph>\d+(?:-\d+)?)(?:\.(?P<subparagraph>\d+)|[a-z])?")


def place_of(requirement_id: str) -> Place:
    """The place that the id of a requirement names; those of the working day and `OWN` are the program's own."""
    found = _ID.fullmatch(requirement_id)
    if not found:
        return Place(Act.PROGRAM)
    return Place(
        _ACT_OF[found["act"]],
        found["paragraph"],
        PARTS.get(requirement_id, ()),
        int(found["subparagraph"]) if found["subparagraph"] else None,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language names a place; `parts` is for several."""

    own: str
    acts: dict[Act, str]
    ordinals: tuple[str, ...]
    joined: str
    paragraph: str
    part: str
    parts: str
    subparagraph: str


_WORDS = {
    "ru": _Words(
        own="правило программы",
        acts={Act.RULES: "Правил", Act.MODEL_REGULATION: "Типового положения"},
        ordinals=("первая", "вторая", "третья", "четвертая", "пятая", "шестая", "седьмая"),
        joined=" и ",
        paragraph="пункт {paragraph} {act}",
        part="часть {ordinals} пункта {paragraph} {act}",
        parts="части {ordinals} пункта {paragraph} {act}",
        subparagraph="подпункт {subparagraph}) пункта {paragraph} {act}",
    ),
    "kk": _Words(
        own="бағдарламаның қағидасы",
        acts={Act.RULES: "Қағидалардың", Act.MODEL_REGULATION: "Үлгілік ереженің"},
        ordinals=("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші"),
        joined=" және ",
        paragraph="{act} {paragraph}-тармағы",
        part="{act} {paragraph}-тармағының {ordinals} бөлігі",
        parts="{act} {paragraph}-тармағының {ordinals} бөліктері",
        subparagraph="{act} {paragraph}-тармағының {subparagraph}) тармақшасы",
    ),
}


def cite(place: Place, language: str) -> str:
    """The place in a person's words; a rule of the program's own says that it is one."""
    words = _WORDS[language]
    if place.act is Act.PROGRAM:
        return words.own
    return _sentence(place, words).format(
        act=words.acts[place.act],
        paragraph=place.paragraph,
        ordinals=words.joined.join(words.ordinals[part - 1] for part in place.parts),
        subparagraph=place.subparagraph,
    )


def _sentence(place: Place, words: _Words) -> str:
    if place.subparagraph is not None:
        return words.subparagraph
    if not place.parts:
        return words.paragraph
    return words.part if len(place.parts) == 1 else words.parts
