"""The policy as a whole, and what follows from several of its parts."""

from bot.policy.sections import (
    GUID,
    Clocks,
    Contact,
    Contacts,
    Home,
    Letters,
    Limits,
    Links,
    Nudges,
    Office,
    Organisation,
    Retention,
    Roles,
    Section,
    Tenant,
    WorkingHours,
)
from bot.policy.told import Told


class Policy(Section):
    organisation: Organisation
    contacts: Contacts
    roles: Roles
    home: Home
    working_hours: WorkingHours
    tenants: tuple[Tenant, ...] = ()  # platform tenants and team ids that may use the bot; empty: the home's only
    nudges: Nudges = Nudges()
    clocks: Clocks = Clocks()
    retention: Retention = Retention()
    links: Links = Links()
    limits: Limits = Limits()
    letters: Letters = Letters()
    offices: tuple[Office, ...] = ()
    told: Told = Told()
    version: str = ""  # of this file: set when it is loaded

    def tenants_on(self, platform: str) -> tuple[str, ...]:
        """The tenants of one chat platform that may use the desk, the home's first. Their ids tell whose they are."""
        home = [self.home.tenant] if self.home.platform == platform else []
        others = [tenant for tenant in self.tenants if (GUID.fullmatch(tenant) is not None) == (platform == "teams")]
        return tuple(dict.fromkeys([*home, *others]))

    def office_for(self, law: str) -> Office | None:
        """The office that answers requests under a law."""
        return next((office for office in self.offices if law in office.laws), None)

    def contact_for(self, law: str) -> Contact:
        """The data protection officer who is named to somebody under a law."""
        office = self.office_for(law)
        return office.contact if office else self.contacts.dpo

    def is_team(self, email: str | None) -> bool:
        """The privacy team and the DPO."""
        return email is not None and email in (*self.roles.team, *self.roles.dpo)

    def is_support(self, email: str | None) -> bool:
        return email is not None and email in self.roles.support
