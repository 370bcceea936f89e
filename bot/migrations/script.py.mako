"""${message.capitalize()}."""

% if down_revision is None:
# Written by Alembic from the tables. While nothing is in use yet it may be written anew:
# delete this file and run ``python -m bot.migrations initial``, then ``make fmt``.
% else:
# Written by Alembic from the tables, then read and corrected by hand where needed.
% endif

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision: str = ${repr(up_revision)}
down_revision: str | Sequence[str] | None = ${repr(down_revision)}
branch_labels: str | Sequence[str] | None = ${repr(branch_labels)}
depends_on: str | Sequence[str] | None = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
