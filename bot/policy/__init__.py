"""The organisation's own promises and settings, loaded from one TOML file and checked as a whole.

Colleagues are named by the address that their directory knows, so one entry covers a person's accounts on every
platform.
"""

from bot.policy.load import load_policy
from bot.policy.sections import GUID, Contact, Home, Language, Links, Nudges, Office, WorkingHours
from bot.policy.whole import Policy

__all__ = ["GUID", "Contact", "Home", "Language", "Links", "Nudges", "Office", "Policy", "WorkingHours", "load_policy"]
