"""More matters than rights, and what is done of the work."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | Sequence[str] | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

RIGHTS = (
    *("access", "know_categories", "portability", "rectification", "erasure", "restriction", "objection"),
    *("opt_out_marketing", "opt_out_sale", "limit_sensitive", "withdraw_consent", "automated_decision", "complaint"),
)
MATTERS = ("appeal", "minor_report", "deactivate_account", "general_question")
BEFORE = (
    *("opened", "added", "linked", "taken", "given", "verification_asked", "verified", "verification_failed"),
    *("acknowledged", "extended", "paused", "resumed", "closed", "reopened", "corrected", "split", "merged"),
    *("details_seen", "snoozed", "breach_reported", "passed_to_legal", "purged", "letter_sent"),
)
NEW = ("role_decided", "work_done")
REASONS = (
    *("suspected_fraud", "insuf_verification", "no_match", "claim_not_covered", "outside_jurisdiction"),
    *("too_many_requests", "manifestly_unfounded", "processor_redirect", "duplicate", "requester_withdrew"),
    *("no_response", "not_a_privacy_request", "other"),
)
CAPACITIES = ("self", "representative", "parent", "lawyer")


def upgrade() -> None:
    _allow("requests", "right", (*RIGHTS, *MATTERS))
    _allow("audit", "code", (*BEFORE, *NEW))
    _allow("requests", "reason", (*REASONS[:2], "unverified_authority", *REASONS[2:]))
    _allow("cases", "capacity", (*CAPACITIES, "poa_holder"))
    op.add_column("requests", sa.Column("extended_until", sa.Date(), nullable=True))
    op.add_column("requests", sa.Column("steps_done", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("requests", "steps_done")
    op.drop_column("requests", "extended_until")
    op.execute("DELETE FROM audit WHERE code IN ('role_decided', 'work_done')")
    _allow("audit", "code", BEFORE)
    listed = ", ".join(f"'{matter}'" for matter in MATTERS)
    op.execute(f'DELETE FROM requests WHERE "right" IN ({listed})')  # noqa: S608 - the names above
    _allow("requests", "right", RIGHTS)
    op.execute("UPDATE requests SET reason = 'insuf_verification' WHERE reason = 'unverified_authority'")
    _allow("requests", "reason", REASONS)
    op.execute("UPDATE cases SET capacity = 'representative' WHERE capacity = 'poa_holder'")
    _allow("cases", "capacity", CAPACITIES)


def _allow(table: str, column: str, values: Sequence[str]) -> None:
    listed = ", ".join(f"'{value}'" for value in values)
    quoted = f'"{column}"' if column == "right" else column
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(f"{column}_known", type_="check")
        changed.create_check_constraint(f"{column}_known", sa.text(f"{quoted} IN ({listed})"))
