"""Answers that are handed over in the response to an update, and the chats that rest."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_outbox_waiting": (["channel", "chat", "bulk", "id"], "status = 'waiting'"),
    "ix_outbox_held": (["channel", "claimed_until", "chat"], "claimed_until IS NOT NULL"),
    "ix_outbox_answers": (["answers"], "answers IS NOT NULL"),
}


def upgrade() -> None:
    # Written out: Alembic would copy the table.
    op.execute("ALTER TABLE outbox ADD COLUMN answers INTEGER REFERENCES inbox (id)")
    for name, (columns, where) in INDEXES.items():
        op.create_index(name, "outbox", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    # An answer that was handed over is one that was sent, to a program that knows of no other.
    op.execute("UPDATE outbox SET status = 'sent' WHERE status = 'handed_over'")
    for name in INDEXES:
        op.drop_index(name, "outbox")
    op.execute("ALTER TABLE outbox DROP COLUMN answers")
