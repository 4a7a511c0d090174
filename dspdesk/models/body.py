"""The state body: itself, its units and people, their appointments and accounts, its correspondents, its places."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dspdesk.models.base import Base, added, derived


class Organisation(Base):
    """The state body whose records these are; one row. `letterhead` are the lines under its name on a letter."""

    __tablename__ = "organisation"
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    locality_kk: Mapped[str]
    locality_ru: Mapped[str]
    superior_kk: Mapped[str] = added("")
    superior_ru: Mapped[str] = added("")
    address_kk: Mapped[str] = added("")
    address_ru: Mapped[str] = added("")
    letterhead_kk: Mapped[str] = added("")
    letterhead_ru: Mapped[str] = added("")


class Unit(Base):
    """A structural unit of the body; `number_index` stands for it in registration numbers, '' when nothing does."""

    __tablename__ = "unit"
    id: Mapped[int] = mapped_column(primary_key=True)
    number_index: Mapped[str]
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    closed_on: Mapped[dt.date | None]


class Employee(Base):
    """A person of the body, "Surname I.O." in each language.

    `cases_kk` and `cases_ru` hold, as JSON by case, the forms of the name that a person corrected, '' when none were;
    `number_index` is what stands for them in registration numbers.
    """

    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    number_index: Mapped[str] = added("")
    cases_kk: Mapped[str] = added("")
    cases_ru: Mapped[str] = added("")
    left_on: Mapped[dt.date | None]


class Appointment(Base):
    """A position held by a person from a day to a day, or acted for; papers take the one of their date.

    `heads` says of what the position is the head (`law.kinds.Headship`), '' when of nothing. One acts for a position:
    for that of `acting_for_id`, or, without, for one that is vacant. `of_position_*` is the genitive that a person
    corrected ("и.о. руководителя"), '' when the proposed one is right.
    """

    __tablename__ = "appointment"
    __table_args__ = (CheckConstraint("acting OR acting_for_id IS NULL", name="acting_for_acting"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    position_kk: Mapped[str]
    position_ru: Mapped[str]
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    heads: Mapped[str] = added("")
    acting: Mapped[bool] = added(False)
    acting_for_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    of_position_kk: Mapped[str] = added("")
    of_position_ru: Mapped[str] = added("")


class Entrustment(Base):
    """Work with restricted mail entrusted to a worker by their job description (paragraph 12, part 1), from-to.

    `basis` is the job description or order that says so.
    """

    __tablename__ = "entrustment"
    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]
    basis: Mapped[str]


class FormerName(Base):
    """The name that something bore through the day `until`; papers of a day take the names of their day.

    `subject` names the row as the ledger does ("organisation:1", "unit:3", "employee:5", "correspondent:8").
    """

    __tablename__ = "former_name"
    __table_args__ = (UniqueConstraint("subject", "until"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]
    until: Mapped[dt.date]
    name_kk: Mapped[str]
    name_ru: Mapped[str]


class Account(Base):
    """How a person signs in: open → closed; the key slot beside the store carries the same login.

    `public_key` (base64) is that of the slot: a new data key is wrapped for it without asking for the password.
    `one_time` says that the password was issued by the security officer and is to be replaced at the first sign-in.
    """

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    closed_on: Mapped[dt.date | None]
    one_time: Mapped[bool] = added(False)
    public_key: Mapped[str] = added("")
    employee: Mapped[Employee] = relationship()
    roles: Mapped[list["AccountRole"]] = relationship()


class AccountRole(Base):
    """One of the roles of an account (`law.kinds.Role`); `withdrawn_on` is the day on which it was taken back."""

    __tablename__ = "account_role"
    __table_args__ = (UniqueConstraint("account_id", "role"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    role: Mapped[str]
    withdrawn_on: Mapped[dt.date | None]


class Correspondent(Base):
    """A body that writes to us or is written to; the name as met first, each language its own.

    `number_index` stands for it in registration numbers; `merged_into_id` is the one it is a duplicate of.
    """

    __tablename__ = "correspondent"
    __table_args__ = (
        Index("ix_correspondent_folded_kk", "folded_kk"),
        Index("ix_correspondent_folded_ru", "folded_ru"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    folded_kk: Mapped[str] = derived(default="")
    folded_ru: Mapped[str] = derived(default="")
    conditional_name: Mapped[str] = added("")
    address_kk: Mapped[str] = added("")
    address_ru: Mapped[str] = added("")
    number_index: Mapped[str] = added("")
    foreign: Mapped[bool] = added(False)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("correspondent.id"))


class Place(Base):
    """Where things are kept: a room, a safe in it, a shelf in that (`law.kinds.PlaceKind`).

    `lockable` and `sealable` say whether it can be locked and sealed (paragraph 57), NULL while nobody has said;
    `purpose` what it is for (`law.storage.Purpose`), '' for the rooms of the units.
    """

    __tablename__ = "place"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    within_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    closed_on: Mapped[dt.date | None]
    lockable: Mapped[bool | None]
    sealable: Mapped[bool | None]
    purpose: Mapped[str] = added("")


class Printer(Base):
    """A printer of this workstation; offsets in tenths of a millimetre, right and down, put its paper straight."""

    __tablename__ = "printer"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    offset_x: Mapped[int]
    offset_y: Mapped[int]
