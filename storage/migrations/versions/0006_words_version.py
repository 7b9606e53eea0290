"""A mark of each room's words, which changes whenever they do, so that they need not be read for every message."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# By triggers, so that no way to change a word can forget it. A mark is random, not counted: that of a transaction
# which was undone never comes again.
_EVENTS = {
    "room": ("INSERT", "UPDATE OF settings"),
    "volunteer_group": ("INSERT", "UPDATE", "DELETE"),
    "learnedword": ("INSERT", "UPDATE", "DELETE"),
    "member": ("INSERT", "UPDATE OF room_id, person_id, left_on", "DELETE"),
    "person": ("UPDATE OF name",),
}
_MARK = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()::text"}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    mark: sa.Column[str] = sa.Column(
        "words_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""
    )
    op.add_column("room", mark)
    op.execute(f"UPDATE room SET words_version = {_MARK[dialect]}")
    for table, events in _EVENTS.items():
        for event in events:
            verb = event.split()[0].lower()
            row = "OLD" if verb == "delete" else "NEW"
            rooms = {
                "room": f"{row}.id",
                "person": f"SELECT room_id FROM member WHERE person_id = {row}.id",
            }.get(table, f"{row}.room_id")
            change = f"UPDATE room SET words_version = {_MARK[dialect]} WHERE id IN ({rooms});"
            name = f"words_{table}_{verb}"
            if dialect == "sqlite":
                op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {change} END")
            else:
                op.execute(
                    f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                    f" $$ BEGIN {change} RETURN NULL; END $$"
                )
                op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    for table, events in _EVENTS.items():
        for event in events:
            name = f"words_{table}_{event.split()[0].lower()}"
            op.execute(f"DROP TRIGGER {name}" if dialect == "sqlite" else f"DROP FUNCTION {name}() CASCADE")
    op.drop_column("room", "words_version")
