"""Cases, volumes, inventories: the filing plan, what is filed, taken out, certified and handed to the archive."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ONE_DESTINATION = (
    "(employee_id IS NOT NULL) + (unit_id IS NOT NULL) + (place_id IS NOT NULL)"
    " + (correspondent_id IS NOT NULL) + (volume_id IS NOT NULL) <= 1"
)


def upgrade() -> None:
    """Add cases; what was there stays as it is."""
    _tables()
    _columns()


def _columns() -> None:
    with op.batch_alter_table("copy") as table:
        table.add_column(sa.Column("nature", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("movement") as table:
        table.add_column(sa.Column("volume_id", sa.Integer(), nullable=True))
        # made anew, the table would have its default as ('')
        table.alter_column("paper", existing_type=sa.String(), server_default="", existing_nullable=False)
        table.create_check_constraint(op.f("ck_movement_one_destination"), _ONE_DESTINATION)
        table.create_index(
            "ix_movement_volume_id",
            ["volume_id"],
            unique=False,
            sqlite_where=sa.text("volume_id IS NOT NULL"),
        )
        table.create_foreign_key(op.f("fk_movement_volume_id"), "volume", ["volume_id"], ["id"])
    with op.batch_alter_table("place") as table:
        table.add_column(sa.Column("lockable", sa.Boolean(), nullable=True))
        table.add_column(sa.Column("sealable", sa.Boolean(), nullable=True))
        table.add_column(sa.Column("purpose", sa.String(), server_default="", nullable=False))


def _tables() -> None:
    op.create_table(
        "plan_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("case_index", sa.String(), nullable=False),
        sa.Column("heading_kk", sa.String(), nullable=False),
        sa.Column("heading_ru", sa.String(), nullable=False),
        sa.Column("retention", sa.String(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("expert", sa.Boolean(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("carry_over", sa.Boolean(), nullable=False),
        sa.Column("documents", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.Column("copied_from_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["copied_from_id"], ["plan_entry.id"], name=op.f("fk_plan_entry_copied_from_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_plan_entry_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_entry")),
        sa.UniqueConstraint("form_id", name=op.f("uq_plan_entry_form_id")),
    )
    op.create_index(
        "ix_plan_entry_standing",
        "plan_entry",
        ["year", "case_index"],
        unique=True,
        sqlite_where=sa.text("struck_on IS NULL"),
    )
    op.create_index(op.f("ix_plan_entry_unit_id"), "plan_entry", ["unit_id"], unique=False)

    op.create_table(
        "case_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("plan_entry_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("heading_kk", sa.String(), nullable=False),
        sa.Column("heading_ru", sa.String(), nullable=False),
        sa.Column("carry_over", sa.Boolean(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        sa.Column("restricted_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_entry_id"], ["plan_entry.id"], name=op.f("fk_case_file_plan_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["employee.id"], name=op.f("fk_case_file_responsible_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("form_id", name=op.f("uq_case_file_form_id")),
        sa.UniqueConstraint("plan_entry_id", "ordinal", name=op.f("uq_case_file_plan_entry_id_ordinal")),
    )
    op.create_table(
        "inventory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approval", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by_id"], ["employee.id"], name=op.f("fk_inventory_made_by_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_inventory_recorded_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_inventory_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory")),
        sa.UniqueConstraint("form_id", name=op.f("uq_inventory_form_id")),
    )
    op.create_table(
        "transfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("inventory_id", sa.Integer(), nullable=False),
        sa.Column("handed_over_on", sa.Date(), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=False),
        sa.Column("accepted_by_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["accepted_by_id"], ["employee.id"], name=op.f("fk_transfer_accepted_by_id")),
        sa.ForeignKeyConstraint(["given_by_id"], ["employee.id"], name=op.f("fk_transfer_given_by_id")),
        sa.ForeignKeyConstraint(["inventory_id"], ["inventory.id"], name=op.f("fk_transfer_inventory_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_transfer_place_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_transfer_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
        sa.UniqueConstraint("form_id", name=op.f("uq_transfer_form_id")),
    )
    op.create_index(op.f("ix_transfer_inventory_id"), "transfer", ["inventory_id"], unique=False)

    op.create_table(
        "volume",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("holds", sa.String(), nullable=False),
        sa.Column("of_filing_id", sa.Integer(), nullable=True),
        sa.Column("container", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("placed_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("transferred_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_file_id"], ["case_file.id"], name=op.f("fk_volume_case_file_id")),
        sa.ForeignKeyConstraint(
            ["of_filing_id"], ["filing.id"], name=op.f("fk_volume_of_filing_id"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_volume_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volume")),
        sa.UniqueConstraint("case_file_id", "number", name=op.f("uq_volume_case_file_id_number")),
    )
    op.create_index(op.f("ix_volume_place_id"), "volume", ["place_id"], unique=False)

    op.create_table(
        "certification_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("volume_id", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("numbered", sa.Integer(), nullable=False),
        sa.Column("lettered", sa.String(), nullable=False),
        sa.Column("skipped", sa.String(), nullable=False),
        sa.Column("blank", sa.String(), nullable=False),
        sa.Column("inventory_sheets", sa.Integer(), nullable=False),
        sa.Column("filled_by_id", sa.Integer(), nullable=False),
        sa.Column("act_number", sa.String(), nullable=False),
        sa.Column("act_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filled_by_id"], ["employee.id"], name=op.f("fk_certification_sheet_filled_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["account.id"], name=op.f("fk_certification_sheet_recorded_by")
        ),
        sa.ForeignKeyConstraint(["volume_id"], ["volume.id"], name=op.f("fk_certification_sheet_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certification_sheet")),
        sa.UniqueConstraint("form_id", name=op.f("uq_certification_sheet_form_id")),
    )
    op.create_index(
        op.f("ix_certification_sheet_volume_id"), "certification_sheet", ["volume_id"], unique=False
    )

    op.create_table(
        "inventory_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inventory_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("volume_id", sa.Integer(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inventory_id"], ["inventory.id"], name=op.f("fk_inventory_line_inventory_id")
        ),
        sa.ForeignKeyConstraint(["volume_id"], ["volume.id"], name=op.f("fk_inventory_line_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory_line")),
        sa.UniqueConstraint("inventory_id", "ordinal", name=op.f("uq_inventory_line_inventory_id_ordinal")),
    )
    op.create_index("ix_inventory_line_volume_id", "inventory_line", ["volume_id"], unique=False)

    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_relation_item_id")),
        sa.ForeignKeyConstraint(["other_id"], ["item.id"], name=op.f("fk_relation_other_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_relation_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_item_id"), "relation", ["item_id"], unique=False)
    op.create_index(op.f("ix_relation_other_id"), "relation", ["other_id"], unique=False)

    op.create_table(
        "seizure_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("volume_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("official", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("handed_over_by_id", sa.Integer(), nullable=False),
        sa.Column("present", sa.String(), nullable=False),
        sa.Column("record_sheets", sa.Integer(), nullable=True),
        sa.Column("executed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handed_over_by_id"], ["employee.id"], name=op.f("fk_seizure_record_handed_over_by_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_seizure_record_recorded_by")),
        sa.ForeignKeyConstraint(["volume_id"], ["volume.id"], name=op.f("fk_seizure_record_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seizure_record")),
        sa.UniqueConstraint("form_id", name=op.f("uq_seizure_record_form_id")),
    )
    op.create_index(op.f("ix_seizure_record_volume_id"), "seizure_record", ["volume_id"], unique=False)

    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("permit_number", sa.String(), nullable=False),
        sa.Column("permitted_on", sa.Date(), nullable=False),
        sa.Column("permitted_by_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=True),
        sa.Column("to_volume_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["permitted_by_id"], ["employee.id"], name=op.f("fk_withdrawal_permitted_by_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_withdrawal_recorded_by")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["employee.id"], name=op.f("fk_withdrawal_taken_by_id")),
        sa.ForeignKeyConstraint(["to_volume_id"], ["volume.id"], name=op.f("fk_withdrawal_to_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawal")),
        sa.UniqueConstraint("form_id", name=op.f("uq_withdrawal_form_id")),
    )
    op.create_table(
        "certification_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("feature", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("sheets", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["certification_sheet.id"], name=op.f("fk_certification_line_sheet_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certification_line")),
        sa.UniqueConstraint("sheet_id", "ordinal", name=op.f("uq_certification_line_sheet_id_ordinal")),
    )
    op.create_table(
        "filing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("volume_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("heading", sa.String(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("first_sheet", sa.Integer(), nullable=False),
        sa.Column("last_sheet", sa.Integer(), nullable=False),
        sa.Column("for_year", sa.Integer(), nullable=False),
        sa.Column("printout", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("came_from_id", sa.Integer(), nullable=True),
        sa.Column("out_on", sa.Date(), nullable=True),
        sa.Column("out_kind", sa.String(), server_default="", nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.CheckConstraint("last_sheet - first_sheet + 1 = sheets", name=op.f("ck_filing_sheets_counted")),
        sa.ForeignKeyConstraint(["came_from_id"], ["filing.id"], name=op.f("fk_filing_came_from_id")),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name=op.f("fk_filing_copy_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_filing_recorded_by")),
        sa.ForeignKeyConstraint(["volume_id"], ["volume.id"], name=op.f("fk_filing_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing")),
    )
    op.create_index(op.f("ix_filing_form_id"), "filing", ["form_id"], unique=False)
    op.create_index(op.f("ix_filing_copy_id"), "filing", ["copy_id"], unique=False)
    op.create_index(
        "ix_filing_came_from_id",
        "filing",
        ["came_from_id"],
        unique=False,
        sqlite_where=sa.text("came_from_id IS NOT NULL"),
    )
    op.create_index(
        "ix_filing_left", "filing", ["copy_id"], unique=False, sqlite_where=sa.text("out_kind <> ''")
    )
    op.create_index(op.f("ix_filing_volume_id"), "filing", ["volume_id"], unique=False)
    op.create_index(
        "ix_filing_ordinal",
        "filing",
        ["volume_id", "ordinal"],
        unique=True,
        sqlite_where=sa.text("struck_on IS NULL"),
    )
    op.create_index(
        "ix_filing_copy_in_case",
        "filing",
        ["copy_id"],
        unique=True,
        sqlite_where=sa.text("copy_id IS NOT NULL AND out_on IS NULL AND struck_on IS NULL"),
    )

    op.create_table(
        "transfer_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transfer_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("from_place_id", sa.Integer(), nullable=True),
        sa.Column("from_placed_on", sa.Date(), nullable=True),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["from_place_id"], ["place.id"], name=op.f("fk_transfer_line_from_place_id")),
        sa.ForeignKeyConstraint(["line_id"], ["inventory_line.id"], name=op.f("fk_transfer_line_line_id")),
        sa.ForeignKeyConstraint(["transfer_id"], ["transfer.id"], name=op.f("fk_transfer_line_transfer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_line")),
    )
    op.create_index(
        "ix_transfer_line_standing",
        "transfer_line",
        ["line_id"],
        unique=True,
        sqlite_where=sa.text("struck_on IS NULL"),
    )
    op.create_index(op.f("ix_transfer_line_transfer_id"), "transfer_line", ["transfer_id"], unique=False)

    op.create_table(
        "seizure_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.Column("copy_sheets", sa.Integer(), nullable=False),
        sa.Column("certified_by_id", sa.Integer(), nullable=True),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["certified_by_id"], ["employee.id"], name=op.f("fk_seizure_line_certified_by_id")
        ),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name=op.f("fk_seizure_line_filing_id")),
        sa.ForeignKeyConstraint(["record_id"], ["seizure_record.id"], name=op.f("fk_seizure_line_record_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seizure_line")),
        sa.UniqueConstraint("record_id", "ordinal", name=op.f("uq_seizure_line_record_id_ordinal")),
    )
    op.create_index(op.f("ix_seizure_line_filing_id"), "seizure_line", ["filing_id"], unique=False)

    op.create_table(
        "withdrawal_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("withdrawal_id", sa.Integer(), nullable=False),
        sa.Column("filing_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name=op.f("fk_withdrawal_line_filing_id")),
        sa.ForeignKeyConstraint(
            ["withdrawal_id"], ["withdrawal.id"], name=op.f("fk_withdrawal_line_withdrawal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawal_line")),
        sa.UniqueConstraint("filing_id", name=op.f("uq_withdrawal_line_filing_id")),
    )
    op.create_index(
        op.f("ix_withdrawal_line_withdrawal_id"), "withdrawal_line", ["withdrawal_id"], unique=False
    )
