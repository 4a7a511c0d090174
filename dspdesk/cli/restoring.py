"""Restoring a store from the command line."""

import getpass
import os
from argparse import Namespace
from pathlib import Path

from dspdesk import desk as desks
from dspdesk.cli import say, session
from dspdesk.cli.commands import progress
from dspdesk.desk import Approval, Desk
from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.sentences import Told
from dspdesk.procedures.restore import (
    UNREADABLE,
    Opener,
    Prepared,
    PrepareRestore,
    Restore,
    give_up,
    prepare,
)
from dspdesk.procedures.restore import restore as put_in_place


def restore(given: Namespace) -> None:
    """Put a backup in the place of a store that is lost or put aside"""
    opener = _opener(given)
    desk = _present(given.store, opener)
    try:
        prepared = prepare(
            desk, PrepareRestore(copy=given.backup, store=given.store, opener=opener), progress
        )
        try:
            command = Restore(
                prepared=prepared, reason=session.reason(given), approval=_second(given, desk, opener)
            )
            aside = put_in_place(desk, command)
        except BaseException:
            give_up(given.store)
            raise
    finally:
        if desk is not None:
            desk.close()
    machine = {
        "store": str(given.store),
        "aside": str(aside) if aside else None,
        "last": prepared.proof.code,
        "items": prepared.proof.items,
        "not_in_it": prepared.present.only_here if prepared.present else 0,
    }
    say(machine, _said(given.store, aside, prepared), as_json=given.json)


def _opener(given: Namespace) -> Opener:
    login = session.login(given)
    if login is None:
        logins = desks.logins(given.backup)
        if len(logins) != 1:
            raise Told("login_needed")
        login = logins[0]
    typed = os.environ.get("DSPDESK_RECOVERY_KEY", "")
    password = "" if typed else session.password()
    return Opener(login=login, password=password, key_file=session.key_file(given), recovery=typed)


def _present(store: Path, opener: Opener) -> Desk | None:
    """The desk of the store to be replaced; `None` where there is none, or one that cannot be read."""
    if not store.exists() or opener.recovery:
        return None
    try:
        return desks.open_desk(store, opener.login, opener.password, opener.key_file)
    except Told as error:
        if error.code in UNREADABLE:
            return None
        raise


def _second(given: Namespace, desk: Desk | None, opener: Opener) -> Approval | None:
    if desk is None or not given.second_login:
        return None
    password = os.environ.get("DSPDESK_SECOND_PASSWORD")
    if password is None:
        password = getpass.getpass(_("Password of {login}: ").format(login=given.second_login))
    return desk.second_person(given.second_login, password, opener.key_file)


def _said(store: Path, aside: Path | None, prepared: Prepared) -> str:
    lines = [_("The store was restored: {path}").format(path=store)]
    if aside:
        lines.append(_("What was there before is here: {path}").format(path=aside))
    if prepared.present and (lost := prepared.present.only_here):
        lines.append(
            ngettext(
                "{n} entry of the ledger is not in it.", "{n} entries of the ledger are not in it.", lost
            ).format(n=lost)
        )
    return "\n".join(lines)
