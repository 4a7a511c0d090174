"""The office and its keys: units, places, printers, former names, closings, sections, drafts and views."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what the office needs; what was there stays as it is."""
    _tables()
    _columns()
    with op.batch_alter_table("appointment") as table:
        table.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        table.add_column(_text("heads"))
        table.add_column(_flag("acting"))
        table.add_column(sa.Column("acting_for_id", sa.Integer(), nullable=True))
        table.add_column(_text("of_position_kk"))
        table.add_column(_text("of_position_ru"))
        table.create_check_constraint(
            op.f("ck_appointment_acting_for_acting"), "acting OR acting_for_id IS NULL"
        )
        table.create_foreign_key(op.f("fk_appointment_unit_id"), "unit", ["unit_id"], ["id"])
        table.create_foreign_key(op.f("fk_appointment_acting_for_id"), "employee", ["acting_for_id"], ["id"])
    with op.batch_alter_table("correspondent") as table:
        for name in ("conditional_name", "address_kk", "address_ru", "number_index"):
            table.add_column(_text(name))
        table.add_column(_flag("foreign"))
        table.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_correspondent_merged_into_id"), "correspondent", ["merged_into_id"], ["id"]
        )
    with op.batch_alter_table("journal") as table:
        table.add_column(_text("pattern", "{number}"))
        table.add_column(sa.Column("section_of_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            op.f("fk_journal_section_of_id"), "common_journal", ["section_of_id"], ["id"]
        )


def _columns() -> None:
    for name in ("superior", "address", "letterhead"):
        op.add_column("organisation", _text(f"{name}_kk"))
        op.add_column("organisation", _text(f"{name}_ru"))
    for name in ("number_index", "cases_kk", "cases_ru"):
        op.add_column("employee", _text(name))
    op.add_column("employee", _day("left_on"))
    op.add_column("account", _day("closed_on"))
    op.add_column("account", _flag("one_time"))
    op.add_column("account", _text("public_key"))
    op.add_column("account_role", _day("withdrawn_on"))
    op.add_column("number", _text("written"))
    op.create_index(
        "ix_number_not_issued", "number", ["journal_id", "state"], sqlite_where=sa.text("state <> 'issued'")
    )
    op.add_column("item", _text("case_index"))


def _tables() -> None:
    op.create_table(
        "common_journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_journal")),
        sa.UniqueConstraint("year", name=op.f("uq_common_journal_year")),
    )
    op.create_table(
        "former_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("name_kk", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_name")),
        sa.UniqueConstraint("subject", "until", name=op.f("uq_former_name_subject_until")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("within_id", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["within_id"], ["place.id"], name=op.f("fk_place_within_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    op.create_index(op.f("ix_place_within_id"), "place", ["within_id"], unique=False)
    op.create_table(
        "printer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("offset_x", sa.Integer(), nullable=False),
        sa.Column("offset_y", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sa.UniqueConstraint("name", name=op.f("uq_printer_name")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number_index", sa.String(), nullable=False),
        sa.Column("name_kk", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_draft_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("account_id", "form_id", name=op.f("uq_draft_account_id_form_id")),
        info={"unledgered": True},
    )
    op.create_table(
        "journal_closing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("lettered", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("position_kk", sa.String(), nullable=False),
        sa.Column("position_ru", sa.String(), nullable=False),
        sa.Column("name_kk", sa.String(), nullable=False),
        sa.Column("name_ru", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by"], ["account.id"], name=op.f("fk_journal_closing_closed_by")),
        sa.ForeignKeyConstraint(["id"], ["journal.id"], name=op.f("fk_journal_closing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_closing")),
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_saved_view_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "account_id", "register", "name", name=op.f("uq_saved_view_account_id_register_name")
        ),
        info={"unledgered": True},
    )
    op.create_table(
        "carry_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_item_id", sa.Integer(), nullable=False),
        sa.Column("to_item_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["from_item_id"], ["item.id"], name=op.f("fk_carry_over_from_item_id")),
        sa.ForeignKeyConstraint(["to_item_id"], ["item.id"], name=op.f("fk_carry_over_to_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carry_over")),
        sa.UniqueConstraint("from_item_id", name=op.f("uq_carry_over_from_item_id")),
        sa.UniqueConstraint("to_item_id", name=op.f("uq_carry_over_to_item_id")),
    )


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=default, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("0"), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=True)
