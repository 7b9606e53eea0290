"""Who changed a room's settings, which learned words a coordinator looked at, and which message asked a question."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "room_setting_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"]),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"]),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_room_setting_change_room_id", "room_setting_change", ["room_id"])
    op.create_index("ix_room_setting_change_inbox_id", "room_setting_change", ["inbox_id"])
    # Written out: Alembic would copy the tables.
    moment = "TIMESTAMP WITH TIME ZONE" if op.get_bind().dialect.name == "postgresql" else "DATETIME"
    op.execute(f"ALTER TABLE learnedword ADD COLUMN checked_at {moment}")
    op.execute("ALTER TABLE learnedword ADD COLUMN checked_by INTEGER REFERENCES person (id)")
    # The coordinators were told of each of them when it was learned.
    op.execute("UPDATE learnedword SET checked_at = taught_at")
    op.execute("ALTER TABLE passedquestion ADD COLUMN inbox_id INTEGER REFERENCES inbox (id)")


def downgrade() -> None:
    op.execute("ALTER TABLE passedquestion DROP COLUMN inbox_id")
    op.execute("ALTER TABLE learnedword DROP COLUMN checked_by")
    op.execute("ALTER TABLE learnedword DROP COLUMN checked_at")
    op.drop_table("room_setting_change")
