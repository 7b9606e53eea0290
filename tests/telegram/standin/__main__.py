"""The stand-in as a program: ``python -m tests.telegram.standin --port 8081``.

It prints its address once it serves, and stops at SIGTERM or SIGINT.
"""

import argparse
import signal
import threading

from tests.telegram.standin import TOKEN, Limits, Standin
from tests.telegram.standin.clock import RealClock, StillClock


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="tests.telegram.standin", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="loopback port; 0 is any free one")
    parser.add_argument("--token", default=TOKEN, help="the token of the only bot")
    parser.add_argument("--still", action="store_true", help="time stands still until POST /control/advance")
    parser.add_argument("--chat-burst", type=int, default=1, help="messages to one chat at once, before 1 a second")
    parser.add_argument("--per-second", type=int, default=30, help="messages a second over all chats")
    given = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    limits = Limits(overall_per_second=given.per_second, chat_burst=given.chat_burst)
    clock = StillClock() if given.still else RealClock()
    with Standin(limits=limits, clock=clock, token=given.token, port=given.port) as standin:
        print(standin.url, flush=True)
        stop.wait()


if __name__ == "__main__":
    main()
