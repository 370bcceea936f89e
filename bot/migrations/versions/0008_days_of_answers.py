"""The day on which an answer went out."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("requests") as changed:
        changed.add_column(sa.Column("answered_on", sa.Date(), nullable=True))
        changed.create_check_constraint("answered_when_closed", sa.text("answered_on IS NULL OR closed_at IS NOT NULL"))


def downgrade() -> None:
    with op.batch_alter_table("requests") as changed:
        changed.drop_constraint("answered_when_closed", type_="check")
        changed.drop_column("answered_on")
