"""What the desk itself keeps: the ledger, printouts, imported files, settings, drafts and views."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import UNLEDGERED, Base


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
    """A paper that was printed: drawn → printed. `code` stands in its bottom margin, `pdf_hash` comes with it."""

    __tablename__ = "printout"
    id: Mapped[int] = mapped_column(primary_key=True)
    paper: Mapped[str]
    subject: Mapped[str]
    language: Mapped[str]
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    sheets: Mapped[int | None]
    pdf_hash: Mapped[str | None]


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
