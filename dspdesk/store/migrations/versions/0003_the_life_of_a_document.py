"""The life of a document: mail before registration, movements with a destination, hand-over, copying, control, acts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what documents go through; what was there stays as it is."""
    _tables()
    _columns()


def _columns() -> None:
    with op.batch_alter_table("movement") as table:
        table.add_column(sa.Column("employee_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("place_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("correspondent_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("paper", sa.String(), server_default="", nullable=False))
        table.add_column(sa.Column("corrects_id", sa.Integer(), nullable=True))
        table.create_check_constraint(
            op.f("ck_movement_one_destination"),
            "(employee_id IS NOT NULL) + (unit_id IS NOT NULL) + (place_id IS NOT NULL) + (correspondent_id IS NOT NULL) <= 1",
        )
        table.create_index(
            "ix_movement_corrects_id",
            ["corrects_id"],
            unique=True,
            sqlite_where=sa.text("corrects_id IS NOT NULL"),
        )
        table.create_index(
            "ix_movement_employee_id",
            ["employee_id"],
            unique=False,
            sqlite_where=sa.text("employee_id IS NOT NULL"),
        )
        table.create_index(
            "ix_movement_place_id", ["place_id"], unique=False, sqlite_where=sa.text("place_id IS NOT NULL")
        )
        table.create_index(
            "ix_movement_submission", ["copy_id"], unique=False, sqlite_where=sa.text("kind = 'submission'")
        )
        table.create_foreign_key(op.f("fk_movement_corrects_id"), "movement", ["corrects_id"], ["id"])
        table.create_foreign_key(op.f("fk_movement_employee_id"), "employee", ["employee_id"], ["id"])
        table.create_foreign_key(
            op.f("fk_movement_correspondent_id"), "correspondent", ["correspondent_id"], ["id"]
        )
        table.create_foreign_key(op.f("fk_movement_unit_id"), "unit", ["unit_id"], ["id"])
        table.create_foreign_key(op.f("fk_movement_place_id"), "place", ["place_id"], ["id"])

    op.create_index(
        "ix_item_signed_here",
        "item",
        ["id"],
        unique=False,
        sqlite_where=sa.text("signed_on IS NOT NULL AND instr(form_id, ':') = 0"),
    )

    with op.batch_alter_table("printout") as table:
        table.add_column(sa.Column("copies", sa.Integer(), server_default=sa.text("1"), nullable=False))
        table.add_column(sa.Column("awaits", sa.Boolean(), server_default=sa.text("0"), nullable=False))
        table.add_column(sa.Column("signed_on", sa.Date(), nullable=True))
        table.add_column(
            sa.Column("spoiled_sheets", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        table.add_column(sa.Column("set_aside_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("set_aside_reason", sa.String(), server_default="", nullable=False))
        table.add_column(sa.Column("replaced_by_id", sa.Integer(), nullable=True))
        table.create_index("ix_printout_subject", ["subject"], unique=False)
        table.create_index(
            "ix_printout_waiting",
            ["id"],
            unique=False,
            sqlite_where=sa.text("awaits AND signed_on IS NULL AND set_aside_on IS NULL"),
        )
        table.create_foreign_key(op.f("fk_printout_replaced_by_id"), "printout", ["replaced_by_id"], ["id"])


def _tables() -> None:
    op.create_table(
        "restricted_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_kk", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.Column("departmental", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restricted_list")),
    )
    op.create_table(
        "entrustment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_entrustment_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entrustment")),
    )
    op.create_index(op.f("ix_entrustment_employee_id"), "entrustment", ["employee_id"], unique=False)

    op.create_table(
        "list_order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["restricted_list.id"], name=op.f("fk_list_order_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_order")),
    )
    op.create_index(op.f("ix_list_order_list_id"), "list_order", ["list_id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("bearer", sa.String(), nullable=False),
        sa.Column("list_number", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("out_of_hours", sa.Boolean(), nullable=False),
        sa.Column("duty_officer_id", sa.Integer(), nullable=True),
        sa.Column("handed_over_at", sa.DateTime(), nullable=True),
        sa.Column("handed_over_to_id", sa.Integer(), nullable=True),
        sa.Column("breach", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["duty_officer_id"], ["employee.id"], name=op.f("fk_delivery_duty_officer_id")
        ),
        sa.ForeignKeyConstraint(
            ["handed_over_to_id"], ["employee.id"], name=op.f("fk_delivery_handed_over_to_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_delivery_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("form_id", name=op.f("uq_delivery_form_id")),
    )
    op.create_table(
        "handover_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_handover_sheet_employee_id")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_handover_sheet_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_sheet")),
        sa.UniqueConstraint("form_id", name=op.f("uq_handover_sheet_form_id")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_handover_sheet_year_number")),
    )
    op.create_index(op.f("ix_handover_sheet_employee_id"), "handover_sheet", ["employee_id"], unique=False)

    op.create_table(
        "list_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("text_kk", sa.String(), nullable=False),
        sa.Column("text_ru", sa.String(), nullable=False),
        sa.Column("criterion", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by_id"], ["list_order.id"], name=op.f("fk_list_entry_ended_by_id")),
        sa.ForeignKeyConstraint(["list_id"], ["restricted_list.id"], name=op.f("fk_list_entry_list_id")),
        sa.ForeignKeyConstraint(["order_id"], ["list_order.id"], name=op.f("fk_list_entry_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_entry")),
    )
    op.create_index(op.f("ix_list_entry_list_id"), "list_entry", ["list_id"], unique=False)

    op.create_table(
        "list_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("information", sa.String(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("executor_id", sa.Integer(), nullable=False),
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decision_words", sa.String(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["list_entry.id"], name=op.f("fk_list_proposal_entry_id")),
        sa.ForeignKeyConstraint(["executor_id"], ["employee.id"], name=op.f("fk_list_proposal_executor_id")),
        sa.ForeignKeyConstraint(["head_id"], ["employee.id"], name=op.f("fk_list_proposal_head_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_list_proposal_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal")),
        sa.UniqueConstraint("form_id", name=op.f("uq_list_proposal_form_id")),
    )
    op.create_table(
        "package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("correspondent_id", sa.Integer(), nullable=True),
        sa.Column("cover_numbers", sa.String(), nullable=False),
        sa.Column("carrier", sa.String(), nullable=False),
        sa.Column("personal", sa.Boolean(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=True),
        sa.Column("intact", sa.Boolean(), nullable=True),
        sa.Column("checked_at", sa.DateTime(), nullable=True),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("check_notes", sa.String(), nullable=False),
        sa.Column("misdirected_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("return_number", sa.String(), nullable=False),
        sa.Column("cover_kept", sa.String(), nullable=False),
        sa.Column("cover_discarded_on", sa.Date(), nullable=True),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["addressee_id"], ["employee.id"], name=op.f("fk_package_addressee_id")),
        sa.ForeignKeyConstraint(["checked_by"], ["account.id"], name=op.f("fk_package_checked_by")),
        sa.ForeignKeyConstraint(
            ["correspondent_id"], ["correspondent.id"], name=op.f("fk_package_correspondent_id")
        ),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name=op.f("fk_package_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
        sa.UniqueConstraint("delivery_id", "ordinal", name=op.f("uq_package_delivery_id_ordinal")),
    )
    op.create_index(op.f("ix_package_correspondent_id"), "package", ["correspondent_id"], unique=False)
    op.create_index(
        "ix_package_unchecked", "package", ["id"], unique=False, sqlite_where=sa.text("checked_at IS NULL")
    )

    op.create_table(
        "printed_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("printout_id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("above", sa.Integer(), nullable=False),
        sa.Column("below", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("noted", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["printout_id"], ["printout.id"], name=op.f("fk_printed_line_printout_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_line")),
        sa.UniqueConstraint(
            "paper",
            "subject",
            "language",
            "series",
            "key",
            name=op.f("uq_printed_line_paper_subject_language_series_key"),
        ),
    )
    op.create_index(op.f("ix_printed_line_printout_id"), "printed_line", ["printout_id"], unique=False)

    op.create_table(
        "printout_signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("printout_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=True),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_printout_signature_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["printout_id"], ["printout.id"], name=op.f("fk_printout_signature_printout_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printout_signature")),
        sa.UniqueConstraint("printout_id", "ordinal", name=op.f("uq_printout_signature_printout_id_ordinal")),
    )
    op.create_table(
        "abstract_extraction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("cards", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("first_worker_id", sa.Integer(), nullable=False),
        sa.Column("second_worker_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "first_worker_id <> second_worker_id", name=op.f("ck_abstract_extraction_two_workers")
        ),
        sa.ForeignKeyConstraint(
            ["first_worker_id"], ["employee.id"], name=op.f("fk_abstract_extraction_first_worker_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_abstract_extraction_item_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["account.id"], name=op.f("fk_abstract_extraction_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["second_worker_id"], ["employee.id"], name=op.f("fk_abstract_extraction_second_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abstract_extraction")),
        sa.UniqueConstraint("form_id", name=op.f("uq_abstract_extraction_form_id")),
    )
    op.create_index(op.f("ix_abstract_extraction_item_id"), "abstract_extraction", ["item_id"], unique=False)

    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("locality_kk", sa.String(), nullable=False),
        sa.Column("locality_ru", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("package_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("executed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_act_item_id")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_act_made_by")),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"], name=op.f("fk_act_package_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sa.UniqueConstraint("form_id", name=op.f("uq_act_form_id")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_act_year_number")),
    )
    op.create_index(op.f("ix_act_item_id"), "act", ["item_id"], unique=False)
    op.create_index(op.f("ix_act_package_id"), "act", ["package_id"], unique=False)

    op.create_table(
        "carrier_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("package_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by_id", sa.Integer(), nullable=False),
        sa.Column("clean", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "package_id IS NOT NULL OR item_id IS NOT NULL", name=op.f("ck_carrier_check_of_something")
        ),
        sa.ForeignKeyConstraint(
            ["checked_by_id"], ["employee.id"], name=op.f("fk_carrier_check_checked_by_id")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_carrier_check_item_id")),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"], name=op.f("fk_carrier_check_package_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_carrier_check_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier_check")),
    )
    op.create_index(op.f("ix_carrier_check_item_id"), "carrier_check", ["item_id"], unique=False)
    op.create_index(op.f("ix_carrier_check_package_id"), "carrier_check", ["package_id"], unique=False)

    op.create_table(
        "designation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["list_entry.id"], name=op.f("fk_designation_entry_id")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_designation_item_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_designation_proposal_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_designation_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_designation")),
        sa.UniqueConstraint("item_id", "ordinal", name=op.f("uq_designation_item_id_ordinal")),
    )
    op.create_table(
        "enclosed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("package_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("their_number", sa.String(), nullable=False),
        sa.Column("their_date", sa.Date(), nullable=True),
        sa.Column("stated_sheets", sa.Integer(), nullable=True),
        sa.Column("counted_sheets", sa.Integer(), nullable=True),
        sa.Column("stated_enclosure_sheets", sa.Integer(), nullable=True),
        sa.Column("counted_enclosure_sheets", sa.Integer(), nullable=True),
        sa.Column("stated_copies", sa.Integer(), nullable=True),
        sa.Column("counted_copies", sa.Integer(), nullable=True),
        sa.Column("stated_enclosures", sa.String(), nullable=False),
        sa.Column("missing", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_enclosed_item_id")),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"], name=op.f("fk_enclosed_package_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enclosed")),
        sa.UniqueConstraint("item_id", name=op.f("uq_enclosed_item_id")),
        sa.UniqueConstraint("package_id", "ordinal", name=op.f("uq_enclosed_package_id_ordinal")),
    )
    op.create_table(
        "misplacement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_item_id", sa.Integer(), nullable=False),
        sa.Column("to_item_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["from_item_id"], ["item.id"], name=op.f("fk_misplacement_from_item_id")),
        sa.ForeignKeyConstraint(["to_item_id"], ["item.id"], name=op.f("fk_misplacement_to_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_misplacement")),
        sa.UniqueConstraint("from_item_id", name=op.f("uq_misplacement_from_item_id")),
        sa.UniqueConstraint("to_item_id", name=op.f("uq_misplacement_to_item_id")),
    )
    op.create_table(
        "permit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("granted_by_id", sa.Integer(), nullable=True),
        sa.Column("granted_by", sa.String(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("for_employee_id", sa.Integer(), nullable=True),
        sa.Column("for_organisation", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("request_on", sa.Date(), nullable=True),
        sa.Column("consent", sa.String(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("revoked_reason", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["for_employee_id"], ["employee.id"], name=op.f("fk_permit_for_employee_id")),
        sa.ForeignKeyConstraint(["granted_by_id"], ["employee.id"], name=op.f("fk_permit_granted_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_permit_item_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_permit_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit")),
        sa.UniqueConstraint("form_id", name=op.f("uq_permit_form_id")),
    )
    op.create_index(op.f("ix_permit_item_id"), "permit", ["item_id"], unique=False)

    op.create_table(
        "resolution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.Column("struck_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["employee.id"], name=op.f("fk_resolution_author_id")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_resolution_item_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_resolution_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution")),
        sa.UniqueConstraint("form_id", name=op.f("uq_resolution_form_id")),
    )
    op.create_index(op.f("ix_resolution_item_id"), "resolution", ["item_id"], unique=False)

    op.create_table(
        "act_copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("correspondent", sa.String(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_act_copy_act_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_act_copy_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act_copy")),
        sa.UniqueConstraint("act_id", "number", name=op.f("uq_act_copy_act_id_number")),
    )
    op.create_table(
        "act_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("stated", sa.String(), nullable=False),
        sa.Column("found", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_act_line_act_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act_line")),
        sa.UniqueConstraint("act_id", "ordinal", name=op.f("uq_act_line_act_id_ordinal")),
    )
    op.create_table(
        "act_signer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_act_signer_act_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_act_signer_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act_signer")),
        sa.UniqueConstraint("act_id", "ordinal", name=op.f("uq_act_signer_act_id_ordinal")),
    )
    op.create_table(
        "control",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("resolution_id", sa.Integer(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("off_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("off_allowed_by_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_control_item_id")),
        sa.ForeignKeyConstraint(
            ["off_allowed_by_id"], ["employee.id"], name=op.f("fk_control_off_allowed_by_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_control_recorded_by")),
        sa.ForeignKeyConstraint(["resolution_id"], ["resolution.id"], name=op.f("fk_control_resolution_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control")),
    )
    op.create_index("ix_control_item_id", "control", ["item_id"], unique=False)
    op.create_index(
        "ix_control_open", "control", ["item_id"], unique=True, sqlite_where=sa.text("off_on IS NULL")
    )

    op.create_table(
        "reproduction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("permit_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("sheets", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_reproduction_item_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["employee.id"], name=op.f("fk_reproduction_made_by_id")),
        sa.ForeignKeyConstraint(["permit_id"], ["permit.id"], name=op.f("fk_reproduction_permit_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_reproduction_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reproduction")),
        sa.UniqueConstraint("form_id", name=op.f("uq_reproduction_form_id")),
    )
    op.create_index(op.f("ix_reproduction_item_id"), "reproduction", ["item_id"], unique=False)
    op.create_index(op.f("ix_reproduction_permit_id"), "reproduction", ["permit_id"], unique=False)

    op.create_table(
        "resolution_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resolution_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_resolution_person_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["resolution_id"], ["resolution.id"], name=op.f("fk_resolution_person_resolution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution_person")),
        sa.UniqueConstraint(
            "resolution_id", "employee_id", name=op.f("uq_resolution_person_resolution_id_employee_id")
        ),
    )
    op.create_index(
        op.f("ix_resolution_person_employee_id"), "resolution_person", ["employee_id"], unique=False
    )

    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("control_id", sa.Integer(), nullable=False),
        sa.Column("due_before", sa.Date(), nullable=False),
        sa.Column("due_after", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("allowed_by_id", sa.Integer(), nullable=False),
        sa.Column("allowed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["allowed_by_id"], ["employee.id"], name=op.f("fk_extension_allowed_by_id")),
        sa.ForeignKeyConstraint(["control_id"], ["control.id"], name=op.f("fk_extension_control_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_extension_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension")),
    )
    op.create_index(op.f("ix_extension_control_id"), "extension", ["control_id"], unique=False)

    op.create_table(
        "handover_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("movement_id", sa.Integer(), nullable=True),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.Column("struck_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["copy.id"], name=op.f("fk_handover_line_copy_id")),
        sa.ForeignKeyConstraint(["movement_id"], ["movement.id"], name=op.f("fk_handover_line_movement_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["handover_sheet.id"], name=op.f("fk_handover_line_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_line")),
        sa.UniqueConstraint("movement_id", name=op.f("uq_handover_line_movement_id")),
        sa.UniqueConstraint("sheet_id", "ordinal", name=op.f("uq_handover_line_sheet_id_ordinal")),
    )
    op.create_index(
        "ix_handover_line_waiting",
        "handover_line",
        ["copy_id"],
        unique=True,
        sqlite_where=sa.text("received_on IS NULL AND struck_on IS NULL"),
    )
