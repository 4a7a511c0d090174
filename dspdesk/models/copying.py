"""Reproduction (paragraphs 17 and 40) and cards taken out of abstract publications (paragraph 20)."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class Permit(Base):
    """A written permission to copy or to extract (paragraph 40): granted → used up, expired or revoked.

    `kind` is a `law.copying.PermitKind`. `copies` is how many may be made, `sheets` is said of extracts. For another
    organisation it names its request; `granted_by_id` is our own head, `granted_by` the head of the body that made the
    document, where that is another one; `consent` the agreement of the body that a document was received from.
    """

    __tablename__ = "permit"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    edition: Mapped[str]
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    number: Mapped[str]
    granted_on: Mapped[dt.date]
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    granted_by: Mapped[str]
    valid_to: Mapped[dt.date | None]
    copies: Mapped[int]
    purpose: Mapped[str]
    for_employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    for_organisation: Mapped[str]
    request: Mapped[str]
    request_on: Mapped[dt.date | None]
    consent: Mapped[str]
    consent_on: Mapped[dt.date | None]
    revoked_on: Mapped[dt.date | None]
    revoked_reason: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Reproduction(Base):
    """Copies or an extract made under a permit. Copies continue the numbering of the item: `first` to `last`."""

    __tablename__ = "reproduction"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    permit_id: Mapped[int] = mapped_column(ForeignKey("permit.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    made_on: Mapped[dt.date]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    count: Mapped[int]
    first: Mapped[int | None]
    last: Mapped[int | None]
    sheets: Mapped[int | None]
    notes: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class AbstractExtraction(Base):
    """Cards or sheets without restricted information taken out of an abstract publication (paragraph 20, part 1).

    Two different workers of the documentation service attest it on the cover of the publication (part 2).
    """

    __tablename__ = "abstract_extraction"
    __table_args__ = (CheckConstraint("first_worker_id <> second_worker_id", name="two_workers"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    made_on: Mapped[dt.date]
    cards: Mapped[str]
    count: Mapped[int]
    finding: Mapped[str]
    first_worker_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    second_worker_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
