"""Names of people as papers write them."""


def initials(surname: str, given: str = "", patronymic: str = "") -> str:
    """Surname and initials: «Ахметов Б.С.», «Ким А.-М.»; parts not known are left out."""
    return f"{surname.strip()} {_initial(given)}{_initial(patronymic)}".strip()


def initials_first(surname: str, given: str = "", patronymic: str = "") -> str:
    """Initials and surname, as under a signature: «Б.С. Ахметов»."""
    return f"{_initial(given)}{_initial(patronymic)} {surname.strip()}".strip()


def _initial(name: str) -> str:
    first = name.split()[:1]
    return "-".join(f"{part[0].upper()}." for part in "".join(first).split("-") if part)
