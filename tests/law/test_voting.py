"""O17: quorum, majority of all present, equality; every vote of up to nine members against another reckoning."""

from fractions import Fraction
from itertools import product
from math import ceil

import pytest

from dspdesk.law.values import Impossible
from dspdesk.law.voting import Outcome, Result, Vote, outcome, quorum

F, A, S = "for", "against", "abstain"
ADOPTED, REJECTED, NOT_ADOPTED, NO_QUORUM = "adopted", "rejected", "not_adopted", "no_quorum"


def ballots(in_favour, against, abstained, absent=0):
    """Votes in that order; the presiding one stands where the test says."""
    return [F] * in_favour + [A] * against + [S] * abstained + [None] * absent


@pytest.mark.parametrize(
    ("votes", "presiding", "result"),
    [
        # everyone there
        (ballots(3, 0, 0), 0, ADOPTED),
        (ballots(0, 3, 0), 0, REJECTED),
        (ballots(0, 0, 3), 0, NOT_ADOPTED),
        (ballots(2, 1, 0), 2, ADOPTED),
        (ballots(1, 2, 0), 0, REJECTED),
        # half of all present is no majority, however few are against
        (ballots(2, 1, 1), 0, NOT_ADOPTED),
        (ballots(1, 2, 1), 1, NOT_ADOPTED),
        (ballots(2, 0, 2), 0, NOT_ADOPTED),
        (ballots(0, 2, 2), 0, NOT_ADOPTED),
        (ballots(3, 0, 3), 0, NOT_ADOPTED),
        (ballots(4, 0, 3), 4, ADOPTED),
        (ballots(3, 2, 4), 0, NOT_ADOPTED),
        # equality: what the presiding one voted for
        (ballots(2, 2, 0), 0, ADOPTED),
        (ballots(2, 2, 0), 3, REJECTED),
        (ballots(1, 1, 1), 0, ADOPTED),
        (ballots(1, 1, 1), 1, REJECTED),
        (ballots(1, 1, 1), 2, NOT_ADOPTED),
        (ballots(2, 2, 5), 1, ADOPTED),
        (ballots(2, 2, 5), 2, REJECTED),
        (ballots(2, 2, 5), 4, NOT_ADOPTED),
        # two thirds, rounded up, and one less
        (ballots(2, 0, 0, absent=1), 0, ADOPTED),
        (ballots(1, 0, 0, absent=2), 0, NO_QUORUM),
        (ballots(3, 0, 0, absent=1), 0, ADOPTED),
        (ballots(2, 0, 0, absent=2), 0, NO_QUORUM),
        (ballots(4, 0, 0, absent=1), 0, ADOPTED),
        (ballots(3, 0, 0, absent=2), 0, NO_QUORUM),
        (ballots(4, 0, 0, absent=2), 0, ADOPTED),
        (ballots(5, 0, 0, absent=2), 0, ADOPTED),
        (ballots(4, 0, 0, absent=3), 0, NO_QUORUM),
        (ballots(0, 0, 6, absent=3), 0, NOT_ADOPTED),
        (ballots(5, 0, 0, absent=4), 0, NO_QUORUM),
        # equality among those present
        (ballots(2, 2, 0, absent=2), 0, ADOPTED),
        (ballots(2, 2, 0, absent=2), 2, REJECTED),
        # without a quorum it does not matter who presides
        (ballots(1, 0, 0, absent=2), 2, NO_QUORUM),
        (ballots(0, 0, 0, absent=5), 0, NO_QUORUM),
        ([F], 0, ADOPTED),
    ],
)
def test_what_a_vote_decides(votes, presiding, result):
    done = outcome(len(votes), presiding, votes)
    assert done == Outcome(lawful=result != NO_QUORUM, result=Result(result))


@pytest.mark.parametrize(
    ("members", "fewest"),
    [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (8, 6), (9, 6), (10, 7), (30, 20)],
)
def test_two_thirds_are_rounded_up(members, fewest):
    assert quorum(members) == fewest


