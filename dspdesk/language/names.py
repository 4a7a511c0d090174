"""Names of people as papers write them."""


def initials(surname: str, given: str = "", patronymic: str = "") -> str:
    """Surname and initials: «Ахметов Б.С.», «Ким А.-М.»; parts not known are left out."""
    return f"{surname.strip()} {_initial(given)}{_initial(patronymic)}".strip()


def shortened(name: str) -> str:
    """A listed name as papers write it: «Ахметов Болат Кайратович» and «Б. К. Ахметов» are «Ахметов Б.К.»."""
    words = name.split()
    given = [word for word in words if "." in word]
    others = [word for word in words if "." not in word]
    if given and others:
        return f"{' '.join(others)} {''.join(given)}"
    return initials(*words[:3]) if words else ""


def _initial(name: str) -> str:
    first = name.split()[:1]
    return "-".join(f"{part[0].upper()}." for part in "".join(first).split("-") if part)
