"""The base of all tables: constraint names by one convention, columns that are worked out from others."""

from typing import Any, Final

from sqlalchemy import MetaData, text
from sqlalchemy.orm import DeclarativeBase, mapped_column

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table has an integer `id`, so that the ledger can name any row by table and key."""

    metadata = MetaData(naming_convention=_NAMES)


def derived(*args: Any, **kwargs: Any) -> Any:
    """A column worked out from others (search text, sort keys): written with them, not stated in the ledger."""
    return mapped_column(*args, info={"derived": True}, **kwargs)


def added(default: Any) -> Any:
    """A column that came after the first stores were made; `default` is what stands in the rows they had."""
    return mapped_column(default=default, server_default=_literal(default))


def _literal(default: Any) -> Any:
    return text(str(int(default))) if isinstance(default, int) else default


#: Marks a table whose rows are no records: they come and go, and the ledger does not state them.
UNLEDGERED: Final = {"unledgered": True}
