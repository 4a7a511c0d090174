"""Requirements of the model regulation of the permanent commission (order 92)."""

from dspdesk.law.requirements.row import Way, met, planned

_REFUSE, _WARN, _RECORD, _REMIND, _PRINT = Way.REFUSE, Way.WARN, Way.RECORD, Way.REMIND, Way.PRINT

#: In the order of the paragraphs.
ROWS = (
    planned("O2", 6, _RECORD),
    planned("O3", 6, _RECORD),
    planned("O4", 6, _RECORD, _REFUSE),
    planned("O6", 6, _RECORD, _REFUSE),
    planned("O8", 6, _RECORD, _PRINT),
    planned("O9", 6, _RECORD, _REFUSE, _PRINT),
    planned("O10", 6, _REMIND),
    planned("O11", 6, _RECORD, _REFUSE),
    planned("O12", 6, _PRINT),
    planned("O13", 6, _REFUSE, _WARN),
    planned("O14", 6, _RECORD),
    planned("O15", 6, _RECORD),
    planned("O16", 6, _RECORD, _REFUSE),
    met(
        "O17",
        _RECORD,
        _REFUSE,
        where=("dspdesk.law.voting.outcome",),
        tests=("tests/law/test_voting.py::test_every_vote_of_up_to_nine_members",),
        planned=6,
    ),
    planned("O18", 6, _RECORD, _REFUSE, _REMIND, _PRINT),
)
