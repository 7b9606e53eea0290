"""Write the year into a database."""

import sys

from storage.database import open_database, unit_of_work
from storage.migrations import migrate
from tests.year.generator import generate

if len(sys.argv) != 2:
    sys.exit("python -m tests.year FILE")
engine = open_database(f"sqlite:///{sys.argv[1]}")
migrate(engine)
with unit_of_work(engine) as session:
    generate(session)
