"""The registers: journals, their numbers, the items under them, copies and movements.

A number exists before its item (reserved) and outlives it (annulled), so an item shares its number's key.
"""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dspdesk.models.base import Base, added, derived


class CommonJournal(Base):
    """A journal whose sections are the journals of several flows of one year (paragraph 15: a small volume)."""

    __tablename__ = "common_journal"
    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(unique=True)
    opened_on: Mapped[dt.date]


class Journal(Base):
    """One year of one flow (paragraph 14): open → closed. The mark and the wording of notes follow `language`.

    `pattern` says of what its numbers are made (`law.numbering`); `section_of_id` is the common journal it is a
    section of, NULL when it is a journal of its own.
    """

    __tablename__ = "journal"
    __table_args__ = (UniqueConstraint("kind", "year"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    year: Mapped[int]
    language: Mapped[str]
    edition: Mapped[str]
    opened_on: Mapped[dt.date]
    closed_on: Mapped[dt.date | None]
    pattern: Mapped[str] = added("{number}")
    section_of_id: Mapped[int | None] = mapped_column(ForeignKey("common_journal.id"))


class JournalClosing(Base):
    """The closing inscription of a journal (paragraph 15, part 3), as it was counted and by whom it was signed."""

    __tablename__ = "journal_closing"
    id: Mapped[int] = mapped_column(ForeignKey("journal.id"), primary_key=True)
    closed_at: Mapped[dt.datetime]
    closed_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    documents: Mapped[int]
    first: Mapped[str]
    last: Mapped[str]
    lettered: Mapped[int]
    skipped: Mapped[int]
    position_kk: Mapped[str]
    position_ru: Mapped[str]
    name_kk: Mapped[str]
    name_ru: Mapped[str]


class Number(Base):
    """A number of a journal (`law.kinds.NumberState`): reserved → issued, either → annulled; never deleted.

    A number skipped on purpose has no item. `annulled_reason` is why it was annulled or skipped. `written` is the
    whole number as the journal's pattern made it, '' where that is the sequence number with its letter.
    """

    __tablename__ = "number"
    __table_args__ = (
        UniqueConstraint("journal_id", "sequence", "letter"),
        CheckConstraint("sequence > 0", name="sequence_positive"),
        Index("ix_number_not_issued", "journal_id", "state", sqlite_where=text("state <> 'issued'")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    journal_id: Mapped[int] = mapped_column(ForeignKey("journal.id"))
    sequence: Mapped[int]
    letter: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    annulled_reason: Mapped[str] = mapped_column(default="")
    written: Mapped[str] = added("")


class Item(Base):
    """A registered document or publication, under the number with the same key.

    `correspondent` and `executor` are the words of the day of entry; '' and NULL are not known. `form_id` is the
    saved form's own, so that a save repeated after a crash finds the number already given.
    """

    __tablename__ = "item"
    __table_args__ = (
        Index("ix_item_incomplete", "id", sqlite_where=text("incomplete")),
        Index("ix_item_due_on", "due_on", sqlite_where=text("due_on IS NOT NULL AND control <> ''")),
        Index("ix_item_their_key", "their_key", sqlite_where=text("their_key <> ''")),
        Index(
            "ix_item_signed_here",  # own documents registered one by one: neither imported nor carried over
            "id",
            sqlite_where=text("signed_on IS NOT NULL AND instr(form_id, ':') = 0"),
        ),
    )
    id: Mapped[int] = mapped_column(ForeignKey("number.id"), primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    entered_at: Mapped[dt.datetime]
    entered_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    registered_on: Mapped[dt.date | None]
    correspondent_id: Mapped[int | None] = mapped_column(ForeignKey("correspondent.id"), index=True)
    correspondent: Mapped[str]
    their_number: Mapped[str]
    their_date: Mapped[dt.date | None]
    kind: Mapped[str]
    summary: Mapped[str]
    sheets: Mapped[int | None]
    enclosure_sheets: Mapped[int | None]
    carrier: Mapped[str]
    resolution: Mapped[str]
    executor: Mapped[str]
    due_on: Mapped[dt.date | None]
    control: Mapped[str]
    signatory: Mapped[str]
    signed_on: Mapped[dt.date | None]
    notes: Mapped[str]
    incomplete: Mapped[bool] = derived()
    their_key: Mapped[str] = derived()
    sort_correspondent: Mapped[str] = derived()
    folded_correspondent: Mapped[str] = derived()
    folded_summary: Mapped[str] = derived()
    folded_numbers: Mapped[str] = derived()
    folded_rest: Mapped[str] = derived()
    case_index: Mapped[str] = added("")

    number: Mapped[Number] = relationship()
    copies: Mapped[list["Copy"]] = relationship(back_populates="item", order_by="Copy.number")


class Revision(Base):
    """A correction of an item: the fields as they stood before and after it, as JSON, and why."""

    __tablename__ = "revision"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class Copy(Base):
    """A numbered copy on paper, the thing that moves.

    `whereabouts_id` is its last movement, NULL before the first (`verify` holds it to that: as a foreign key it
    would close a circle and cost a scan of all copies for each movement); `struck_on` is the day on which a correction
    struck out a number entered by mistake; `nature` says of one that is not filed what it is
    (`law.case_file.CopyNature`).
    """

    __tablename__ = "copy"
    __table_args__ = (
        UniqueConstraint("item_id", "number"),
        Index("ix_copy_never_moved", "item_id", sqlite_where=text("whereabouts_id IS NULL")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    number: Mapped[int]
    whereabouts_id: Mapped[int | None]
    struck_on: Mapped[dt.date | None]
    nature: Mapped[str] = added("")
    item: Mapped[Item] = relationship(back_populates="copies")


class Movement(Base):
    """One change of holder or place of one copy (`law.kinds.MovementKind`).

    Where a copy went is one of a person, a unit, a storage place, a correspondent, a volume; with none of them it is
    with the documentation service, or where `as_written` says: it holds the words of the register, for an imported one
    until someone links them. `paper` is what it was done on, as the ledger names things ("handover_sheet:5"), or in
    words.
    `corrects_id` is the movement entered by mistake in whose place this one stands.
    """

    __tablename__ = "movement"
    __table_args__ = (
        CheckConstraint(
            "(employee_id IS NOT NULL) + (unit_id IS NOT NULL) + (place_id IS NOT NULL)"
            " + (correspondent_id IS NOT NULL) + (volume_id IS NOT NULL) <= 1",
            name="one_destination",
        ),
        Index("ix_movement_employee_id", "employee_id", sqlite_where=text("employee_id IS NOT NULL")),
        Index("ix_movement_place_id", "place_id", sqlite_where=text("place_id IS NOT NULL")),
        Index("ix_movement_volume_id", "volume_id", sqlite_where=text("volume_id IS NOT NULL")),
        Index("ix_movement_submission", "copy_id", sqlite_where=text("kind = 'submission'")),
        Index(
            "ix_movement_at_hand",  # what brought a copy back to the service
            "happened_on",
            "copy_id",
            "kind",
            sqlite_where=text("kind IN ('return', 'resolved', 'storing', 'withdrawal')"),
        ),
        Index(
            "ix_movement_corrects_id",
            "corrects_id",
            unique=True,
            sqlite_where=text("corrects_id IS NOT NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    copy_id: Mapped[int] = mapped_column(ForeignKey("copy.id"), index=True)
    kind: Mapped[str]
    happened_on: Mapped[dt.date | None]
    as_written: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    correspondent_id: Mapped[int | None] = mapped_column(ForeignKey("correspondent.id"))
    paper: Mapped[str] = added("")
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"))
    volume_id: Mapped[int | None] = mapped_column(ForeignKey("volume.id"))


class CarryOver(Base):
    """A document of one year registered anew in the next (paragraph 14, part 3): the two entries of one paper."""

    __tablename__ = "carry_over"
    id: Mapped[int] = mapped_column(primary_key=True)
    from_item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), unique=True)
    to_item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), unique=True)


class Misplacement(Base):
    """An entry made in the wrong journal (W6): its number is annulled, the document registered where it belongs."""

    __tablename__ = "misplacement"
    id: Mapped[int] = mapped_column(primary_key=True)
    from_item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), unique=True)
    to_item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), unique=True)
