"""What the desk itself keeps: the ledger, printouts, imported files, settings, drafts and views."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import UNLEDGERED, Base, added


class LedgerEntry(Base):
    """One step of one person, chained: `hash` = SHA-256(0x00, hash before, `body`).

    `body` is the canonical JSON that is hashed; `tag` and `subject` repeat two of its fields for looking up.
    """

    __tablename__ = "ledger"
    __table_args__ = (Index("ix_ledger_subject", "subject"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str]
    subject: Mapped[str]
    body: Mapped[bytes]
    hash: Mapped[bytes]


class Printout(Base):
    """A paper that was printed: drawn → printed → signed by all, or set aside with a reason.

    `pdf_hash` comes with the drawing. `spoiled_sheets` were printed and thrown away; `replaced_by_id` is the printing
    that stands in its place. Whose signatures it waits for are `PrintoutSignature` rows, none for most papers.
    """

    __tablename__ = "printout"
    __table_args__ = (
        Index(
            "ix_printout_waiting",
            "id",
            sqlite_where=text("awaits AND signed_on IS NULL AND set_aside_on IS NULL"),
        ),
        Index("ix_printout_subject", "subject"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    paper: Mapped[str]
    subject: Mapped[str]
    language: Mapped[str]
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    sheets: Mapped[int | None]
    pdf_hash: Mapped[str | None]
    copies: Mapped[int] = added(1)
    awaits: Mapped[bool] = added(False)
    signed_on: Mapped[dt.date | None]
    spoiled_sheets: Mapped[int] = added(0)
    set_aside_on: Mapped[dt.date | None]
    set_aside_reason: Mapped[str] = added("")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("printout.id"))


class PrintoutSignature(Base):
    """A signature that a printout waits for; `part` says what as, in a word that the catalogues translate."""

    __tablename__ = "printout_signature"
    __table_args__ = (UniqueConstraint("printout_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    printout_id: Mapped[int] = mapped_column(ForeignKey("printout.id"))
    ordinal: Mapped[int]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    part: Mapped[str]
    signed_on: Mapped[dt.date | None]


class PrintedLine(Base):
    """A line of a growing paper where it stands on its sheet (W2); never laid out again.

    `series` counts the times the paper was begun anew, `key` is what the line is of (`law.growing`), `sheet` counts
    from 1. `above` and `below` are where the line begins and ends, in hundredths of a millimetre from the lower edge
    of the sheet; `text` is what was printed, cell by cell as a JSON list, in the lines it was broken into: a spoiled
    sheet is printed once more from it. `noted` is what has been added by hand since: the cells as they stood then.
    """

    __tablename__ = "printed_line"
    __table_args__ = (UniqueConstraint("paper", "subject", "language", "series", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    printout_id: Mapped[int] = mapped_column(ForeignKey("printout.id"), index=True)
    paper: Mapped[str]
    subject: Mapped[str]
    language: Mapped[str]
    series: Mapped[int]
    key: Mapped[str]
    sheet: Mapped[int]
    above: Mapped[int]
    below: Mapped[int]
    text: Mapped[str]
    noted: Mapped[str]


class ImportedFile(Base):
    """A spreadsheet that was brought in; the same bytes are refused a second time."""

    __tablename__ = "imported_file"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    journal_id: Mapped[int] = mapped_column(ForeignKey("journal.id"))
    imported_at: Mapped[dt.datetime]
    imported_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    imported: Mapped[int]
    held_back: Mapped[int]


class Setting(Base):
    """A choice of the body, by name, as JSON."""

    __tablename__ = "setting"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class Draft(Base):
    """What somebody has typed and not saved: it is no record, and goes when its form is saved or thrown away.

    `form` names the kind of form ("registration:incoming"), `about` the row it corrects ("item:60", '' for a new one);
    `body` is what the form makes of its fields, as JSON.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("account_id", "form_id"), {"info": UNLEDGERED})
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    form: Mapped[str]
    form_id: Mapped[str]
    about: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    saved_at: Mapped[dt.datetime]


class SavedView(Base):
    """Filters, order and columns of a register under a name; '' is how somebody last left it. No record."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account_id", "register", "name"), {"info": UNLEDGERED})
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    register: Mapped[str]
    name: Mapped[str]
    body: Mapped[str]
