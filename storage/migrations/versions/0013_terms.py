"""All that an agreement says, in place of its targets of what is counted alone."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# What the targets did not say of themselves; the names come with the agreement when it is loaded again.
TALLIES = {"referred_taking_part", "placements", "newcomers", "paid_work", "referrals", "partners"}
OUTPUT = TALLIES | {"key_holders", "active_volunteers", "active_groups", "members"}
UNITS = {"klussen": "klussen", "partners": "partners", "active_groups": "groups"}


def upgrade() -> None:
    # Written out: Alembic would copy the table.
    op.execute("ALTER TABLE agreement ADD COLUMN terms JSON DEFAULT '{}' NOT NULL")
    agreement = _table()
    for row in op.get_bind().execute(sa.select(agreement.c.id, agreement.c.targets)).all():
        terms = {"indicators": [_indicator(name, target) for name, target in row.targets.items()]}
        op.execute(sa.update(agreement).where(agreement.c.id == row.id).values(terms=terms))
    op.execute("ALTER TABLE agreement DROP COLUMN targets")


def downgrade() -> None:
    op.execute("ALTER TABLE agreement ADD COLUMN targets JSON DEFAULT '{}' NOT NULL")
    agreement = _table()
    for row in op.get_bind().execute(sa.select(agreement.c.id, agreement.c.terms)).all():
        targets = {
            indicator["id"]: {name: indicator[name] for name in ("target", "comparison", "of")}
            for indicator in row.terms.get("indicators", ())
            if indicator["source"] in ("logged", "tally")
        }
        op.execute(sa.update(agreement).where(agreement.c.id == row.id).values(targets=targets))
    op.execute("ALTER TABLE agreement DROP COLUMN terms")


def _table() -> sa.TableClause:
    return sa.table("agreement", sa.column("id"), sa.column("targets", sa.JSON), sa.column("terms", sa.JSON))


def _indicator(name: str, target: dict[str, object]) -> dict[str, object]:
    return {
        "id": name,
        "kind": "output" if name in OUTPUT else "proces",
        "name": name,
        "unit": UNITS.get(name, "people" if name in OUTPUT else "unique people"),
        "source": "tally" if name in TALLIES else "logged",
        "flagged": False,
        **target,
    }
