"""Correspondents: met, entered, changed, joined."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import correspondents as procedures
from dspdesk.procedures.correspondents import ChangeCorrespondent, EnterCorrespondent, MergeCorrespondents
from dspdesk.queries.completion import completions, is_known
from dspdesk.queries.correspondents import correspondents, letters, proposals
from tests.factories import TODAY, registered


def named(desk, name):
    return next(row for row in correspondents(desk) if name in (row.name_ru, row.name_kk))


def refused(code, step, *given):
    with pytest.raises(Refused) as refusal:
        step(*given)
    assert [finding.code for finding in refusal.value.findings] == [code]
    return refusal.value.findings[0]


def merged(desk, duplicate, into, reason="одно и то же"):
    return procedures.merge(desk, MergeCorrespondents(duplicate_id=duplicate, into_id=into, reason=reason))


def test_a_correspondent_is_entered_and_offered(empty_desk):
    key = procedures.enter(
        empty_desk,
        EnterCorrespondent(
            name_ru=" Акимат  г. Астаны ",
            name_kk="Астана қ. әкімдігі",
            conditional_name="в/ч 1234",
            foreign=True,
        ),
    )
    (row,) = correspondents(empty_desk)
    assert (row.id, row.name_ru, row.name_kk) == (key, "Акимат г. Астаны", "Астана қ. әкімдігі")
    assert (row.conditional_name, row.foreign) == ("в/ч 1234", True)
    assert completions(empty_desk, "correspondent", "аким г") == ["Акимат г. Астаны"]
    assert empty_desk.verify() == []


def test_a_body_is_not_entered_twice_nor_without_a_name(empty_desk):
    procedures.enter(empty_desk, EnterCorrespondent(name_ru="АО «Казахтелеком»"))
    finding = refused(
        "correspondent_known", procedures.enter, empty_desk, EnterCorrespondent(name_kk='ао "казахтелеком"')
    )
    assert finding.field == "name_kk"
    refused("name_needed", procedures.enter, empty_desk, EnterCorrespondent(conditional_name="в/ч 1234"))
    assert len(correspondents(empty_desk)) == 1


def test_letters_in_and_out_are_counted(empty_desk):
    registered(empty_desk, correspondent="Минфин", date=TODAY - dt.timedelta(days=3))
    registered(empty_desk, correspondent="минфин")
    registered(empty_desk, correspondent="Минфин", journal=JournalKind.OUTGOING)
    row = named(empty_desk, "Минфин")
    assert (row.incoming, row.outgoing, row.last) == (2, 1, TODAY)
    found, total = letters(empty_desk, row.id, limit=2)
    assert (len(found), total) == (2, 3)


def test_a_change_keeps_the_entries_and_the_old_name_leads_here(empty_desk):
    registered(empty_desk, correspondent="Министерство юстиции")
    row = named(empty_desk, "Министерство юстиции")
    change = ChangeCorrespondent(
        correspondent_id=row.id, name_ru="Министерство права", renamed_from=TODAY, reason="указ"
    )
    procedures.change(empty_desk, change)
    assert is_known(empty_desk, "министерство юстиции")
    assert not is_known(empty_desk, "Министерство обороны")
    registered(empty_desk, correspondent="Министерство юстиции")  # by habit
    (row,) = correspondents(empty_desk)
    assert (row.name_ru, row.incoming) == ("Министерство права", 2)
    assert {letter.row.correspondent for letter in letters(empty_desk, row.id)[0]} == {"Министерство юстиции"}
    refused("nothing_changed", procedures.change, empty_desk, ChangeCorrespondent(**change_of(change, None)))
    refused(
        "name_not_changed", procedures.change, empty_desk, ChangeCorrespondent(**change_of(change, TODAY))
    )
    assert empty_desk.verify() == []


def change_of(change, renamed_from):
    return {
        "correspondent_id": change.correspondent_id,
        "name_ru": change.name_ru,
        "number_index": "" if renamed_from is None else "17",
        "renamed_from": renamed_from,
    }


def test_a_name_of_another_is_not_taken(empty_desk):
    one = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Минфин"))
    procedures.enter(empty_desk, EnterCorrespondent(name_ru="Минюст"))
    change = ChangeCorrespondent(correspondent_id=one, name_ru="минюст")
    refused("correspondent_known", procedures.change, empty_desk, change)


def test_a_duplicate_is_joined_with_all_its_letters(desk):
    registered(desk, correspondent="Минфин РК")
    duplicate, kept = named(desk, "Минфин РК"), named(desk, "Министерство финансов РК")
    before = kept.incoming
    moved = merged(desk, duplicate.id, kept.id)
    now = named(desk, "Министерство финансов РК")
    assert (moved, now.incoming, now.also) == (1, before + 1, ("Минфин РК",))
    words = {letter.row.correspondent for letter in letters(desk, kept.id)[0]}
    assert words == {"Минфин РК", "Министерство финансов РК"}  # each entry in its own words
    assert "Минфин РК" not in completions(desk, "correspondent", "минфин")
    assert desk.verify() == []


def test_the_names_of_a_duplicate_lead_to_the_one_kept(desk):
    one, other, third = (
        procedures.enter(desk, EnterCorrespondent(name_ru=name)) for name in ("Первый", "Второй", "Третий")
    )
    merged(desk, one, other)
    merged(desk, other, third)
    registered(desk, correspondent="ПЕРВЫЙ")
    registered(desk, correspondent="второй")
    assert named(desk, "Третий").incoming == 2
    assert is_known(desk, "Первый")
    assert sorted(named(desk, "Третий").also) == ["Второй", "Первый"]
    assert desk.verify() == []


def test_the_one_kept_takes_what_it_lacks(empty_desk):
    one = procedures.enter(
        empty_desk, EnterCorrespondent(name_kk="Қаржы министрлігі", address_ru="пр. Мәңгілік ел, 8")
    )
    kept = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Министерство финансов", number_index="7"))
    merged(empty_desk, one, kept)
    (row,) = correspondents(empty_desk)
    assert (row.id, row.name_kk, row.address_ru, row.number_index) == (
        kept,
        "Қаржы министрлігі",
        "пр. Мәңгілік ел, 8",
        "7",
    )
    registered(empty_desk, correspondent="Қаржы министрлігі")
    assert correspondents(empty_desk)[0].incoming == 1
    assert empty_desk.verify() == []


def test_what_is_not_joined(empty_desk):
    one, other, third = (
        procedures.enter(empty_desk, EnterCorrespondent(name_ru=name))
        for name in ("Первый", "Второй", "Третий")
    )
    refused("merge_itself", merged, empty_desk, one, one)
    refused("reason_needed", merged, empty_desk, one, other, " ")
    merged(empty_desk, one, other)
    refused("merged_already", merged, empty_desk, one, third)
    refused("merged_already", merged, empty_desk, third, one)
    refused(
        "merged_already",
        procedures.change,
        empty_desk,
        ChangeCorrespondent(correspondent_id=one, name_ru="Новый"),
    )
    assert len(correspondents(empty_desk)) == 2


def test_duplicates_are_proposed_with_the_one_written_to_most_to_be_kept(empty_desk):
    for name in ("Минфин РК", "Министерство финансов РК", "Министерство финансов РК", "Генпрокуратура"):
        registered(empty_desk, correspondent=name)
    (proposal,) = proposals(empty_desk)
    assert (proposal.keep.name_ru, proposal.duplicate.name_ru) == ("Министерство финансов РК", "Минфин РК")
    merged(empty_desk, proposal.duplicate.id, proposal.keep.id)
    assert proposals(empty_desk) == []


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.SECURITY_OFFICER])
def test_only_the_documentation_service_keeps_correspondents(empty_desk, role):
    one = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Первый"))
    other = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Второй"))
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    refused("not_entrusted", procedures.enter, empty_desk, EnterCorrespondent(name_ru="Третий"))
    refused("not_entrusted", merged, empty_desk, one, other)
    if role is Role.SECURITY_OFFICER:
        refused("not_entrusted", correspondents, empty_desk)


def test_a_sheet_leads_a_joined_name_to_the_one_kept(empty_desk):
    one = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Минфин"))
    kept = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Министерство финансов"))
    merged(empty_desk, one, kept)
    with empty_desk.reading() as connection:
        assert procedures.by_names(connection) == {"минфин": kept, "министерство финансов": kept}


def test_many_letters_are_moved_at_once(empty_desk):
    for _ in range(30):
        registered(empty_desk, correspondent="Минфин")
    kept = procedures.enter(empty_desk, EnterCorrespondent(name_ru="Министерство финансов"))
    assert merged(empty_desk, named(empty_desk, "Минфин").id, kept) == 30
    assert empty_desk.verify() == []
