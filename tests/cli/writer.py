"""A program that logs hours, two entries in each transaction, until its standard input ends."""

import sys
import threading

from storage.database import open_database, unit_of_work
from storage.rooms import rooms
from tests.cli.hours import log, person


def write(url: str, stop: threading.Event) -> None:
    """Log until told to stop; prints a line after each commit."""
    engine = open_database(url)
    while not stop.is_set():
        with unit_of_work(engine) as session:
            room_id = rooms(session)[0].id
            whose = person(session, "Fatima")
            for _ in range(2):
                log(session, room_id, whose, 60)
        print("committed", flush=True)
    engine.dispose()


def _wait_for_the_end(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()


if __name__ == "__main__":
    stopped = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(stopped,), daemon=True).start()
    write(sys.argv[1], stopped)
