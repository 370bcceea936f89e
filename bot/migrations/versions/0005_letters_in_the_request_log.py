"""Letters in the request log."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BEFORE = (
    *("opened", "added", "linked", "taken", "given", "verification_asked", "verified", "verification_failed"),
    *("acknowledged", "extended", "paused", "resumed", "closed", "reopened", "corrected", "split", "merged"),
    *("details_seen", "snoozed", "breach_reported", "passed_to_legal", "purged"),
)
AFTER = (*BEFORE, "letter_sent")


def upgrade() -> None:
    _allow(AFTER)


def downgrade() -> None:
    op.execute("DELETE FROM audit WHERE code = 'letter_sent'")
    _allow(BEFORE)


def _allow(codes: Sequence[str]) -> None:
    listed = ", ".join(f"'{code}'" for code in codes)
    with op.batch_alter_table("audit") as audit:
        audit.drop_constraint("code_known", type_="check")
        audit.create_check_constraint("code_known", sa.text(f"code IN ({listed})"))
