"""How findings bind: refusals stop, warnings ask for a reason, the rest is only shown."""

import pickle

import pytest

from dspdesk.law.findings import Finding, NeedsReason, Refused, Weight, settle

REFUSAL = Finding("D14a", Weight.REFUSE, "number_taken")
WARNING = Finding("D2", Weight.WARN, "grade_of_secrecy")
HINT = Finding("OWN", Weight.HINT, "sender_number_met")
REMINDER = Finding("D27", Weight.REMIND, "due")


def test_without_findings_a_step_passes():
    assert settle([None, None], "") == ()


def test_hints_and_reminders_are_only_shown():
    assert settle([HINT, None, REMINDER], "") == (HINT, REMINDER)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_warning_is_not_passed_without_a_reason(reason):
    with pytest.raises(NeedsReason) as stopped:
        settle([HINT, WARNING], reason)
    assert stopped.value.findings == (WARNING,)


def test_a_warning_is_passed_with_a_reason():
    assert settle([WARNING, HINT], "о порядке, не гриф") == (WARNING, HINT)


def test_a_refusal_is_not_passed_with_any_reason():
    with pytest.raises(Refused) as stopped:
        settle([WARNING, REFUSAL], "очень нужно")
    assert type(stopped.value) is Refused
    assert stopped.value.findings == (REFUSAL,)
    assert str(stopped.value) == "D14a:number_taken"


def test_weights_are_the_words_of_the_table():
    assert [weight.value for weight in Weight] == ["refuse", "warn", "hint", "remind"]


@pytest.mark.parametrize("kind", [Refused, NeedsReason])
def test_a_refusal_comes_back_whole_from_a_child_process(kind):
    came = pickle.loads(pickle.dumps(kind([REFUSAL, WARNING])))
    assert type(came) is kind
    assert came.findings == (REFUSAL, WARNING)