@pytest.mark.parametrize("members", range(1, 400))
def test_no_count_of_members_is_rounded_wrongly(members):
    assert quorum(members) == ceil(Fraction(2, 3) * members)


def reckoned(members, presiding, votes):
    """The same rule told from the other end: absent ones counted against the quorum, sides by their lead."""
    if 3 * votes.count(None) > members:
        return NO_QUORUM
    if votes[presiding] is None:
        return Impossible
    lead = votes.count(F) - votes.count(A)
    if lead == 0:
        return {F: ADOPTED, A: REJECTED, S: NOT_ADOPTED}[votes[presiding]]
    winner, others = (F, (A, S)) if lead > 0 else (A, (F, S))
    if votes.count(winner) > sum(votes.count(other) for other in others):
        return {F: ADOPTED, A: REJECTED}[winner]
    return NOT_ADOPTED


@pytest.mark.parametrize("members", range(1, 10))
def test_every_vote_of_up_to_nine_members(members):
    """Who of the others votes what does not matter, only how many: the presiding one, then the rest in order."""
    for first in (F, A, S, None):
        for f, a, s in product(range(members), repeat=3):
            if f + a + s > members - 1:
                continue
            votes = [first, *ballots(f, a, s, members - 1 - f - a - s)]
            expected = reckoned(members, 0, votes)
            if expected is Impossible:
                with pytest.raises(Impossible):
                    outcome(members, 0, votes)
            else:
                assert outcome(members, 0, votes).result == expected


@pytest.mark.parametrize("members", range(1, 7))
def test_the_order_of_the_members_changes_nothing(members):
    for votes in product((F, A, S, None), repeat=members):
        for presiding in range(members):
            if votes[presiding] is None:
                continue
            assert outcome(members, presiding, votes).result == reckoned(members, presiding, votes)


def test_members_may_be_named():
    assert outcome(["Тлеуов А.Б.", "Соколова В.Г.", "Пак Д.Е."], 1, [F, F, None]) == Outcome(
        True, Result.ADOPTED
    )


def test_a_deputy_may_be_denied_the_deciding_vote():
    votes = ballots(2, 2, 0)
    assert outcome(4, 0, votes, presiding_decides=False).result is Result.NOT_ADOPTED
    assert outcome(3, 0, ballots(2, 1, 0), presiding_decides=False).result is Result.ADOPTED


@pytest.mark.parametrize(
    ("members", "presiding", "votes"),
    [
        (3, 2, [F, F, None]),  # nobody presides
        (3, 3, [F, F, F]),
        (3, -1, [F, F, F]),
        (3, True, [F, F, F]),
        (3, "0", [F, F, F]),
        (3, None, [F, F, F]),
        (3, 0.0, [F, F, F]),
        (4, 0, [F, F, F]),
        (2, 0, [F, F, F]),
        (["a", "b"], 0, [F, F, F]),
        (0, 0, []),
        ([], 0, []),
        (-1, 0, []),
        (True, 0, [F]),
        ("abc", 0, [F, F, F]),
        (3.0, 0, [F, F, F]),
        (None, 0, [F]),
        (3, 0, [F, F, "yes"]),
        (3, 0, [F, F, "FOR"]),
        (3, 0, [F, F, ""]),
        (3, 0, [F, F, 1]),
        (3, 0, [F, F, ["for"]]),
        (3, 0, "for"),
        (3, 0, None),
    ],
)
def test_what_is_no_vote_is_refused(members, presiding, votes):
    with pytest.raises(Impossible):
        outcome(members, presiding, votes)


def test_the_words_of_the_command_line():
    assert {vote.value for vote in Vote} == {"for", "against", "abstain"}
    assert {result.value for result in Result} == {"adopted", "rejected", "not_adopted", "no_quorum"}
