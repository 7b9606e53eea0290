"""Several processes on one PostgreSQL, as threads with connections of their own that start together; and real ones."""
