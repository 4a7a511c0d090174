"""What the desk itself keeps: the ledger, printouts, imported files and settings."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


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
