"""The state body: itself, its people, their appointments and accounts, its correspondents."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dspdesk.models.base import Base, derived


class Organisation(Base):
    """The state body whose records these are; one row."""

    __tablename__ = "organisation"
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    locality_kk: Mapped[str]
    locality_ru: Mapped[str]


class Employee(Base):
    """A person of the body, "Surname I.O." in each language."""

    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]


class Appointment(Base):
    """A position held by a person from a day to a day; papers take the one of their date."""

    __tablename__ = "appointment"
    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    position_kk: Mapped[str]
    position_ru: Mapped[str]
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]


class Account(Base):
    """How a person signs in; the key slot beside the store carries the same login."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    employee: Mapped[Employee] = relationship()
    roles: Mapped[list["AccountRole"]] = relationship()


class AccountRole(Base):
    """One of the roles of an account (`law.kinds.Role`)."""

    __tablename__ = "account_role"
    __table_args__ = (UniqueConstraint("account_id", "role"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    role: Mapped[str]


class Correspondent(Base):
    """A body that writes to us or is written to; the name as met first, each language its own."""

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
