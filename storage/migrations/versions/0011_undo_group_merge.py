"""What moved when two groups were merged, so that it can be put back."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Written out: Alembic would copy the table.
    op.execute("ALTER TABLE group_change ADD COLUMN moved JSON")


def downgrade() -> None:
    op.execute("ALTER TABLE group_change DROP COLUMN moved")
