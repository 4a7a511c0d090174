"""Cases (paragraphs 28-35): the filing plan, cases and their volumes, and what is filed in them."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dspdesk.models.base import Base, added


class PlanEntry(Base):
    """A heading of the filing plan of one year and unit (paragraph 28).

    `heading_*` is what the body calls it in each language, '' where it has none; `retention` with `years` is how long
    its cases are kept (`law.retention`), `expert` that the expert commission looks at them first (ЭПК, СТК), `article`
    the article of the list of periods. `documents` is the kind of its documents (`law.kinds.DocumentsKind`), which
    decides details of the cover; `register` the register or card file of this program that it is the heading of
    (`law.filing_plan.RegisterForm`), '' for documents. `expected` is the number of cases, NULL while nobody can tell.
    `struck_on` is when it was taken out of the plan; `copied_from_id` the heading of the year before.
    """

    __tablename__ = "plan_entry"
    __table_args__ = (
        Index(
            "ix_plan_entry_standing",
            "year",
            "case_index",
            unique=True,
            sqlite_where=text("struck_on IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    case_index: Mapped[str]
    heading_kk: Mapped[str]
    heading_ru: Mapped[str]
    retention: Mapped[str]
    years: Mapped[int | None]
    expert: Mapped[bool]
    article: Mapped[str]
    restricted: Mapped[bool]
    carry_over: Mapped[bool]
    documents: Mapped[str]
    register: Mapped[str]
    expected: Mapped[int | None]
    notes: Mapped[str]
    struck_on: Mapped[dt.date | None]
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("plan_entry.id"))


class CaseFile(Base):
    """A case under a heading of the filing plan: open → closed (its volumes go to the archive one by one).

    `ordinal` tells the cases of one heading apart. `heading_*` is its own heading where it differs from that of the
    plan, else ''. `carry_over` admits documents of several years (paragraph 30, 3). `restricted_on` is the day since
    which it is a restricted case (paragraph 34), NULL while it is none. `responsible_id` is who keeps it in the unit.
    """

    __tablename__ = "case_file"
    __table_args__ = (UniqueConstraint("plan_entry_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    plan_entry_id: Mapped[int] = mapped_column(ForeignKey("plan_entry.id"))
    ordinal: Mapped[int]
    edition: Mapped[str]
    heading_kk: Mapped[str]
    heading_ru: Mapped[str]
    carry_over: Mapped[bool]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    restricted_on: Mapped[dt.date | None]
    opened_on: Mapped[dt.date]
    closed_on: Mapped[dt.date | None]
    notes: Mapped[str]


class Volume(Base):
    """A volume of a case, 1, 2 …: open → closed → transferred to the departmental archive.

    `holds` says whether it holds documents, one enclosure or one document of more than 180 sheets
    (`law.case_file.VolumeHolds`); of the latter two `of_filing_id` is the document's line. `container` is what it is
    kept in (`law.case_file.Container`, paragraph 33), `place_id` where, since `placed_on` (paragraph 57).
    """

    __tablename__ = "volume"
    __table_args__ = (UniqueConstraint("case_file_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    case_file_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"))
    number: Mapped[int]
    holds: Mapped[str]
    of_filing_id: Mapped[int | None] = mapped_column(ForeignKey("filing.id", use_alter=True))
    container: Mapped[str]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    placed_on: Mapped[dt.date | None]
    opened_on: Mapped[dt.date]
    closed_on: Mapped[dt.date | None]
    transferred_on: Mapped[dt.date | None]


class Filing(Base):
    """A line of a volume: a copy, or a document that has no entry in a journal (paragraph 34); in it → out of it.

    `number`, `dated` and `heading` are its words on the inner inventory, as they stood when it was filed. It lies on
    the sheets `first_sheet` to `last_sheet`; both are kept when it leaves. `sheets` counts those of the document and
    of the enclosures beside it, a volume of its own for an enclosure is not among them. `for_year` is the year that it
    counts as (paragraph 30, 3 and 8). `printout` says of an electronic carrier that needs special legal confirmation
    whether its printout is there (paragraph 30, 5), NULL of anything else.

    `out_on` is when it left and `out_kind` how (`law.withdrawal.OutKind`); of what was seized a certified copy lies in
    its place (`SeizureLine`). `struck_on` is when a correction struck out what was never put there: its ordinal and
    its sheets are those of the next line again. `came_from_id` is the line from which it was moved here.
    """

    __tablename__ = "filing"
    __table_args__ = (
        Index(
            "ix_filing_ordinal",
            "volume_id",
            "ordinal",
            unique=True,
            sqlite_where=text("struck_on IS NULL"),
        ),
        CheckConstraint("last_sheet - first_sheet + 1 = sheets", name="sheets_counted"),
        Index(
            "ix_filing_copy_in_case",
            "copy_id",
            unique=True,
            sqlite_where=text("copy_id IS NOT NULL AND out_on IS NULL AND struck_on IS NULL"),
        ),
        Index("ix_filing_came_from_id", "came_from_id", sqlite_where=text("came_from_id IS NOT NULL")),
        Index("ix_filing_left", "copy_id", sqlite_where=text("out_kind <> ''")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(index=True)
    volume_id: Mapped[int] = mapped_column(ForeignKey("volume.id"), index=True)
    ordinal: Mapped[int]
    copy_id: Mapped[int | None] = mapped_column(ForeignKey("copy.id"), index=True)
    number: Mapped[str]
    dated: Mapped[dt.date | None]
    heading: Mapped[str]
    sheets: Mapped[int]
    first_sheet: Mapped[int]
    last_sheet: Mapped[int]
    for_year: Mapped[int]
    printout: Mapped[bool | None]
    notes: Mapped[str]
    filed_on: Mapped[dt.date]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    came_from_id: Mapped[int | None] = mapped_column(ForeignKey("filing.id"))
    out_on: Mapped[dt.date | None]
    out_kind: Mapped[str] = added("")
    struck_on: Mapped[dt.date | None]


class Relation(Base):
    """Two entries that are about one question (paragraph 30, 2): the one is a reply to the other, or its enclosure.

    `kind` is a `law.relations.RelationKind`, read from `item_id` to `other_id`; `struck_on` when it was taken back.
    """

    __tablename__ = "relation"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    struck_on: Mapped[dt.date | None]


class Withdrawal(Base):
    """Lines taken out of a case or moved to another one by permission of the head of the service (paragraph 59).

    `kind` is a `law.withdrawal.OutKind`; `to_volume_id` is where what was moved went.
    """

    __tablename__ = "withdrawal"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    kind: Mapped[str]
    permit_number: Mapped[str]
    permitted_on: Mapped[dt.date]
    permitted_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    why: Mapped[str]
    taken_on: Mapped[dt.date]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    to_volume_id: Mapped[int | None] = mapped_column(ForeignKey("volume.id"))
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class WithdrawalLine(Base):
    """One line of a volume that left by a withdrawal."""

    __tablename__ = "withdrawal_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    withdrawal_id: Mapped[int] = mapped_column(ForeignKey("withdrawal.id"), index=True)
    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"), unique=True)


class SeizureRecord(Base):
    """The record of a seizure of documents by a body that may do so (paragraph 42, part 2): draft → executed.

    `authority` is that body, `official` who came, `basis` the decision with its number and date; `handed_over_by_id`
    is who gave the originals. Executed, the originals are out; certified copies and this record stay in the case, also
    when the originals come back (`SeizureReturn`).
    """

    __tablename__ = "seizure_record"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    volume_id: Mapped[int] = mapped_column(ForeignKey("volume.id"), index=True)
    year: Mapped[int]
    number: Mapped[int]
    dated: Mapped[dt.date]
    authority: Mapped[str]
    official: Mapped[str]
    basis: Mapped[str]
    handed_over_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    present: Mapped[str]
    record_sheets: Mapped[int | None]
    executed_on: Mapped[dt.date | None]
    withdrawn_on: Mapped[dt.date | None]
    withdrawn_reason: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class SeizureLine(Base):
    """An original that was seized: `copy_sheets` is how many sheets the certified copy has that stays in its place."""

    __tablename__ = "seizure_line"
    __table_args__ = (UniqueConstraint("record_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("seizure_record.id"))
    ordinal: Mapped[int]
    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"), index=True)
    copy_sheets: Mapped[int]
    certified_by_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    certified_on: Mapped[dt.date | None]


class SeizureReturn(Base):
    """Originals of a record that came back: on which day, with what covering paper, by whom they were brought."""

    __tablename__ = "seizure_return"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    record_id: Mapped[int] = mapped_column(ForeignKey("seizure_record.id"), index=True)
    returned_on: Mapped[dt.date]
    paper: Mapped[str]
    brought_by: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class SeizureReturnLine(Base):
    """An original that came back, once; `copy_filing_id` is the line on which its certified copy lies from then on.

    `struck_on` is when the return turned out to be a mistake.
    """

    __tablename__ = "seizure_return_line"
    __table_args__ = (
        Index(
            "ix_seizure_return_line_standing", "line_id", unique=True, sqlite_where=text("struck_on IS NULL")
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    return_id: Mapped[int] = mapped_column(ForeignKey("seizure_return.id"), index=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("seizure_line.id"))
    copy_filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"))
    struck_on: Mapped[dt.date | None]


class CertificationSheet(Base):
    """The certification sheet of a volume (appendix 4), as filled in on a day; a later one stands in its place.

    Sheet numbers are written as a person writes them ("12а, 40б"). A later sheet names the act by which the volume
    was changed (note 8): `act_number`, `act_on`, both empty on the first.
    """

    __tablename__ = "certification_sheet"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    volume_id: Mapped[int] = mapped_column(ForeignKey("volume.id"), index=True)
    dated: Mapped[dt.date]
    numbered: Mapped[int]
    lettered: Mapped[str]
    skipped: Mapped[str]
    blank: Mapped[str]
    inventory_sheets: Mapped[int]
    filled_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    act_number: Mapped[str]
    act_on: Mapped[dt.date | None]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class CertificationLine(Base):
    """A line of a certification sheet.

    `feature` is 1 to 17 as on the form, 18 and further for what note 4 names without a line of its own (`words`), 0
    for an insert that cannot be numbered (`words` its kind, `count` how many). `sheets` are theirs: "12 (3), 14–15".
    """

    __tablename__ = "certification_line"
    __table_args__ = (UniqueConstraint("sheet_id", "ordinal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("certification_sheet.id"))
    ordinal: Mapped[int]
    feature: Mapped[int]
    words: Mapped[str]
    count: Mapped[int | None]
    sheets: Mapped[str]


class Inventory(Base):
    """An inventory of cases: of a unit, or consolidated of the body (paragraphs 32, 51, 52): draft → approved.

    `kind` is a `law.unit_inventory.InventoryKind`, `period` which cases it lists (`law.unit_inventory.Period`).
    """

    __tablename__ = "inventory"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    kind: Mapped[str]
    period: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    year: Mapped[int]
    number: Mapped[str]
    dated: Mapped[dt.date]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    approved_on: Mapped[dt.date | None]
    approval: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class InventoryLine(Base):
    """A volume on an inventory, under the number `ordinal` that is its case number there; struck out → off it.

    What begins with `stated_` is what the line states since the inventory was approved, `stated_retention` as the plan
    writes it, `stated_volume` empty where its case had one volume then. Drafts state what the volume is now, and so do
    inventories that were approved before this was kept: `stated_sheets` is empty.
    """

    __tablename__ = "inventory_line"
    __table_args__ = (
        UniqueConstraint("inventory_id", "ordinal"),
        Index("ix_inventory_line_volume_id", "volume_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    inventory_id: Mapped[int] = mapped_column(ForeignKey("inventory.id"))
    ordinal: Mapped[int]
    volume_id: Mapped[int] = mapped_column(ForeignKey("volume.id"))
    notes: Mapped[str]
    struck_on: Mapped[dt.date | None]
    stated_heading_kk: Mapped[str | None]
    stated_heading_ru: Mapped[str | None]
    stated_retention: Mapped[str | None]
    stated_volume: Mapped[int | None]
    stated_restricted: Mapped[bool | None]
    stated_first_day: Mapped[dt.date | None]
    stated_last_day: Mapped[dt.date | None]
    stated_sheets: Mapped[int | None]
    stated_inventory_sheets: Mapped[int | None]


class Transfer(Base):
    """Volumes of a unit's inventory handed to the departmental archive (paragraphs 51, 52), signed by both."""

    __tablename__ = "transfer"
    id: Mapped[int] = mapped_column(primary_key=True)
    form_id: Mapped[str] = mapped_column(unique=True)
    edition: Mapped[str]
    inventory_id: Mapped[int] = mapped_column(ForeignKey("inventory.id"), index=True)
    handed_over_on: Mapped[dt.date]
    given_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    accepted_by_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    notes: Mapped[str]
    recorded_at: Mapped[dt.datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class TransferLine(Base):
    """A line of the inventory that was handed over; `struck_on` is when that turned out to be a mistake.

    `from_place_id` and `from_placed_on` are where its volume lay before, so that it lies there again.
    """

    __tablename__ = "transfer_line"
    __table_args__ = (
        Index("ix_transfer_line_standing", "line_id", unique=True, sqlite_where=text("struck_on IS NULL")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    transfer_id: Mapped[int] = mapped_column(ForeignKey("transfer.id"), index=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("inventory_line.id"))
    from_place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    from_placed_on: Mapped[dt.date | None]
    struck_on: Mapped[dt.date | None]
