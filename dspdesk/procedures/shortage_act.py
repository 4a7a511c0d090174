"""The shortage act (paragraph 12, part 3): proposed from what the check of a package found, drawn up, changed, printed.

It is drawn up in three copies: for the sender, for the documentation service, for the executor of the document.
"""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, current_language
from dspdesk.law import act as acts_law
from dspdesk.law import shortage_act as law
from dspdesk.law.act import ActKind, ActStage, Addressee, SignerPart
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.law.shortage_act import (
    ActDraft,
    ActLineWords,
    CopyFor,
    Difference,
    ShortageActContent,
    Signs,
)
from dspdesk.procedures import act as life
from dspdesk.procedures import act_words, drafts
from dspdesk.procedures.act import ActStanding
from dspdesk.procedures.act_words import ActText
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import acts, mail, people
from dspdesk.queries.acts import ActDetails
from dspdesk.queries.mail import PackageDetails
from dspdesk.queries.names import name_in, name_on
from dspdesk.reports import shortage_act as paper
from dspdesk.store.errors import NotThere

KIND = ActKind.SHORTAGE
#: What as its signers sign, for the list of papers that wait for a signature.
WORKER = paper.WORKER


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUp:
    """Draw up the act of a package. `form_id` is the form's own: sent twice it is one act."""

    draft: ActDraft
    form_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDraft:
    """Put other words into an act that is not signed yet; `form_id` is that of the draft it ends."""

    act_id: int
    draft: ActDraft
    form_id: str = ""


def proposed(desk: Desk, package_id: int) -> ActDraft:
    """The act as the program would write it: the differences of the check, whoever made it, the sender.

    Raises `Refused` for a package that there is not, or one whose contents nobody has checked.
    """
    desk.authorize(Action.KEEP_ACTS)
    language = current_language()
    with desk.reading() as connection:
        package = _package(connection, package_id)
        settle([law.checked_before(checked=_checked(package))], "")
        return ActDraft(
            package_id=package_id,
            dated=desk.today(),
            sender=package.sender,
            basis=_covering_letter(package, language),
            lines=tuple(paper.words(one, language) for one in found(package)),
            signers=_workers(desk, connection, package_id),
            executor_id=_executor(connection, package),
        )


def draft_of(desk: Desk, act_id: int) -> ActDraft:
    """What stands in an act, to be changed; raises `Refused` when there is no such one."""
    desk.authorize(Action.READ_JOURNALS)
    known = _act(desk, act_id)
    names = {one.copy.addressee: one for one in known.copies}
    return ActDraft(
        package_id=known.package_id or 0,
        dated=known.life.dated,
        sender=names[Addressee.SENDER].correspondent,
        basis=known.basis,
        findings=known.findings,
        lines=known.lines,
        signers=tuple(one.employee_id for one in known.signers),
        executor_id=names[Addressee.EXECUTOR].employee_id,
    )


def draw_up(desk: Desk, command: DrawUp) -> ActStanding:
    """Give the act its number; the cover gets no second one unless the first is withdrawn. Raises `Refused`."""
    desk.authorize(Action.KEEP_ACTS)
    with desk.transaction("acts:act:drawn_up") as step:
        drafts.done(desk, step, command.form_id)
        if (earlier := life.saved_before(step, command.form_id)) is not None:
            return earlier
        draft, said = command.draft, _said(command.draft)
        package = _package(step.connection, draft.package_id)
        there = acts.act_of_package_within(step.connection, draft.package_id)
        settle(
            [
                law.checked_before(checked=_checked(package)),
                law.one_act(str(there[1]) if there else ""),
                law.sender_known(draft.sender),
                law.after_receipt(draft.dated, _received_on(desk, package)),
                *act_words.objections(desk, step, KIND, said),
            ],
            "",
        )
        act = act_words.enter(desk, step, KIND, command.form_id, said)
        act.package_id = draft.package_id
        step.subject = f"act:{act.id}"
    return ActStanding(act.id, act.number, ActStage(act.stage))


def change(desk: Desk, command: ChangeDraft) -> ActStanding:
    """Put other words into the act; one that was printed is to be printed again. Raises `Refused`."""
    desk.authorize(Action.KEEP_ACTS)
    with desk.transaction("acts:act:changed") as step:
        drafts.done(desk, step, command.form_id)
        act, said = life.standing(step, command.act_id), _said(command.draft)
        package = _package(step.connection, act.package_id or 0)
        settle(
            [
                law.sender_known(command.draft.sender),
                law.after_receipt(command.draft.dated, _received_on(desk, package)),
                acts_law.year_stays(command.draft.dated, act.year),
                *act_words.objections(desk, step, KIND, said),
            ],
            "",
        )
        act_words.rewrite(desk, step, act, said)
        step.subject = f"act:{act.id}"
    return ActStanding(act.id, act.number, ActStage(act.stage))


def found(package: PackageDetails) -> tuple[Difference, ...]:
    """The differences that the check of a package has found."""
    return law.differences(sealed=package.sealed, intact=package.intact, enclosed=package.enclosed)


# --- the paper ---


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """All copies of the act ("act:5"), each with its addressee; names and positions are those of its day."""
    desk.authorize(Action.KEEP_ACTS)
    known = _act(desk, ids(about)[0])
    return paper.draw(_content(desk, draft_of(desk, known.id), language, known), language, code)


