"""Acts: one aggregate for all of them; what differs from kind to kind is a table in `law.act`."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class Act(Base):
    """An act: draft → printed → signed → approved → executed, or withdrawn with a reason (`law.act.ActStage`).

    Which of the stages a kind has is a table (`law.act.KINDS`). One numbering for all acts of a year. `basis` are the
    words of what it rests on, `findings` the free text of what was found; `package_id` and `item_id` are what it is
    about.
    """

    __tablename__ = "act"
    __table_args__ = (UniqueConstraint("year", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    stage: Mapped[str]
    edition: Mapped[str]
    dated: Mapped[dt.date]
    locality_kk: Mapped[str]
    locality_ru: Mapped[str]
    basis: Mapped[str]
    findings: Mapped[str]
    package_id: Mapped[int | None] = mapped_column(ForeignKey("package.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed_on: Mapped[dt.date | None]
    executed_on: Mapped[dt.date | None]
    withdrawn_on: Mapped[dt.date | None]
    withdrawn_reason: Mapped[str]


class ActLine(Base):
    """One line of an act: what it is about, what was stated and what was found."""

    __tablename__ = "act_line"
    __table_args__ = (UniqueConstraint("act_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    ordinal: Mapped[int]
    subject: Mapped[str]
    stated: Mapped[str]
    found: Mapped[str]
    note: Mapped[str]
    struck_on: Mapped[dt.date | None]


class ActSigner(Base):
    """Who signs an act, in the order of the signatures; `part` is what as (`law.act.SignerPart`)."""

    __tablename__ = "act_signer"
    __table_args__ = (UniqueConstraint("act_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    ordinal: Mapped[int]
    part: Mapped[str]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    struck_on: Mapped[dt.date | None]


class ActCopy(Base):
    """One copy of an act and who gets it (`law.act.Addressee`); `given_on` when and `receipt` by what it went there."""

    __tablename__ = "act_copy"
    __table_args__ = (UniqueConstraint("act_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    number: Mapped[int]
    addressee: Mapped[str]
    correspondent: Mapped[str]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    given_on: Mapped[dt.date | None]
    receipt: Mapped[str]
