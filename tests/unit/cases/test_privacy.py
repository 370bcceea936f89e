"""Personal data stands in no plain column, and goes when it has served; the request log stays."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import col, select

from bot.cases import load
from bot.cases.commands import (
    AddToCase,
    CloseRequests,
    CorrectCase,
    MergeCase,
    ReportBreach,
    SplitCase,
    TakeCase,
)
from bot.cases.export import exported
from bot.cases.purge import purge
from bot.cases.snapshot import Person
from bot.cases.tables import AuditRow, CaseRow, RequestRow
from bot.cases.words import Arrival, Reason, Status
from bot.cases.work import DESK
from bot.rights import Right
from bot.vault import Vault
from tests.people import ANA, EVA, PRIYA, SAM
from tests.unit.cases.desk import MAIL, RECEIVED, Desk, asking, once_more

DENY = CloseRequests("", (Right.ERASURE,), Status.DENIED, Reason.NO_MATCH, f"We hold nothing of {ANA}.", f"no {ANA}")
SECRETS = (ANA, "Diaz", "delete everything", "all of it", "Priya", "priya@northloop.example", "zendesk.example")


def test_no_plain_column_of_any_table_holds_a_person(desk: Desk, engine: Engine) -> None:
    reference = desk.opens(
        asking(Right.ERASURE, Right.ACCESS, ticket=ANA, ticket_link=f"https://zendesk.example/{ANA}")
    )
    desk.does(PRIYA, TakeCase(reference))
    desk.does(EVA, once_more(text=f"I am {ANA}", joins=reference))
    desk.does(SAM, ReportBreach(desk.clock.now(), f"{ANA} was leaked", case=reference))
    desk.does(PRIYA, CorrectCase(reference, f"it is {ANA}", subject=Person(name="Ana Diaz", email=f"x{ANA}")))
    split = desk.does(PRIYA, SplitCase(reference, (Right.ACCESS,), f"for {ANA}")).reference
    desk.does(PRIYA, MergeCase(split, reference, f"no, {ANA} herself"))
    desk.does(PRIYA, replace(DENY, case=reference))
    everything = _dump(engine)
    assert reference in everything
    for secret in SECRETS:
        assert secret not in everything, secret


def test_what_has_served_is_emptied_and_the_log_stays(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, TakeCase(reference))
    desk.does(PRIYA, replace(DENY, case=reference))
    assert _purged(desk) == 0  # not before the policy's day is over
    desk.days_later(2)
    assert _purged(desk) == 1
    assert _purged(desk) == 0
    details = desk.details(reference)
    assert (details.subject, details.text, details.words, details.answers) == (Person(), "", (), ())
    assert (details.told, details.notes) == ((), ())
    request = desk.request(reference)
    assert (request.outcome, request.reason) == (Status.DENIED, Reason.NO_MATCH)
    assert request.due is not None
    with desk.work() as work:
        log = work.session.exec(select(AuditRow).order_by(col(AuditRow.id))).all()
        assert [row.code.value for row in log] == ["opened", "taken", "closed", "purged"]
        assert all(row.change_sealed is None for row in log)
    again = desk.does(EVA, once_more())
    assert desk.case(again.reference).linked == (("again", reference),)  # a repeat is still known


def test_words_that_came_in_after_closing_are_kept_until_they_could_be_read(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, replace(DENY, case=reference))
    desk.days_later(5)
    _purged(desk)
    desk.does(SAM, AddToCase(reference, "But why?", RECEIVED, Arrival.EMAIL))
    assert _purged(desk) == 0 and desk.details(reference).text == "But why?"
    desk.days_later(2)
    assert _purged(desk) == 1 and desk.details(reference).text == ""


def test_an_open_case_is_never_emptied(desk: Desk) -> None:
    reference = desk.opens()
    desk.days_later(900)
    assert _purged(desk) == 0 and desk.details(reference).text == MAIL


def test_the_log_itself_goes_after_the_policys_months(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    split = desk.does(PRIYA, SplitCase(reference, (Right.ACCESS,), "apart")).reference
    desk.does(PRIYA, replace(DENY, case=reference))
    desk.does(SAM, ReportBreach(desk.clock.now(), "leaked"))
    desk.days_later(2)
    _purged(desk)
    desk.days_later(760)
    assert _purged(desk) == 1
    with desk.work() as work:
        assert load.case_view(work, reference) is None
        assert work.session.exec(select(AuditRow).where(col(AuditRow.case_id).is_(None))).all() == []
    kept = desk.case(split)
    assert kept.open and kept.linked == ()


def test_the_words_of_an_alarm_that_became_no_case_are_emptied(desk: Desk) -> None:
    desk.does(SAM, ReportBreach(desk.clock.now(), "leaked"))
    desk.days_later(15)
    _purged(desk)
    with desk.work() as work:
        row = work.session.exec(select(AuditRow)).one()
        assert row.code.value == "breach_reported" and row.change_sealed is None


def test_an_export_holds_protocol_names_and_personal_data_only_when_asked(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, replace(DENY, case=reference))
    case = desk.case(reference)
    with desk.work(DESK) as work:
        plain, full = exported(work, case), exported(work, case, personal=True)
    assert plain["requests"][0]["status"] == "denied" and plain["requests"][0]["reason"] == "no_match"
    assert plain["requests"][0]["due"] == "2026-04-07"
    assert "personal" not in plain and ANA not in str(plain)
    assert full["personal"]["subject"]["email"] == ANA
    with desk.work() as work:
        looks = work.session.exec(select(AuditRow).where(AuditRow.code == "details_seen")).all()
        assert [look.who for look in looks] == [DESK.id]


def test_the_log_tells_before_after_and_why_to_whoever_has_the_key(desk: Desk, vault: Vault) -> None:
    reference = desk.opens()
    desk.does(PRIYA, CorrectCase(reference, "the letter was stamped", received_at=RECEIVED - timedelta(days=2)))
    with desk.work() as work:
        row = work.session.exec(select(AuditRow).where(AuditRow.code == "corrected")).one()
    assert row.change_sealed is not None
    change: Any = vault.open_json(row.change_sealed)
    assert change["why"] == "the letter was stamped"
    assert (change["before"]["due"], change["after"]["due"]) == ({"erasure": "2026-04-07"}, {"erasure": "2026-04-03"})


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (CaseRow, "reference", "DSR-2026-0000000000000000"),
        (CaseRow, "arrival", "pigeon"),
        (CaseRow, "verification", "perhaps"),
        (RequestRow, "clock", "broken"),
        (RequestRow, "outcome", "denied"),  # without a reason and a moment
    ],
    ids=str,
)
def test_the_schema_itself_refuses_what_the_record_does_not_know(
    desk: Desk, engine: Engine, table: type[CaseRow | RequestRow], column: str, value: str
) -> None:
    desk.opens()
    with pytest.raises((IntegrityError, DataError)), engine.begin() as connection:
        name = inspect(table).local_table.name
        connection.execute(text(f"UPDATE {name} SET {column} = :value"), {"value": value})  # noqa: S608 - our names


def _purged(desk: Desk) -> int:
    with desk.work(DESK) as work:
        return purge(work)


def _dump(engine: Engine) -> str:
    """Every row of every table as one text."""
    with engine.connect() as connection:
        return "\n".join(
            str(tuple(row))
            for table in inspect(engine).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608 - our names
        )