def draw_draft(desk: Desk, draft: ActDraft, language: str, act_id: int | None = None) -> bytes:
    """The act as it would be printed with these words, for the wizard; writes nothing."""
    desk.authorize(Action.KEEP_ACTS)
    known = _act(desk, act_id) if act_id is not None else None
    return paper.draw(_content(desk, draft, language, known), language)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Everybody who signs the act."""
    known = _act(desk, ids(about)[0])
    return tuple(Awaited(one.employee_id, WORKER) for one in known.signers)


def _content(desk: Desk, draft: ActDraft, language: str, known: ActDetails | None) -> ShortageActContent:
    day = (known.life.signed_on if known else None) or draft.dated
    with desk.reading() as connection:
        package = _package(connection, draft.package_id)
        locality = (known.locality_kk, known.locality_ru) if known else _locality(connection)
        differing = found(package)
        return ShortageActContent(
            organisation=name_in(connection, "organisation:1", day, language),
            number=str(known.number) if known else "",
            dated=draft.dated,
            locality=locality[0] if language == Language.KK else locality[1],
            basis=_basis(draft.basis, package, language),
            sender=_sender(connection, draft.sender, package, language, day),
            received=_received_on(desk, package),
            cover_numbers=package.cover_numbers,
            bearer=package.delivery.bearer,
            lines=tuple(_translated(line, differing, language) for line in draft.lines),
            findings=draft.findings,
            signers=tuple(_signs(connection, employee, day, language) for employee in draft.signers),
            copies=_copies(connection, draft, package, language, day),
        )


def _copies(
    connection: Connection, draft: ActDraft, package: PackageDetails, language: str, day: dt.date
) -> tuple[CopyFor, ...]:
    executor = _signs(connection, draft.executor_id, day, language).name if draft.executor_id else ""
    names = {
        Addressee.SENDER: _sender(connection, draft.sender, package, language, day),
        Addressee.EXECUTOR: executor,
    }
    addressees = acts_law.KINDS[KIND].addressees
    return tuple(CopyFor(place, one, names.get(one, "")) for place, one in enumerate(addressees, 1))


def _translated(line: ActLineWords, differing: tuple[Difference, ...], language: str) -> ActLineWords:
    """A line as the program itself worded it is worded anew in the language of the paper; what was typed stays."""
    for one in differing:
        if any(replace(paper.words(one, other), note=line.note) == line for other in Language):
            return replace(paper.words(one, language), note=line.note)
    return line


def _basis(written: str, package: PackageDetails, language: str) -> str:
    """The covering letter in the language of the paper, unless somebody has put it otherwise."""
    return _covering_letter(package, language) if _proposed_basis(written, package) else written


def _proposed_basis(written: str, package: PackageDetails) -> bool:
    return any(written == _covering_letter(package, other) for other in Language)


def _covering_letter(package: PackageDetails, language: str) -> str:
    first = next(iter(package.enclosed), None)
    return paper.document(first.kind, first.their_number, first.their_date, language) if first else ""


def _sender(
    connection: Connection, written: str, package: PackageDetails, language: str, day: dt.date
) -> str:
    """The sender as known in the language of the paper; other words than the package's are as they were typed."""
    if package.correspondent_id is None or written != package.sender:
        return written
    kk, ru = name_on(connection, f"correspondent:{package.correspondent_id}", day)
    return (kk or ru if language == Language.KK else ru or kk) or written


def _executor(connection: Connection, package: PackageDetails) -> int | None:
    """Whom a resolution has named executor of what came in the package, when it is one person."""
    items = [one.item_id for one in package.enclosed if one.item_id is not None]
    if not items:
        return None
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT employee_id FROM resolution_person "
        "JOIN resolution ON resolution.id = resolution_person.resolution_id "
        f"WHERE part = 'executor' AND struck_on IS NULL AND item_id IN ({', '.join('?' * len(items))})",
        tuple(items),
    ).fetchall()
    return rows[0][0] if len(rows) == 1 else None


def _signs(connection: Connection, employee_id: int, day: dt.date, language: str) -> Signs:
    who = people.position_within(connection, employee_id, day)
    return Signs(who.position(language), who.name(language))


def _said(draft: ActDraft) -> ActText:
    names: dict[Addressee, str | int] = {Addressee.SENDER: draft.sender.strip()}
    if draft.executor_id is not None:
        names[Addressee.EXECUTOR] = draft.executor_id
    return ActText(
        dated=draft.dated,
        basis=draft.basis,
        findings=draft.findings,
        lines=draft.lines,
        signers=tuple((SignerPart.WORKER, employee) for employee in draft.signers),
        names=names,
    )


def _package(connection: Connection, package_id: int) -> PackageDetails:
    try:
        return mail.details_of(connection, package_id)
    except NotThere:
        raise Refused([Finding("OWN", Weight.REFUSE, "package_unknown")]) from None


def _received_on(desk: Desk, package: PackageDetails) -> dt.date:
    return mail.local_day(desk, package.delivery.received_at)


def _checked(package: PackageDetails) -> bool:
    """Whether the contents of a package were counted; those of a "Лично" cover are completed later."""
    return package.facts.checked_at is not None or package.facts.completed


def _workers(desk: Desk, connection: Connection, package_id: int) -> tuple[int, ...]:
    """Whoever checked the package and whoever is at the desk."""
    rows = connection.exec_driver_sql(
        "SELECT employee_id FROM account JOIN package ON package.checked_by = account.id WHERE package.id = ? "
        "UNION ALL SELECT employee_id FROM account WHERE id = ?",
        (package_id, desk.person.account_id),
    )
    return tuple(dict.fromkeys(row[0] for row in rows))


def _act(desk: Desk, act_id: int) -> ActDetails:
    known = acts.act(desk, act_id)
    if known is None:
        raise Refused([Finding("OWN", Weight.REFUSE, "act_unknown")])
    return known


def _locality(connection: Connection) -> tuple[str, str]:
    kk, ru = connection.exec_driver_sql("SELECT locality_kk, locality_ru FROM organisation").one()
    return kk, ru
