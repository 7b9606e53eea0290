"""The pace of a channel, held by all processes together."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channel_pace",
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("next_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("paused_until", storage.instant.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("channel"),
    )


def downgrade() -> None:
    op.drop_table("channel_pace")
