"""The days of which somebody said that they were or will not be there."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLUMNS = ("away_from", "away_to")


def upgrade() -> None:
    # Written out: Alembic would copy the table.
    for column in COLUMNS:
        op.execute(f"ALTER TABLE member ADD COLUMN {column} DATE")


def downgrade() -> None:
    for column in COLUMNS:
        op.execute(f"ALTER TABLE member DROP COLUMN {column}")
