"""Correspondents: met in a card or a sheet for the first time or entered by hand, changed, duplicates joined."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.folding import fold
from dspdesk.law import office as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import Correspondent
from dspdesk.procedures import former_names
from dspdesk.store import bulk
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterCorrespondent:
    """A body that writes to us or is written to; a name in one of the languages is enough."""

    name_kk: str = ""
    name_ru: str = ""
    conditional_name: str = ""
    address_kk: str = ""
    address_ru: str = ""
    number_index: str = ""
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCorrespondent(EnterCorrespondent):
    """What is known of a correspondent now; `renamed_from` is the first day of a new name, if the old one was right."""

    correspondent_id: int
    renamed_from: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCorrespondents:
    """The duplicate is the same body as the one that is kept."""

    duplicate_id: int
    into_id: int
    reason: str


def enter(desk: Desk, command: EnterCorrespondent) -> int:
    """Enter a correspondent; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_CORRESPONDENTS)
    with desk.transaction("office:correspondent:entered") as step:
        settle(_named(step, command, 0), "")
        correspondent = Correspondent(**columns(command))
        step.session.add(correspondent)
        step.session.flush()
        step.subject = f"correspondent:{correspondent.id}"
    return correspondent.id


def change(desk: Desk, command: ChangeCorrespondent) -> None:
    """Change what is known of a correspondent; entries keep the words they were written with. Raises `Refused`."""
    desk.authorize(Action.KEEP_CORRESPONDENTS)
    subject = f"correspondent:{command.correspondent_id}"
    with desk.transaction("office:correspondent:changed") as step:
        kept = step.session.get_one(Correspondent, command.correspondent_id)
        fields, before = columns(command), (kept.name_kk, kept.name_ru)
        names = before, (fields["name_kk"], fields["name_ru"])
        settle(
            [
                law.not_merged(_name(kept), merged=kept.merged_into_id is not None, field=""),
                *_named(step, command, kept.id),
                former_names.consider(desk, step, subject, names, command.renamed_from),
                _differs(kept, fields),
            ],
            command.reason,
        )
        former_names.keep(step, subject, before, command.renamed_from)
        for name, value in fields.items():
            setattr(kept, name, value)
        step.subject, step.reason = subject, command.reason.strip()


def merge(desk: Desk, command: MergeCorrespondents) -> int:
    """Join a duplicate to the one that is kept; returns how many entries now point there. Raises `Refused`.

    Entries keep their written words. The duplicate stays, so that its names go on leading to the one kept, which takes
    from it what it lacks itself.
    """
    desk.authorize(Action.KEEP_CORRESPONDENTS)
    with desk.transaction("office:correspondent:merged") as step:
        duplicate = step.session.get_one(Correspondent, command.duplicate_id)
        kept = step.session.get_one(Correspondent, command.into_id)
        settle(
            [
                law.not_itself(duplicate.id, kept.id),
                law.not_merged(
                    _name(duplicate), merged=duplicate.merged_into_id is not None, field="duplicate_id"
                ),
                law.not_merged(_name(kept), merged=kept.merged_into_id is not None, field="into_id"),
                _reason_given(command.reason),
            ],
            command.reason,
        )
        for name, value in law.taken_over(_known_of(kept), _known_of(duplicate)).items():
            setattr(kept, name, value)
        kept.folded_kk, kept.folded_ru = fold(kept.name_kk), fold(kept.name_ru)
        _lead(step, duplicate, kept.id)
        step.session.flush()
        moved = bulk.repoint(step, "item", "correspondent_id", duplicate.id, kept.id)
        step.subject, step.reason = f"correspondent:{kept.id}", command.reason.strip()
    return moved


def _lead(step: Step, duplicate: Correspondent, into: int) -> None:
    """The duplicate, and what was joined to it before, lead to the one kept: there are no chains to follow."""
    duplicate.merged_into_id = into
    earlier = select(Correspondent).where(Correspondent.merged_into_id == duplicate.id)
    for other in step.session.scalars(earlier):
        other.merged_into_id = into


