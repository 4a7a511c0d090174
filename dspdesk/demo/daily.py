"""A day in the office of the sample: mail, resolutions, copies made and handed over, acts, papers to be signed."""

import random

from dspdesk.demo import (
    acts,
    cases,
    cases_certified,
    cases_closing,
    cases_filing,
    cases_inner_inventory,
    cases_inventories,
    cases_plan,
    cases_taken,
    copying,
    execution_control,
    handover,
    mail,
    movements,
    printouts,
    restricted_list,
)
from dspdesk.desk import Desk

#: How many letters of today's mail are registered.
REGISTERED = 2


def live(desk: Desk, chance: random.Random) -> None:
    """Live through the day, each part by the procedures that a person uses."""
    for part in (
        restricted_list,
        cases_plan,
        mail,
        execution_control,
        copying,
        handover,
        movements,
        acts,
        cases,
        cases_filing,
        cases_inner_inventory,
        cases_certified,
        cases_closing,
        cases_inventories,
        cases_taken,
        printouts,
    ):
        part.fill(desk, chance)
