"""Answers on the spot: a message may carry the platform's one-time way of saying it where somebody acted.

And an index in the order in which turns are taken.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | Sequence[str] | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["id"],
        sqlite_where=sa.text("state IN ('waiting', 'claimed')"),
        postgresql_where=sa.text("state IN ('waiting', 'claimed')"),
    )
    op.add_column("outbox", sa.Column("hook_sealed", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "hook_sealed")
    op.drop_index("ix_inbox_open", "inbox")
