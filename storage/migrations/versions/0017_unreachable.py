"""Who can be written to no more is found without reading all accounts."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_account_unreachable ON account (unreachable_since) WHERE unreachable_since IS NOT NULL")


def downgrade() -> None:
    op.execute("DROP INDEX ix_account_unreachable")