def known(step: Step, name: str, language: str) -> int | None:
    """The id of a correspondent, entered in the language of the journal when the name is met for the first time.

    A name that was joined to another, or borne before a renaming, leads to the one kept.
    """
    folded = fold(name)
    if not folded:
        return None
    return found(step.connection, folded) or _entered(step, name, folded, language)


def found(connection: Connection, folded: str) -> int | None:
    """The correspondent of a folded name, present or former, `None` for a name not met yet."""
    key = connection.exec_driver_sql(
        "SELECT coalesce(merged_into_id, id) FROM correspondent WHERE folded_kk = ? OR folded_ru = ? "
        "ORDER BY merged_into_id IS NOT NULL, id LIMIT 1",
        (folded, folded),
    ).scalar()
    return key or _formerly(connection).get(folded)


def by_names(connection: Connection) -> dict[str, int]:
    """Every folded name, present or former, with the correspondent that it leads to."""
    rows = connection.exec_driver_sql(
        "SELECT coalesce(merged_into_id, id), folded_kk, folded_ru FROM correspondent "
        "ORDER BY merged_into_id IS NULL, id DESC"
    )
    present = {folded: key for key, *names in rows for folded in names if folded}
    return _formerly(connection) | present


def _formerly(connection: Connection) -> dict[str, int]:
    rows = connection.exec_driver_sql(
        "SELECT coalesce(correspondent.merged_into_id, correspondent.id), former_name.name_kk, former_name.name_ru "
        "FROM former_name JOIN correspondent ON former_name.subject = 'correspondent:' || correspondent.id"
    )
    return {folded: key for key, *names in rows for name in names if (folded := fold(name))}


def _entered(step: Step, name: str, folded: str, language: str) -> int:
    correspondent = Correspondent(**row(name, folded, language))
    step.session.add(correspondent)
    step.session.flush()
    return correspondent.id


def row(name: str, folded: str, language: str) -> dict[str, str]:
    """The columns of a correspondent met in a journal of a language."""
    names = {"name_kk": "", "name_ru": "", "folded_kk": "", "folded_ru": ""}
    return names | {f"name_{language}": " ".join(name.split()), f"folded_{language}": folded}


def columns(command: EnterCorrespondent) -> dict[str, Any]:
    """The columns of a correspondent that a command fills."""
    texts = {name: " ".join(getattr(command, name).split()) for name in _TEXTS}
    folded = {"folded_kk": fold(texts["name_kk"]), "folded_ru": fold(texts["name_ru"])}
    return {**texts, **folded, "foreign": command.foreign}


_TEXTS = ("name_kk", "name_ru", "conditional_name", "address_kk", "address_ru", "number_index")


def _named(step: Step, command: EnterCorrespondent, itself: int) -> list[Finding | None]:
    """What stands against the names: none at all, or that of a correspondent there is already."""
    findings = [law.named_somehow(command.name_kk, command.name_ru)]
    for field, name in (("name_kk", command.name_kk), ("name_ru", command.name_ru)):
        key = found(step.connection, folded) if (folded := fold(name)) else None
        findings.append(law.not_known(name, known=key not in (None, itself), field=field))
    return findings


def _known_of(correspondent: Correspondent) -> dict[str, Any]:
    return {name: getattr(correspondent, name) for name in (*_TEXTS, "foreign")}


def _name(correspondent: Correspondent) -> str:
    return correspondent.name_ru or correspondent.name_kk


def _differs(kept: Correspondent, fields: dict[str, Any]) -> Finding | None:
    if any(getattr(kept, name) != value for name, value in fields.items()):
        return None
    return Finding("OWN", Weight.REFUSE, "nothing_changed")


def _reason_given(reason: str) -> Finding | None:
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")
