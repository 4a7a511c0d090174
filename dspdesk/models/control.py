"""Execution (paragraph 27): resolutions with the persons they name, control with its deadline and extensions."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class Resolution(Base):
    """A resolution on a document; the persons it names are admitted to the document (paragraph 36).

    `struck_on` is the day on which a correction struck it out, `struck_reason` why.
    """

    __tablename__ = "resolution"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    dated: Mapped[dt.date]
    words: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    struck_on: Mapped[dt.date | None]
    struck_reason: Mapped[str]


class ResolutionPerson(Base):
    """A person a resolution names; `part` is a `law.execution_control.Part` (executor, co-executor, admitted)."""

    __tablename__ = "resolution_person"
    __table_args__ = (UniqueConstraint("resolution_id", "employee_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolution.id"))
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    part: Mapped[str]


class Control(Base):
    """A document on control: taken → off. `due_on` is the deadline first set; an item is on control once at a time.

    The deadline as it stands now is the item's `due_on`, and its mark of column 9 the item's `control`.
    """

    __tablename__ = "control"
    __table_args__ = (
        Index("ix_control_open", "item_id", unique=True, sqlite_where=text("off_on IS NULL")),
        Index("ix_control_item_id", "item_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("resolution.id"))
    taken_on: Mapped[dt.date | None]
    due_on: Mapped[dt.date | None]
    off_on: Mapped[dt.date | None]
    outcome: Mapped[str]
    off_allowed_by_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Extension(Base):
    """A deadline put off: from which day to which, why, who allowed it."""

    __tablename__ = "extension"
    id: Mapped[int] = mapped_column(primary_key=True)
    control_id: Mapped[int] = mapped_column(ForeignKey("control.id"), index=True)
    due_before: Mapped[dt.date]
    due_after: Mapped[dt.date]
    reason: Mapped[str]
    allowed_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    allowed_on: Mapped[dt.date]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
