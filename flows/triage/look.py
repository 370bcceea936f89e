"""The personal side of a case, shown to the team in private. The look was audited before this is asked."""

from bot.cases.actions import ShowDetails
from bot.cases.views import details_blocks
from bot.conversation.action import Action
from bot.conversation.form import Form
from bot.conversation.scene import Handlers, Outcome, Scene, Values
from bot.errors import Stale
from bot.wording import _
from flows.triage.checked import team_case

HANDLERS = Handlers()


class DetailsRead(Action, name="case.details_read"):
    """The details were closed again; nothing is asked, and no second look is audited."""


@HANDLERS.on_press(ShowDetails)
def details_form(_action: ShowDetails, scene: Scene) -> Outcome:
    case = team_case(scene)
    if scene.details is None:
        raise Stale(_("The details of {reference} are no longer kept.", reference=case.reference))
    form = Form.of(case.reference, DetailsRead(), submit=_("Done"), intro=details_blocks(case, scene.details))
    return Outcome(form=form)


@HANDLERS.on_submit(DetailsRead)
def details_read(_action: DetailsRead, _values: Values, _scene: Scene) -> Outcome:
    return Outcome()
