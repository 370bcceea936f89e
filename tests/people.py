"""The people of the example organisation, and a customer of theirs."""

from bot.conversation.turn import Speaker


def somebody(name: str, *, guest: bool = False, language: str = "en", email: str | None = None) -> Speaker:
    """An account in the workspace, named as the example policy names its people."""
    return Speaker(
        platform="workspace",
        tenant="local",
        user=name.casefold(),
        name=name,
        email=email or f"{name.casefold()}@northloop.example",
        language=language,
        zone="Europe/Amsterdam",
        guest=guest,
    )


PRIYA = somebody("Priya")  # of the privacy team
PIETER = somebody("Pieter", language="nl")  # of the privacy team
NOOR = somebody("Noor", language="nl")  # the DPO
SAM = somebody("Sam")  # of support
EVA = somebody("Eva", language="nl")  # an employee
OTTO = somebody("Otto", guest=True, email="otto@elsewhere.example")

ANA = "ana.diaz@x.example"
