"""Seized originals come back into their cases; approved inventories keep what they state; what waits is found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what came back; what was there stays as it is."""
    _tables()
    _what_inventories_state()
    _what_is_at_hand()
    _mail_that_waits()


def _what_is_at_hand() -> None:
    """Indexes by which copies are found that are with the service."""
    brought_back = "kind IN ('return', 'resolved', 'storing', 'withdrawal')"
    for name, table, columns, where in (
        ("ix_copy_never_moved", "copy", ["item_id"], "whereabouts_id IS NULL"),
        ("ix_movement_at_hand", "movement", ["happened_on", "copy_id", "kind"], brought_back),
    ):
        op.create_index(name, table, columns, unique=False, sqlite_where=sa.text(where))


def _mail_that_waits() -> None:
    """Indexes of the few covers of all that ever came with which something is still to be done."""
    differs = (
        "struck_on IS NULL AND (stated_sheets <> counted_sheets"
        " OR stated_enclosure_sheets <> counted_enclosure_sheets"
        " OR stated_copies <> counted_copies OR missing <> '')"
    )
    for name, table, column, where in (
        ("ix_package_misdirected", "package", "id", "misdirected_on IS NOT NULL AND returned_on IS NULL"),
        ("ix_enclosed_differing", "enclosed", "package_id", differs),
    ):
        op.create_index(name, table, [column], unique=False, sqlite_where=sa.text(where))


def _what_inventories_state() -> None:
    """What the lines of an inventory state from its approval on; those approved before go on stating what is now."""
    for name, kind in (
        ("heading_kk", sa.String()),
        ("heading_ru", sa.String()),
        ("retention", sa.String()),
        ("volume", sa.Integer()),
        ("restricted", sa.Boolean()),
        ("first_day", sa.Date()),
        ("last_day", sa.Date()),
        ("sheets", sa.Integer()),
        ("inventory_sheets", sa.Integer()),
    ):
        op.add_column("inventory_line", sa.Column(f"stated_{name}", kind, nullable=True))


def _tables() -> None:
    op.create_table(
        "seizure_return",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("brought_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["seizure_record.id"], name=op.f("fk_seizure_return_record_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_seizure_return_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seizure_return")),
        sa.UniqueConstraint("form_id", name=op.f("uq_seizure_return_form_id")),
    )
    op.create_index(op.f("ix_seizure_return_record_id"), "seizure_return", ["record_id"], unique=False)

    op.create_table(
        "seizure_return_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("copy_filing_id", sa.Integer(), nullable=False),
        sa.Column("struck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["return_id"], ["seizure_return.id"], name=op.f("fk_seizure_return_line_return_id")
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["seizure_line.id"], name=op.f("fk_seizure_return_line_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["copy_filing_id"], ["filing.id"], name=op.f("fk_seizure_return_line_copy_filing_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seizure_return_line")),
    )
    op.create_index(
        op.f("ix_seizure_return_line_return_id"), "seizure_return_line", ["return_id"], unique=False
    )
    op.create_index(
        "ix_seizure_return_line_standing",
        "seizure_return_line",
        ["line_id"],
        unique=True,
        sqlite_where=sa.text("struck_on IS NULL"),
    )
