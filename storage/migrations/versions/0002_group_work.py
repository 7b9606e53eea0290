"""The work of groups: their chats, klussen, participants, tallies; habits and shifts; invites for paper
volunteers; what an agreement promised of all this."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

import storage.instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFERENCES = (
    ("volunteer_group", "merged_into", "volunteer_group"),
    ("invite", "person_id", "person"),
    ("entry", "klus_id", "klus"),
)


def upgrade() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["merged_into"],
            ["participant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("room_id", "name"),
    )
    op.create_table(
        "tally",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("room_id", "number"),
    )
    op.create_table(
        "attendance_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("activity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("new_heads", sa.Integer(), nullable=True),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendance.id"],
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["volunteer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("attendance_id", "version"),
    )
    with op.batch_alter_table("attendance_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_version_inbox_id"), ["inbox_id"], unique=False)
        batch_op.create_index(
            "ix_attendance_version_room",
            ["room_id", "is_current", "activity", "date", "heads", "new_heads"],
            unique=False,
        )
        batch_op.create_index(
            "ux_attendance_version_current",
            ["attendance_id"],
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.create_table(
        "dated_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("started_by", sa.Integer(), nullable=False),
        sa.Column("start_inbox_id", sa.Integer(), nullable=False),
        sa.Column("start_confirmed_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("end_inbox_id", sa.Integer(), nullable=True),
        sa.Column("end_confirmed_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.Column("withdrawn_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["end_inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["ended_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.ForeignKeyConstraint(
            ["start_inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["started_by"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("dated_fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dated_fact_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dated_fact_room_id"), ["room_id"], unique=False)

    op.create_table(
        "group_chat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("chat", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("coupled_by", sa.Integer(), nullable=False),
        sa.Column("coupled_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("uncoupled_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["coupled_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["volunteer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("channel", "chat"),
    )
    with op.batch_alter_table("group_chat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_chat_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_chat_room_id"), ["room_id"], unique=False)

    op.create_table(
        "habit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["volunteer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("habit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_habit_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_habit_room_id"), ["room_id"], unique=False)

    op.create_table(
        "klus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("corporation", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("closed_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.Column("duplicate_of", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of"],
            ["klus.id"],
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["volunteer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("room_id", "number"),
    )
    with op.batch_alter_table("klus", schema=None) as batch_op:
        batch_op.create_index("ix_klus_state", ["room_id", "state", "done_on"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("started_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("ended_at", storage.instant.Instant(timezone=True), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["volunteer_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_shift_room_id"), ["room_id"], unique=False)
        batch_op.create_index(
            "ux_shift_running",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "tally_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tally_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("takes_part_since", sa.Date(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("organisation", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("counted_before", sa.Boolean(), nullable=False),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
        ),
        sa.ForeignKeyConstraint(
            ["tally_id"],
            ["tally.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("tally_id", "version"),
    )
    with op.batch_alter_table("tally_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tally_version_inbox_id"), ["inbox_id"], unique=False)
        batch_op.create_index("ix_tally_version_room", ["room_id", "is_current", "kind", "date"], unique=False)
        batch_op.create_index(
            "ux_tally_version_current",
            ["tally_id"],
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.create_table(
        "attendance_name",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["attendance_version.id"],
        ),
        sa.PrimaryKeyConstraint("version_id", "participant_id"),
    )
    with op.batch_alter_table("attendance_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_name_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "participant_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("change", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("into", sa.Integer(), nullable=True),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["into"],
            ["participant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("participant_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_change_participant_id"), ["participant_id"], unique=False)

    op.create_table(
        "klus_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("klus_id", sa.Integer(), nullable=False),
        sa.Column("change", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changed_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["klus_id"],
            ["klus.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("klus_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_klus_change_inbox_id"), ["inbox_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_klus_change_klus_id"), ["klus_id"], unique=False)

    op.create_table(
        "klus_helper",
        sa.Column("klus_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", storage.instant.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["klus_id"],
            ["klus.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("klus_id", "person_id"),
    )
    with op.batch_alter_table("klus_helper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_klus_helper_person_id"), ["person_id"], unique=False)

    op.create_table(
        "klus_photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("klus_id", sa.Integer(), nullable=False),
        sa.Column("is_after", sa.Boolean(), nullable=False),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reference", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("taken_at", storage.instant.Instant(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["klus_id"],
            ["klus.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("klus_photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_klus_photo_klus_id"), ["klus_id"], unique=False)

    # Written out: Alembic would copy these tables, whose rows others refer to.
    for table, column, refers_to in REFERENCES:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER REFERENCES {refers_to} (id)")
    op.create_index("ix_entry_klus_id", "entry", ["klus_id"])
    op.add_column("volunteer_group", sa.Column("usual_days", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("agreement", sa.Column("targets", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    op.drop_column("agreement", "targets")
    op.drop_column("volunteer_group", "usual_days")
    op.drop_index("ix_entry_klus_id", "entry")
    for table, column, _ in REFERENCES:
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    with op.batch_alter_table("klus_photo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_klus_photo_klus_id"))

    op.drop_table("klus_photo")
    with op.batch_alter_table("klus_helper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_klus_helper_person_id"))

    op.drop_table("klus_helper")
    with op.batch_alter_table("klus_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_klus_change_klus_id"))
        batch_op.drop_index(batch_op.f("ix_klus_change_inbox_id"))

    op.drop_table("klus_change")
    with op.batch_alter_table("participant_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_change_participant_id"))

    op.drop_table("participant_change")
    with op.batch_alter_table("attendance_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_name_participant_id"))

    op.drop_table("attendance_name")
    with op.batch_alter_table("tally_version", schema=None) as batch_op:
        batch_op.drop_index(
            "ux_tally_version_current", sqlite_where=sa.text("is_current"), postgresql_where=sa.text("is_current")
        )
        batch_op.drop_index("ix_tally_version_room")
        batch_op.drop_index(batch_op.f("ix_tally_version_inbox_id"))

    op.drop_table("tally_version")
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.drop_index(
            "ux_shift_running", sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_shift_room_id"))
        batch_op.drop_index(batch_op.f("ix_shift_person_id"))

    op.drop_table("shift")
    with op.batch_alter_table("klus", schema=None) as batch_op:
        batch_op.drop_index("ix_klus_state")

    op.drop_table("klus")
    with op.batch_alter_table("habit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_habit_room_id"))
        batch_op.drop_index(batch_op.f("ix_habit_person_id"))

    op.drop_table("habit")
    with op.batch_alter_table("group_chat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_chat_room_id"))
        batch_op.drop_index(batch_op.f("ix_group_chat_group_id"))

    op.drop_table("group_chat")
    with op.batch_alter_table("dated_fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dated_fact_room_id"))
        batch_op.drop_index(batch_op.f("ix_dated_fact_person_id"))

    op.drop_table("dated_fact")
    with op.batch_alter_table("attendance_version", schema=None) as batch_op:
        batch_op.drop_index(
            "ux_attendance_version_current", sqlite_where=sa.text("is_current"), postgresql_where=sa.text("is_current")
        )
        batch_op.drop_index("ix_attendance_version_room")
        batch_op.drop_index(batch_op.f("ix_attendance_version_inbox_id"))

    op.drop_table("attendance_version")
    op.drop_table("tally")
    op.drop_table("participant")
    op.drop_table("attendance")
