"""The settings in plain words: what each decides, and from when."""

from dataclasses import dataclass

from dspdesk.language.catalogue import N_
from dspdesk.law import settings as law
from dspdesk.law.kinds import JournalKind
from dspdesk.law.settings import Group
from dspdesk.ui import wording


@dataclass(frozen=True, slots=True)
class Words:
    """The name of a setting or of a group, and what it means."""

    name: str
    means: str = ""


GROUPS = {
    Group.NUMBERS: Words(
        N_("Numbers"),
        N_(
            "A registration number is the sequence number; it may be extended by what stands in braces. "
            "A part that is not known is left out together with its sign. The mark is always added. "
            "A new pattern holds from the next number on; numbers already given stay as they are."
        ),
    ),
    Group.JOURNALS: Words(
        N_("Journals"),
        N_("These hold for journals opened from now on. A journal already opened keeps what it was."),
    ),
    Group.MAIL: Words(N_("Receipt of mail")),
    Group.FONDS: Words(
        N_("Archival fonds"),
        N_(
            "They stand on certification sheets, covers and inventories of cases; what is empty is left there "
            "as a line to write on."
        ),
    ),
    Group.REMINDERS: Words(N_("Reminders")),
    Group.LOCK: Words(N_("Lock")),
    Group.BACKUPS: Words(N_("Backups")),
}
SETTINGS = {
    **{law.pattern_key(kind): Words(wording.KINDS[kind]) for kind in JournalKind},
    law.JOURNAL_LANGUAGE: Words(
        N_("Language of new journals"),
        N_(
            "It decides the abbreviation of the mark and the words of notes. A journal brought in keeps its own."
        ),
    ),
    law.COMMON_JOURNAL: Words(
        N_("Sections of one common journal"),
        N_(
            "At a small volume flows may be kept as sections of one common journal. Each section has its own "
            "numbers; the journal is printed and certified as one."
        ),
    ),
    law.CLOSING_SIGNATORY: Words(
        N_("Who signs the closing inscription of a journal"),
        N_(
            "The law asks for a position, a signature and a name and leaves open whose. "
            "While the documentation service has no head, whoever closes the journal signs."
        ),
    ),
    law.MISDIRECTED_NUMBERED: Words(
        N_("Mail that came by mistake takes a registration number before it goes back"),
        N_("Otherwise it stands only in the log of receipts, with the day of its return."),
    ),
    law.PERMANENT_DUTY: Words(
        N_("The body has permanent duty officers"),
        N_(
            "They take mail out of hours and hand it over unopened. Where there are none, mail is not to be brought "
            "out of hours: if it was, it is recorded as a breach, with the name of whoever brought it."
        ),
    ),
    law.FONDS_NUMBER: Words(N_("Number of the fonds")),
    law.FONDS_NAME["kk"]: Words(N_("Name of the fonds in Kazakh")),
    law.FONDS_NAME["ru"]: Words(N_("Name of the fonds in Russian")),
    law.RESERVED_DAYS: Words(
        N_("Days until a reserved number is asked about"),
        N_("A number reserved longer than this stands on Today, to be confirmed or annulled."),
    ),
    law.LOCK_MINUTES: Words(
        N_("Minutes without a key or the mouse until the program locks itself"),
        N_("What was typed is kept as a draft and comes back after the next sign-in."),
    ),
    law.LOCK_HOURS: Words(N_("Hours after a sign-in until the program locks itself in any case")),
    law.BACKUP_DAYS: Words(N_("Days until a backup is reminded of")),
    law.BACKUP_RED_DAYS: Words(N_("Days until the reminder turns red")),
}
#: Who may be chosen to sign.
SIGNATORIES = {
    law.WHOEVER_CLOSES: N_("whoever closes the journal"),
    law.HEAD_OF_SERVICE: N_("head of the documentation service"),
}
#: The parts of a pattern with their meaning.
PARTS = {
    "number": N_("sequence number with its letter"),
    "case": N_("index of the case in the filing plan"),
    "correspondent": N_("index of the correspondent or unit"),
    "executor": N_("index of the executor"),
    "unit": N_("index of the executor’s unit"),
    "year": N_("year of the journal"),
    "month": N_("month of the entry"),
    "date": N_("date of the entry"),
}
#: What stands in an example for parts that no entry gives yet.
EXAMPLE = {"case": "12-05", "correspondent": "03", "executor": "17", "unit": "04"}
