"""Hand-over sheets (W1): copies listed for one person, who signs for each of them."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class HandoverSheet(Base):
    """A sheet of copies handed over to one person on a day; numbered within the year."""

    __tablename__ = "handover_sheet"
    __table_args__ = (UniqueConstraint("year", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    number: Mapped[int]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    dated: Mapped[dt.date]
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class HandoverLine(Base):
    """One copy on a sheet: waits for a signature → received (its movement is made then), or struck with a reason.

    A copy waits on one sheet at a time: an index holds it to that.
    """

    __tablename__ = "handover_line"
    __table_args__ = (
        UniqueConstraint("sheet_id", "ordinal"),
        Index(
            "ix_handover_line_waiting",
            "copy_id",
            unique=True,
            sqlite_where=text("received_on IS NULL AND struck_on IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("handover_sheet.id"))
    ordinal: Mapped[int]
    copy_id: Mapped[int] = mapped_column(ForeignKey("copy.id"))
    received_on: Mapped[dt.date | None]
    movement_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"), unique=True)
    struck_on: Mapped[dt.date | None]
    struck_reason: Mapped[str]
