"""Mail before registration: deliveries, the packages in them, what was found in each, carriers checked."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base


class Delivery(Base):
    """What was brought at one time (paragraph 12): received → handed over to the documentation service.

    `received_at` is the moment at the door of the body, `handed_over_at` that of the hand-over to the service; both are
    UTC, one and the same when the service took the mail itself. What a duty officer took out of hours (paragraph 13)
    names them and lies unopened until it is handed over. `breach` says why a delivery that the Rules do not allow was
    recorded. `way` is a `law.mail.DeliveryWay`, `bearer` whoever brought it, `list_number` that of their list.
    """

    __tablename__ = "delivery"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    way: Mapped[str]
    bearer: Mapped[str]
    list_number: Mapped[str]
    received_at: Mapped[dt.datetime]
    out_of_hours: Mapped[bool]
    duty_officer_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    handed_over_at: Mapped[dt.datetime | None]
    handed_over_to_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    breach: Mapped[str]
    notes: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Package(Base):
    """One sealed cover: logged → checked, or handed over unopened ("Лично"), or returned as misdirected.

    `sealed` and `intact` are NULL until somebody has looked. `cover_kept` is why the cover is kept
    (`law.mail.CoverReason`, '' when it need not be), `cover_discarded_on` when it went.
    `return_number` and `returned_on` are those of the covering letter with which a misdirected one went back.
    `struck_on` is the day on which one logged by mistake was struck out.
    """

    __tablename__ = "package"
    __table_args__ = (
        UniqueConstraint("delivery_id", "ordinal"),
        Index("ix_package_unchecked", "id", sqlite_where=text("checked_at IS NULL")),
        Index(
            "ix_package_misdirected",
            "id",
            sqlite_where=text("misdirected_on IS NOT NULL AND returned_on IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"))
    ordinal: Mapped[int]
    sender: Mapped[str]
    correspondent_id: Mapped[int | None] = mapped_column(ForeignKey("correspondent.id"), index=True)
    cover_numbers: Mapped[str]
    carrier: Mapped[str]
    personal: Mapped[bool]
    addressee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    sealed: Mapped[bool | None]
    intact: Mapped[bool | None]
    checked_at: Mapped[dt.datetime | None]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    check_notes: Mapped[str]
    misdirected_on: Mapped[dt.date | None]
    returned_on: Mapped[dt.date | None]
    return_number: Mapped[str]
    cover_kept: Mapped[str]
    cover_discarded_on: Mapped[dt.date | None]
    struck_on: Mapped[dt.date | None]


class Enclosed(Base):
    """A document or publication in a package, as the covering letter states it and as it was counted.

    Counts are NULL where nothing is stated or nobody has counted. `stated_enclosures` and `missing` are words: which
    enclosures the letter names, and what of them is not there. `item_id` is the entry it was registered as, `struck_on`
    the day on which a row entered by mistake was struck out. A cover with «Лично» has one row, without counts until
    what it holds is completed.
    """

    __tablename__ = "enclosed"
    __table_args__ = (
        UniqueConstraint("package_id", "ordinal"),
        Index(
            "ix_enclosed_differing",
            "package_id",
            sqlite_where=text(
                "struck_on IS NULL AND (stated_sheets <> counted_sheets"
                " OR stated_enclosure_sheets <> counted_enclosure_sheets"
                " OR stated_copies <> counted_copies OR missing <> '')"
            ),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[int] = mapped_column(ForeignKey("package.id"))
    ordinal: Mapped[int]
    kind: Mapped[str]
    summary: Mapped[str]
    their_number: Mapped[str]
    their_date: Mapped[dt.date | None]
    stated_sheets: Mapped[int | None]
    counted_sheets: Mapped[int | None]
    stated_enclosure_sheets: Mapped[int | None]
    counted_enclosure_sheets: Mapped[int | None]
    stated_copies: Mapped[int | None]
    counted_copies: Mapped[int | None]
    stated_enclosures: Mapped[str]
    missing: Mapped[str]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), unique=True)
    struck_on: Mapped[dt.date | None]


class CarrierCheck(Base):
    """An electronic carrier checked for malicious programs (paragraph 12, part 6): by what, when, by whom, how it was.

    It is of a package, of an entry, or of both: the check precedes registration.
    """

    __tablename__ = "carrier_check"
    __table_args__ = (CheckConstraint("package_id IS NOT NULL OR item_id IS NOT NULL", name="of_something"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[int | None] = mapped_column(ForeignKey("package.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    means: Mapped[str]
    checked_on: Mapped[dt.date]
    checked_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    clean: Mapped[bool]
    notes: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
