"""Indexes by which what is asked for every message, week and night costs the same after ten years as after one."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_entry_version_made": ("entry_version", ["room_id", "version", "changed_at", "entry_id"], None),
    "ix_entry_version_wrote": ("entry_version", ["person_id", "changed_by", "changed_at"], None),
    "ix_entry_version_newest": ("entry_version", ["person_id", "is_current", "entry_id", "status"], None),
    "ix_attendance_version_told": ("attendance_version", ["changed_by", "room_id", "changed_at"], None),
    "ix_told_room": ("told", ["room_id", "what", "period", "person_id", "told_at"], None),
    "ix_run_started": ("run", ["room_id", "started_at", "job", "period"], None),
    "ix_inbox_chat": ("inbox", ["channel", "chat", "id"], None),
    "ix_inbox_kept": ("inbox", ["received_at"], "payload IS NOT NULL"),
    "ix_outbox_recent": ("outbox", ["channel", "chat", "created_at"], None),
    "ix_outbox_kept": ("outbox", ["created_at"], "body IS NOT NULL"),
}


def upgrade() -> None:
    for name, (table, columns, where) in INDEXES.items():
        condition = None if where is None else sa.text(where)
        op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    for name, (table, _, _) in INDEXES.items():
        op.drop_index(name, table)
