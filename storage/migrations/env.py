"""What Alembic runs: every migration on the connection it was handed, in that connection's transaction."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 (registers the tables)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
