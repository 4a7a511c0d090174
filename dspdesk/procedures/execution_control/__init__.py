"""Execution control (paragraphs 12, 27, 36): submission, resolutions, deadlines, taking off control.

Each step keeps columns 8 and 9, the executor and the deadline of the entry in step with what it records.
"""

from dspdesk.procedures.execution_control.commands import (
    AmendResolution,
    Done,
    Extend,
    RecordResolution,
    Submit,
    TakeOff,
    TakeOnControl,
)
from dspdesk.procedures.execution_control.control import (
    consider_extension,
    extend,
    take_off,
    take_on,
)
from dspdesk.procedures.execution_control.papers import (
    draw_digest,
    draw_slip,
)
from dspdesk.procedures.execution_control.resolution import (
    amend_resolution,
    consider,
    record_resolution,
    submit,
)

__all__ = [
    "AmendResolution",
    "Done",
    "Extend",
    "RecordResolution",
    "Submit",
    "TakeOff",
    "TakeOnControl",
    "amend_resolution",
    "consider",
    "consider_extension",
    "draw_digest",
    "draw_slip",
    "extend",
    "record_resolution",
    "submit",
    "take_off",
    "take_on",
]
