"""From which day on a group is there."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Written out: Alembic would copy the table.
    op.execute("ALTER TABLE volunteer_group ADD COLUMN since DATE")


def downgrade() -> None:
    op.execute("ALTER TABLE volunteer_group DROP COLUMN since")
