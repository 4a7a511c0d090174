"""Lists of restricted information (paragraphs 7-9): lists, orders, entries, what documents rest on, proposals."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class RestrictedList(Base):
    """A list of restricted information: the body's own, or another that stays valid beside it (paragraph 8)."""

    __tablename__ = "restricted_list"
    id: Mapped[int] = mapped_column(primary_key=True)
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    departmental: Mapped[bool]
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]


class ListOrder(Base):
    """An order of the head that approves a list, adds to it or changes it (paragraph 7, part 3)."""

    __tablename__ = "list_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("restricted_list.id"), index=True)
    kind: Mapped[str]
    number: Mapped[str]
    dated: Mapped[dt.date]
    notes: Mapped[str]


class ListEntry(Base):
    """An entry of a list, by the order that brought it in until the order that ended it.

    A change ends one and brings in another. `criterion` is one of the seven of paragraph 7, NULL where none is named.
    """

    __tablename__ = "list_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("restricted_list.id"), index=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("list_order.id"))
    point: Mapped[str]
    text_kk: Mapped[str]
    text_ru: Mapped[str]
    criterion: Mapped[int | None]
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("list_order.id"))


class ListProposal(Base):
    """A proposal to protect information that is on no list (paragraph 9): proposed → accepted, or declined.

    `executor_id` and `head_id` are who proposes: the executor and the head of the unit.
    """

    __tablename__ = "list_proposal"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    information: Mapped[str]
    reasons: Mapped[str]
    executor_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    head_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    proposed_on: Mapped[dt.date]
    decision: Mapped[str]
    decided_on: Mapped[dt.date | None]
    decision_words: Mapped[str]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("list_entry.id"))
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Designation(Base):
    """On what the mark of an own document rests (paragraph 7, part 2).

    That is an entry of a list, a proposal, or a ground outside the lists in words (paragraph 8). A later one of
    the same item replaces those before it.
    """

    __tablename__ = "designation"
    __table_args__ = (UniqueConstraint("item_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    ordinal: Mapped[int]
    ground: Mapped[str]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("list_entry.id"))
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("list_proposal.id"))
    words: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
