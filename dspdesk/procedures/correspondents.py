"""Correspondents join the directory by being written in a card or a sheet for the first time."""

from sqlalchemy import or_, select

from dspdesk.language.folding import fold
from dspdesk.models import Correspondent
from dspdesk.store.unit_of_work import Step


def known(step: Step, name: str, language: str) -> int | None:
    """The id of a correspondent, entered in the language of the journal when the name is met for the first time."""
    folded = fold(name)
    if not folded:
        return None
    found = step.session.scalar(
        select(Correspondent.id).where(
            or_(Correspondent.folded_kk == folded, Correspondent.folded_ru == folded)
        )
    )
    return found or _entered(step, name, folded, language)


def _entered(step: Step, name: str, folded: str, language: str) -> int:
    correspondent = Correspondent(**row(name, folded, language))
    step.session.add(correspondent)
    step.session.flush()
    return correspondent.id


def row(name: str, folded: str, language: str) -> dict[str, str]:
    """The columns of a correspondent met in a journal of a language."""
    names = {"name_kk": "", "name_ru": "", "folded_kk": "", "folded_ru": ""}
    return names | {f"name_{language}": " ".join(name.split()), f"folded_{language}": folded}
