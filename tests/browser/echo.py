"""A try-out with an echo for a bot, with which the page is tested apart from the core."""

import html
import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.channels.browser import BrowserChannel
from bot.tryout.ports import Line, Phone
from handlers.messages import Button, Incoming, Kind
from scheduler.sending import File, Outgoing

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 12, 20, 15, tzinfo=AMSTERDAM)

NOOR = Phone(key="phone-volunteer", person="Noor", role="vrijwilliger", start="/start abc")
AHMED = Phone(key="phone-leader", person="Ahmed", role="groepstrekker", start="/start def")
ELS = Phone(key="phone-coordinator", person="Els", role="coördinator", start="/start ghi")
GROUP = Phone(key="group-chat", person="Kookgroep", role="groepschat", start="/koppel", is_group=True)

_MENU = (("uren", "Uren doorgeven"), ("mijnuren", "Mijn uren"), ("help", "Hulp"))


def _picture(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + b"\xf0\x91\x6c" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


FILES = {
    "plaatje": File("jaar.png", "image/png", _picture(320, 180), "Staafdiagram: 52 uur van januari tot november"),
    "bestand": File("mijn-gegevens.json", "application/json", b'{"naam": "Noor"}', "Alles wat van jou bewaard is"),
    "pagina": File("x.html", "text/html", b"<script>alert(1)</script>", "Een pagina"),
}


class EchoTryOut:
    """Keeps everything in memory and answers some words in a fixed way, all else with an echo."""

    zone = AMSTERDAM

    def __init__(self) -> None:
        self._offset = START - datetime.now(UTC)
        self.channel = BrowserChannel(self.now)
        self.received: list[Incoming] = []
        self.deliveries = 0
        self.failures = 0
        """How many of the next messages fail before they are kept."""
        self._lines: list[tuple[str, Line]] = []
        self._files: dict[int, File] = {}

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def phones(self) -> Sequence[Phone]:
        return (NOOR, AHMED, ELS, GROUP)

    async def history(self, chat: str) -> Sequence[Line]:
        return [line for where, line in self._lines if where == chat]

    async def file(self, outbox_id: int) -> File | None:
        return self._files.get(outbox_id)

    async def move_clock(self, to: datetime) -> None:
        assert to > self.now()
        self._offset = to - datetime.now(UTC)
        await self.say(ELS.key, "<b>Weekbericht</b>\nDeze week: 12 uur.", file=FILES["plaatje"])

    async def start_afresh(self) -> None:
        self.received.clear()
        self._lines.clear()
        self._files.clear()

    async def receive(self, incoming: Incoming) -> None:
        self.deliveries += 1
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the database is locked")
        if any(known.id == incoming.id for known in self.received):
            return
        self.received.append(incoming)
        self._lines.append((incoming.chat, _line_of(incoming)))
        await self._answer(incoming)

    async def _answer(self, incoming: Incoming) -> None:
        said = html.escape(incoming.text[:2000])
        if incoming.group_chat:
            await self._answer_group(incoming, said)
            return
        if incoming.edited:
            await self.say(incoming.chat, f"Aangepast: {said}")
        elif incoming.kind is Kind.BUTTON:
            await self.say(incoming.chat, f"Gekozen: <b>{said}</b>")
        elif incoming.kind is not Kind.TEXT:
            await self.say(incoming.chat, "Dat kan ik niet lezen. Schrijf het in woorden.")
        elif incoming.replies_to:
            await self.say(incoming.chat, f"Antwoord op: {html.escape(incoming.replies_to_text)}")
        elif said.startswith("/start"):
            await self.say(incoming.chat, "Welkom bij <b>TOP</b>!", _buttons("Ja, ik doe mee", "Nee"), menu=_MENU)
        elif said == "knoppen":
            await self.say(incoming.chat, "Welke groep?", _buttons("Kookgroep", "Tuingroep", "Klussendienst"))
        elif said == "lijst":
            await self.say(incoming.chat, "Welke groep?", _buttons(*(f"Groep {n}" for n in range(1, 11))))
        elif said == "tags":
            await self.say(incoming.chat, "<b>vet</b> <i>schuin</i> &lt;u&gt;&amp;&#39; <script>alert(1)</script>")
        elif said == "stil":
            pass
        elif said in FILES:
            await self.say(incoming.chat, f"Hier is het: {said}.", file=FILES[said])
        else:
            await self.say(incoming.chat, f"Genoteerd: <b>{said}</b>", _buttons("Klopt niet"))

    async def _answer_group(self, incoming: Incoming, said: str) -> None:
        """Silent but for what is meant for it."""
        if incoming.kind is Kind.BUTTON:
            await self.say(incoming.chat, "Klaar: Piet.", replaces=incoming.replies_to)
        elif said.startswith("duim"):
            await self.say(incoming.chat, "Genoteerd.", replies_to=incoming.message, reaction="👍")
        elif incoming.addressed:
            await self.say(incoming.chat, f"Wie waren erbij? {said}", _buttons("Piet", "Klaar"))

    async def say(
        self,
        chat: str,
        text: str,
        buttons: tuple[Button, ...] = (),
        *,
        file: File | None = None,
        menu: tuple[tuple[str, str], ...] = (),
        **more: str,
    ) -> None:
        """The bot says something in a chat."""
        number = 1 + sum(line.from_bot for _, line in self._lines)
        if file:
            self._files[number] = file
        line = Line(
            id=str(number),
            from_bot=True,
            sent_at=self.now(),
            text=text,
            buttons=buttons,
            menu=menu,
            has_file=file is not None,
            **more,
        )
        self._lines.append((chat, line))
        await self.channel.send(
            Outgoing(id=number, chat=chat, text=text, buttons=buttons, file=file, menu=menu, **more)
        )


def _buttons(*labels: str) -> tuple[Button, ...]:
    return tuple(Button(label, label.lower()) for label in labels)


def _line_of(incoming: Incoming) -> Line:
    line = Line(
        id=incoming.message,
        from_bot=False,
        sent_at=incoming.sent_at,
        text=incoming.text,
        kind=incoming.kind,
        replies_to=incoming.replies_to,
        forwarded=incoming.forwarded,
        author=incoming.sender_name if incoming.group_chat else "",
    )
    return replace(line, edited=True) if incoming.edited else line
