"""The checklist of a case, and whose data they are."""

from bot.cases import commands as c
from bot.cases.words import Context, Role
from bot.cases.worklist import left, steps
from bot.policy.told import System, Told
from bot.rights import Right
from bot.understanding.reading import Flag
from tests.cases import a_case, a_request
from tests.transcripts.at_the_card import AtTheCard
from tests.transcripts.talk import POLICY

REFERENCE = "DSR-2026-0042"
TOLD = Told(systems=(System(name="CRM"), System(name="Trial platform", expires=True)))
RICH = POLICY.model_copy(update={"told": TOLD})


def codes(right: Right) -> list[str]:
    return [step.code for step in steps(right, RICH)]


def test_every_kind_of_matter_has_its_work() -> None:
    for right in Right:
        assert steps(right, RICH), right
        assert len(codes(right)) == len(set(codes(right)))


def test_data_that_would_expire_are_kept_until_the_answer_is_out() -> None:
    assert codes(Right.ACCESS)[0] == "preserve"
    assert "preserve" not in [step.code for step in steps(Right.ACCESS, POLICY)]


def test_a_deletion_is_confirmed_twice_done_everywhere_told_and_never_undone_by_a_list() -> None:
    assert codes(Right.ERASURE) == ["confirm", "keep", "system:crm", "system:trial-platform", "tell", "suppress"]
    assert [step.code for step in left(Right.ERASURE, RICH, ("confirm", "keep"))] == codes(Right.ERASURE)[2:]


def test_work_is_ticked_off_and_only_what_changed_is_noted() -> None:
    talk = AtTheCard(a_case(a_request(Right.COMPLAINT), a_request(Right.OPT_OUT_MARKETING, done=("unsubscribe",))))
    talk.presses("More")
    talk.presses("Work to do …")
    assert talk.field("opt_out_marketing").value == ("unsubscribe",)
    talk.submits(complaint=["echo", "dpo"])
    assert talk.commands == [c.NoteWork(REFERENCE, Right.COMPLAINT, ("echo", "dpo"), seen=3)]


def test_a_case_shows_how_far_its_work_is() -> None:
    talk = AtTheCard(a_case(a_request(Right.COMPLAINT, done=("echo",))))
    talk.shows("Work: 1 of 2 steps are done")


def test_access_through_an_employer_speaks_for_a_customer_s_data_and_the_team_decides() -> None:
    talk = AtTheCard(a_case(flags=(Flag.PROCESSOR_DATA,)))
    talk.presses("More")
    talk.presses("Whose data …")
    assert talk.field("context").value == ("employer",)
    assert talk.field("role").value == ("processor",)
    talk.submits()
    assert talk.errors == {
        "customer": "Please name the customer whose data they are: the request is passed on to them."
    }
    talk.submits(context=["reseller"], role=["sub_processor"], customer="Tulip Ltd")
    assert talk.commands == [c.DecideRole(REFERENCE, Role.SUB_PROCESSOR, Context.RESELLER, "Tulip Ltd", seen=3)]


def test_contracts_and_visits_are_ours_also_for_a_customer_s_employee() -> None:
    ours = {context for context in Context if context.proposed is Role.CONTROLLER}
    assert {Context.CONTRACTING, Context.OFFICE, Context.EVENT, Context.TRIAL, Context.WEBSITE} <= ours
    assert Context.UNKNOWN.proposed is Role.UNKNOWN
