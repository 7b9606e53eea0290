"""People who turn out to be one person, and the changes of groups."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("change", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"]),
        sa.ForeignKeyConstraint(["group_id"], ["volunteer_group.id"]),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_group_change_group_id", "group_change", ["group_id"])
    op.create_index("ix_group_change_inbox_id", "group_change", ["inbox_id"])
    # Written out: Alembic would copy the table, whose rows others refer to.
    op.execute("ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id)")


def downgrade() -> None:
    op.execute("ALTER TABLE person DROP COLUMN merged_into")
    op.drop_table("group_change")
