"""The requirements of decree 1196, by the chapters of the Rules."""

from dspdesk.law.requirements.decree import (
    access,
    cases,
    classification,
    custody,
    dispatch,
    receipt,
    registration,
    review,
)

#: Every requirement of the decree, in its order.
ROWS = (
    *classification.ROWS,
    *receipt.ROWS,
    *registration.ROWS,
    *dispatch.ROWS,
    *cases.ROWS,
    *access.ROWS,
    *review.ROWS,
    *custody.ROWS,
)
