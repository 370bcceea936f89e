"""Letters as files."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "letter_files",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("body_sealed", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(key) <= 32", name="key_length"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_letter_files_until", "letter_files", ["until"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_letter_files_until", "letter_files")
    op.drop_table("letter_files")
