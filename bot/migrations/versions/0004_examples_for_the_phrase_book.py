"""Examples for the phrase book."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "examples",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words_sealed", sa.String(), nullable=True),
        sa.Column("words_mark", sa.String(length=64), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "chat",
                "email",
                "forward",
                "ticket",
                name="kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("proposed", sa.String(length=300), nullable=False),
        sa.Column("answered", sa.String(length=300), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "new", "approved", "dropped", name="status_known", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(status = 'dropped') = (words_sealed IS NULL)", name="examples_emptied"),
        sa.CheckConstraint("(words_sealed IS NULL) = (words_mark IS NULL)", name="examples_marked"),
        sa.CheckConstraint("length(answered) <= 300", name="answered_length"),
        sa.CheckConstraint("length(language) <= 8", name="language_length"),
        sa.CheckConstraint("length(proposed) <= 300", name="proposed_length"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("words_mark"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_examples_new",
        "examples",
        ["kept_at"],
        unique=False,
        sqlite_where=sa.text("status <> 'approved'"),
        postgresql_where=sa.text("status <> 'approved'"),
    )


def downgrade() -> None:
    op.drop_index("ix_examples_new", "examples")
    op.drop_table("examples")
