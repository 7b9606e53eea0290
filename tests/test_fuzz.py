"""A random walk over the real core: people of several rooms say and press anything, in any order.

Nothing of it may end in an apology, cross a room's wall, or bring hours into the books that nobody told of. Every walk
is played twice from one seed: once with each message delivered once, and once with each delivered twice.

As a script, ``python fuzz_core.py [first seed] [walks] [turns]`` prints what it finds, by kind, with the seed.
"""

import logging
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event, func, or_
from sqlmodel import Session, col, select

from bot.sample.rooms import AGREEMENT
from handlers import routes
from handlers.messages import Incoming, Kind
from handlers.receive import receive
from handlers.turn import QUESTION_VERB
from language.say import LANGUAGES, plain
from scheduler.tick import tick
from storage import attendances, entries, group_chats, groups, klussen, outbox, people, rooms
from storage.agreements import keep_agreement, parse
from storage.database import open_database, reading, unit_of_work
from storage.entries import Status
from storage.invites import make_invite
from storage.klussen import State
from storage.migrations import migrate
from storage.named import NAMED
from storage.room_week import room_total
from storage.tables import (
    Account,
    AttendanceVersion,
    Entry,
    EntryVersion,
    Group,
    GroupMember,
    Inbox,
    Klus,
    Member,
    Outbox,
    Participant,
    Person,
    ResultVersion,
    Room,
)
from tests.evidence import Marks, evidence_faults, marks

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 3, 12, 14, 15, tzinfo=ZONE)
CHANNEL = "fuzz"
AGREED = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026)
SEEDS = range(1, 7)
TURNS = 80

ROOMS = {
    "TOP": ["kookgroep", "tuingroep", "taal", "klussendienst"],
    "Hart": ["naaigroep", "kookploeg"],
    "Groot": [f"groep nummer {number} met een lange naam" for number in range(1, 31)],
    "Leeg": [],
}
ACTIVITIES = {"kook": "koken", "klus": "klussen"}
# (account, name, language, {room: role}); a leader leads the room's first group.
CAST = [
    ("noor", "Noor", "nl", {"TOP": "volunteer"}),
    ("ahmed", "أحمد", "ar", {"TOP": "leader"}),
    ("els", "Els <b>&", "nl", {"TOP": "coordinator"}),
    ("sara", "Sara", "en", {"Hart": "coordinator"}),
    ("mo", "Mo", "nl", {"TOP": "volunteer", "Hart": "volunteer"}),
    ("xan", "Xan", "en", {"TOP": "coordinator", "Hart": "volunteer"}),
    ("bo", "Bo", "uk", {"Leeg": "volunteer"}),
    ("gijs", "Gijs", "nl", {"Groot": "leader"}),
    ("lies", "Lies", "ti", {"Groot": "coordinator"}),
    ("piet", "Noor", "nl", {"TOP": "volunteer"}),
]
NEWCOMERS = ["zed", "yara"]

BOOKING_TEXTS = [
    "Mo en Noor 2 uur kookgroep",
    "3 uur kookgroep gisteren", "2 uur tuin", "1,5 uur", "van 9 tot half 1 tuingroep", "van 20 tot 22 kookgroep",
    "10 uur kookgroep maandag", "8 uur", "7 uur dinsdag", "1 uur kookgroep en 2 uur tuingroep",
    "maandag 1 uur en dinsdag 2 uur", "kookgroep gisteren", "gisteren", "tuin", "20 uur", "een paar uur", "2 of 3 uur",
    "3 uur kookgroep 2 januari", "2 uur kookgroep 3 november", "30 februari 2 uur", "Noor 2 uur kookgroep",
    "Mo 1 uur naaigroep gisteren", "Mo 2 uur", "Xan 1 uur kookgroep", "Noor 1 uur en Mo 2 uur kookgroep", "15", "4",
    "2", "0", "-3 uur", "2 uur flierefluiten", "2 hours groep nummer 7", "met z'n drieën 2 uur gekookt", "taal 1 uur",
    "nee, 2 uur", "nee, het was dinsdag", "nee, het was morgen", "nee, kookgroep", "niet 3 maar 2 uur",
    "verwijder de laatste", "het was 1 uur", "ja", "nee", "klopt", "dinsdag", "vandaag", "kookgroep", "naaigroep",
    "elke dinsdag 3 uur kookgroep", "elke donderdag van 9 tot 11 tuin", "elke vrijdag kookgroep", "ik begin met tuin",
    "ik begin", "ik begin om 10 uur", "klaar", "klaar, 2 uur", "klaar, 3", "klaar om 2 uur", "om 5 uur", "half 3",
    "nee, om 9 uur", "zonder groep", "voor mij", "dezelfde", "nog een keer", "2 uur", "half uur", "minuten",
    "Net als vorige keer", "wij waren met z'n drieën 2 uur bezig", "2 uur gekookt met Mo en Xan", "Mo en Noor",
    "1 uur koken met Noor", "we hebben met 3 man 1 uur gekookt, met Mo en Kees", "niet Mo maar Noor", "Xan was er ook",
    "Mo was er niet", "ik was er niet", "ik ook", "+1", "Iemand anders", "Kees",
    "er is een lamp kapot bij mw. Jansen, Kanaalstraat 12", "mijn kraan lekt",
    "de lamp is kapot bij mw. Jansen", "kraan gemaakt bij mw. Jansen, Kanaalstraat 12, 45 min", "klaar, alleen",
    "lamp opgehangen 20 min en kraan gemaakt 30 min", "klaar, 45 minuten, met Mo", "kraan gemaakt met Mo, 1 uur",
    "klus 1 klaar, 3 uur", "ik doe klus 1", "ik doe klus 2", "klus 1", "klus 2", "klus 1 toch niet", "klus 1 vervalt",
    "dubbel", "alleen", "klus 2 is dezelfde als klus 1", "deze hadden we al", "geef klus 1 aan Mo", "Kanaalstraat 12",
    "met Mo en Xan", "met Kees", "ik doe het", "toch niet", "Portaal", "klussen",
]  # fmt: skip
ATTENDANCE_TEXTS = [
    "kookgroep: 18, 3 nieuw", "12 bij de kookgroep, 2 nieuw", "vandaag 14 deelnemers", "5 deelnemers", "3 nieuw",
    "kookgroep: Fatima B, Piet en 3 anderen", "kookgroep: Fatima, Mo en 2 anderen", "naaigroep gisteren: 9 deelnemers",
    "tuingroep: Fatma B, Fatima K en 4 anderen", "2 uur kookgroep met 11 gasten", "kookgroep morgen 4 deelnemers",
    "Fatima is Fatima B.", "Fatima B. en Fatima K. zijn dezelfde", "1 2 en Els V", "niet 1", "Fatima B", "Fatima", "99",
    "klaar", "een ander", "tweede keer", "verbetering", "geen", "/deelnemers", "/deelnemers fat", "Namen erbij",
    "kookgroep: niemand", "800 deelnemers bij de kookgroep", "weet ik niet", "Zelfde als…", "Verwijderen",
]  # fmt: skip
GROUP_CHAT_TEXTS = [
    "2 uur gekookt", "ik ook", "+1", "wij waren met z'n drieën 2 uur aan het koken", "1 uur gekookt met Mo en Noor",
    "/koppel", "/ontkoppel", "/koppel kookgroep", "/uren 2 uur", "/uren", "/mijnuren", "@ wat een weer", "lekker weer",
    "nee, 3 uur", "niet Mo maar Noor", "hoeveel uur heb ik", "help", "stop", "ja", "nee", "klaar", "Mo", "14 uur koken",
    "2 of 3 uur koken", "wie komt er?", "gisteren 10 uur gekookt", "ik was er niet", "vergeet mij",
    "kraan gemaakt, 1 uur",
]  # fmt: skip
GROUP = "a group"
CORRECTIONS = [
    "nee, 2 uur", "nee, het was dinsdag", "nee, het was morgen", "nee, kookgroep", "nee, naaigroep", "nee, kookploeg",
    "niet 3 maar 2 uur", "verwijder de laatste", "het was 1 uur", "nee, 14 uur", "nee, tuingroep gisteren",
]  # fmt: skip
OTHER_TEXTS = [
    "help", "stop", "mens", "taal", "mijn gegevens", "vergeet mij", "hoeveel uur heb ik", "hoi", "dank je", "meer",
    "Meer…", "more", "laat maar", "niets deze week", "even pauze", "met vakantie tot 3 april", "morgen ga ik koken",
    "wie heeft de sleutel?", "hoe laat zijn jullie open?", "🎉🎉", "", "   ", "a" * 1600, "<b>&amp;</i>", "‮abc",
    "goedkeuren", "afwijzen", "Nederlands", "Türkçe", "Ik wil meedoen", "TOP", "Ja, ik doe mee", "Jan-Willem <i>", "1",
    "elke dinsdag niet meer", "/vast", "/vast elke week", "nog bezig",
    "ظ", "/uren", "/uren 3 uur kookgroep", "/mijnuren", "/pauze", "/mijngegevens", "/taal", "/mens", "/help", "/stop",
    "/klussen", "/uitnodigen", "/woorden", "/start", "/start onzin", "/onzin", "/", "/uren@andere_bot", "/HELP x",
    "Vrijwilliger", "/resultaat", "/resultaat", "2,5 procent", "6", "positief", "interviews", "31 december 2025",
]  # fmt: skip
GROUP_TEXTS = [
    "/groepen", "/leden", "leden", "groepen", "nieuwe groep breiclub", "nieuwe groep", "sluit kookgroep",
    "open kookgroep weer", "voeg tuingroep samen met taal", "kookgroep heet nu eetgroep", "/groepen taal", "dinsdag",
    "/aanvragen", "aanvragen", "/vrijwilligers", "/vrijwilligers noor", "/instellingen", "stille uren", "half 7",
    "grenzen voor uren", "alle uren goedkeuren", "aan", "terug", "22:00", "één voor één", "pauze noteren", "1 april",
    "/leden toevoegen Piet Bakker", "/leden toevoegen Mo", "/leden toevoegen", "Piet Bakker", "Piet 2 uur kookgroep",
    "/leden noor", "/leden piet", "iemand anders", "voor iemand anders", "koken", "klaar", "Mo", "Noor", "/leden mo",
    "zelfde persoon als…", "uit de kamer", "trekker maken", "uitnodigen", "Ja", "ja", "ja", "Samenvoegen", "Sluiten",
]  # fmt: skip
SILENT_KINDS = [kind for kind in Kind if kind not in (Kind.TEXT, Kind.BUTTON)]
NUMBERS = [
    "0",
    "1",
    "2",
    "3",
    "7",
    "-1",
    "99999",
    "9223372036854775808",
    "99999999999999999999",
    "",
    "x",
    "1.5",
    "٣",
    "²",
]
VALUES = [
    "yes", "no", "none", "me", "other", "same", "more", "more ", "nl", "xx", "../nl", "abc", "2026-03-11", "2026-02-30",
    "600", "volunteer.1", "coordinator.2", "leader.1", "group.4", "minutes", "date", "group", "delete", *NUMBERS,
]  # fmt: skip
GOODBYES = {plain(language, key) for language in LANGUAGES for key in ("forgotten", "not-joined")}
APOLOGIES = {plain(language, "failed") for language in LANGUAGES}
TAGS = re.compile(r"</?[a-z]+[^>]*>")


@dataclass
class World:
    """One database, and what is on everybody's phone."""

    engine: Engine
    times: int
    now: datetime = START
    count: int = 0
    phones: dict[str, list[tuple[str, list[list[str]]]]] = field(default_factory=lambda: defaultdict(list))
    """Of each chat: the bot's messages, by id, with their buttons."""
    own: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    told: list[str] = field(default_factory=list)
    """What people did, to tell of when something is wrong."""
    faults: list[str] = field(default_factory=list)
    context: dict[str, list[str]] = field(default_factory=dict)
    """Of each fault: what people did before it."""

    def note_context(self) -> None:
        """Remember what led to faults that are new."""
        for fault in self.faults:
            self.context.setdefault(fault, self.told[-9:])

    def fresh_id(self) -> str:
        self.count += 1
        return f"m{self.count}"


def lay_out(engine: Engine) -> None:
    """Fill the rooms."""
    with unit_of_work(engine) as session:
        named: dict[str, Room] = {}
        for name, group_names in ROOMS.items():
            room = named[name] = rooms.add_room(session, name.casefold(), name)
            for group_name in group_names:
                kind = next((kind for word, kind in ACTIVITIES.items() if word in group_name), None)
                groups.add_group(session, room.id, group_name, kind)
            room.settings = {"corporations": "Mitros, Portaal"} if name == "TOP" else {}
            keep_agreement(session, room.id, 2026, AGREED)
        for account, name, language, roles in CAST:
            person = Person(name=name, language=language, created_at=START, consented_at=START, consent_version=1)
            session.add(person)
            session.flush()
            session.add(
                Account(channel=CHANNEL, external_id=account, chat=account, person_id=person.id, last_seen_at=START)
            )
            for room_name, role in roles.items():
                room = named[room_name]
                people.join(session, room.id, person.id, date(2026, 1, 5), is_coordinator=role == "coordinator")
                if role == "leader":
                    people.join_group(session, groups.groups_of(session, room.id)[0].id, person.id, is_leader=True)
        first = groups.groups_of(session, named["TOP"].id)[0]
        [leader] = groups.leaders_of(session, [first.id])
        group_chats.couple(session, first, CHANNEL, GROUP, leader, START)
        for number, (room_name, role, group_id) in enumerate(
            [
                ("TOP", "volunteer", None),
                ("TOP", "volunteer", first.id),
                ("Hart", "coordinator", None),
                ("TOP", "leader", first.id),
            ]
        ):
            invite = make_invite(session, named[room_name].id, role, START, group_id=group_id, most_uses=3)
            invite.code = f"code{number}"


def walk(engine: Engine, seed: int, turns: int, times: int) -> World:
    """Play ``turns`` random turns, each message delivered ``times`` times."""
    world, dice = World(engine, times), random.Random(seed)
    lay_out(engine)
    for _ in range(turns):
        before = snapshot(engine)
        what = dice.random()
        if what < 0.06:
            _pass_time(world, dice)
        elif what < 0.075:
            _close_group(world, dice)
        else:
            _say(world, dice, before)
        _deliver(world)
        _check(world, before)
        world.note_context()
    return world


def _pass_time(world: World, dice: random.Random) -> None:
    world.now += dice.choice(
        [timedelta(minutes=20), timedelta(hours=3), timedelta(hours=9), timedelta(days=1), timedelta(days=9)]
    )
    world.told.append(f"@ {world.now:%a %Y-%m-%d %H:%M}")
    for _ in range(world.times):
        tick(world.engine, world.now)


def _close_group(world: World, dice: random.Random) -> None:
    with unit_of_work(world.engine) as session:
        open_groups = [group for room in rooms.rooms(session) for group in groups.groups_of(session, room.id)]
        group = dice.choice(open_groups)
        if sum(other.room_id == group.room_id for other in open_groups) > 1:
            group.closed_at = world.now
            world.told.append(f"# the group {group.name} is closed")


def _say(world: World, dice: random.Random, before: "Snapshot") -> None:
    who = dice.choice([account for account, *_ in CAST] + NEWCOMERS + ["noor", "mo", "mo", "xan", "els"])
    if world.told and dice.random() < 0.65:
        # A conversation rather than talk at random: whoever spoke last goes on.
        who = next((line.partition(">")[0] for line in reversed(world.told) if ">" in line), who)
    message, harmless = _message(world, dice, who)
    world.now += timedelta(seconds=dice.choice([5, 40, 200]))
    world.told.append(f"{who}> {_written(message)}")
    for _ in range(world.times):
        try:
            receive(world.engine, message, world.now)
        except Exception as failure:  # whatever it is, it is a fault
            world.faults.append(f"receive raised {type(failure).__name__}: {failure}"[:120])
    if harmless and snapshot(world.engine).versions != before.versions:
        world.faults.append("the books changed by something that is no entry")


def _written(message: Incoming) -> str:
    marks = [f"({message.kind})"] if message.kind is not Kind.TEXT else []
    marks += [f"(edits {message.message})"] if message.edited else []
    marks += [f"(on {message.replies_to})"] if message.replies_to else []
    marks += [name for name, is_so in (("(group)", message.group_chat), ("(forwarded)", message.forwarded)) if is_so]
    return " ".join([*marks, message.text[:60]])


def _message(world: World, dice: random.Random, who: str) -> tuple[Incoming, bool]:
    """Anything that a platform can bring from this person, and whether it surely tells of no hours."""
    identity = world.fresh_id()
    base: dict[str, object] = {
        "channel": CHANNEL, "id": identity, "account": who, "chat": who, "sent_at": world.now, "message": identity,
        "language": dice.choice(["nl", "en-GB", "ar", ""]),
    }  # fmt: skip
    kind = dice.choices(
        ["press", "garbage", "text", "edit", "reply", "thing", "group", "forwarded", "late", "start"],
        [30, 6, 38, 6, 6, 4, 12, 1, 3, 4],
    )[0]
    text = _text(world, dice, who)
    if kind == "press":
        pressed = _seen_button(world, dice, who)
        if pressed is not None:
            heard, data = pressed
            return Incoming(**base | {"kind": Kind.BUTTON, "text": data, "replies_to": heard, "message": ""}), False  # type: ignore[arg-type]
    if kind == "garbage":
        data, harmless = _garbage(world, dice, who)
        return Incoming(**base | {"kind": Kind.BUTTON, "text": data, "message": ""}), harmless  # type: ignore[arg-type]
    if kind == "thing":
        silent = dice.choice(SILENT_KINDS)
        picture = {"photo": f"picture {identity}"} if silent is Kind.PHOTO else {}
        return Incoming(**base | {"kind": silent} | picture), True  # type: ignore[arg-type]
    if kind == "group":
        return _in_group(world, dice, who, base)
    if kind == "forwarded":
        return Incoming(**base | {"text": text, "forwarded": True}), True  # type: ignore[arg-type]
    if kind == "start":
        code = dice.choice(["code0", "code1", "code2", "code3", "gone", ""])
        return Incoming(**base | {"text": f"/start {code}".strip()}), True  # type: ignore[arg-type]
    if kind == "edit" and world.own[who]:
        edited = dice.choice(world.own[who][-4:])
        return Incoming(**base | {"text": text, "message": edited, "edited": True}), False  # type: ignore[arg-type]
    if kind == "reply":
        ids = [heard for heard, _ in world.phones[who][-6:]] + world.own[who][-3:]
        if ids:
            world.own[who].append(identity)
            return Incoming(**base | {"text": text, "replies_to": dice.choice(ids)}), False  # type: ignore[arg-type]
    if kind == "late":
        base["sent_at"] = world.now - dice.choice([timedelta(hours=5), timedelta(days=3)])
    world.own[who].append(identity)
    return Incoming(**base | {"text": text}), False  # type: ignore[arg-type]


def _in_group(world: World, dice: random.Random, who: str, base: dict[str, object]) -> tuple[Incoming, bool]:
    """Anything that can happen in the chat of the kookgroep, to the bot or not."""
    base |= {"chat": GROUP, "group_chat": True, "sees_all": dice.random() < 0.8, "addressed": dice.random() < 0.5}
    kind = dice.choices(["text", "press", "reply", "edit", "membership", "anonymous"], [50, 25, 12, 6, 2, 2])[0]
    pressed = _seen_button(world, dice, GROUP) if kind == "press" else None
    if pressed is not None:
        heard, data = pressed
        return Incoming(**base | {"kind": Kind.BUTTON, "text": data, "replies_to": heard, "message": ""}), False  # type: ignore[arg-type]
    if kind == "membership":
        return Incoming(**base | {"kind": dice.choice([Kind.BLOCKED, Kind.UNBLOCKED]), "message": ""}), True  # type: ignore[arg-type]
    base["text"] = dice.choice([*GROUP_CHAT_TEXTS, *BOOKING_TEXTS])
    if kind == "anonymous":
        return Incoming(**base | {"account": "", "anonymous": True}), True  # type: ignore[arg-type]
    if kind == "edit" and world.own[GROUP]:
        return Incoming(**base | {"message": dice.choice(world.own[GROUP][-4:]), "edited": True}), False  # type: ignore[arg-type]
    ids = [heard for heard, _ in world.phones[GROUP][-6:]] + world.own[GROUP][-3:]
    if kind == "reply" and ids:
        base["replies_to"] = dice.choice(ids)
    world.own[GROUP].append(str(base["message"]))
    return Incoming(**base), False  # type: ignore[arg-type]


def _text(world: World, dice: random.Random, who: str) -> str:
    """Words: often a correction of what was just echoed, or what a button says, as people type them."""
    newest = world.phones[who][-1][1] if world.phones[who] else []
    if any(data.startswith("wrong:") for _, data in newest) and dice.random() < 0.35:
        return dice.choice(CORRECTIONS)
    if newest and dice.random() < 0.2:
        return dice.choice(newest)[0]
    return dice.choice(dice.choices([BOOKING_TEXTS, GROUP_TEXTS, ATTENDANCE_TEXTS, OTHER_TEXTS], [40, 18, 20, 22])[0])


def _seen_button(world: World, dice: random.Random, who: str) -> tuple[str, str] | None:
    """A button: mostly of the newest message of one's own chat, sometimes an old one or somebody else's."""
    owner = who if dice.random() < 0.93 else dice.choice(sorted(world.phones) or [who])
    heard = [message for message in world.phones[owner] if message[1]]
    if not heard:
        return None
    identity, buttons = heard[-1] if dice.random() < 0.8 else dice.choice(heard)
    return identity, dice.choice(buttons)[1]


def _garbage(world: World, dice: random.Random, who: str) -> tuple[str, bool]:
    """What no button of ours says: a forged or mangled press."""
    verbs = [*routes.NUMBERED_BUTTONS, *routes.BUTTONS, "onzin", ""]
    if dice.random() < 0.5:
        return f"{dice.choice(verbs)}:{dice.choice(NUMBERS)}", False
    newest = [data for _, buttons in world.phones[who] for _, data in buttons if data.startswith(f"{QUESTION_VERB}:")]
    number = newest[-1].split(":")[1] if newest else "1"
    return f"{QUESTION_VERB}:{number}:{dice.choice(VALUES)}", False


def _deliver(world: World) -> None:
    """Bring everybody what may be sent now; how delivery takes it from the outbox is tested elsewhere."""
    with unit_of_work(world.engine) as session:
        may_go = or_(col(Outbox.not_before).is_(None), col(Outbox.not_before) <= world.now)
        for row in session.exec(select(Outbox).where(Outbox.status == outbox.WAITING, may_go).order_by(col(Outbox.id))):
            row.status, row.message, row.sent_at = outbox.SENT, f"b{row.id}", world.now
            if row.body is None:
                world.faults.append("a message without words was sent")
                continue
            if _is_to_nobody(session, row):
                world.faults.append(f"PRIVACY: a message to somebody who was forgotten {row.body['text'][:50]!r}")
            if not row.body["reaction"]:
                row.message = row.body["replaces"] or row.message
                others = [heard for heard in world.phones[row.chat] if heard[0] != row.message]
                world.phones[row.chat] = [*others, (str(row.message), row.body["buttons"])]
            world.faults += [f"{fault} {row.body['text'][:70]!r}" for fault in _reply_faults(row.body, row.chat)]


def _is_to_nobody(session: Session, row: Outbox) -> bool:
    """Whether it goes to somebody whose account is gone, and is not the goodbye itself."""
    if row.body is None or row.person_id is None or row.body["text"] in GOODBYES:
        return False
    return session.exec(select(Account).where(Account.person_id == row.person_id)).first() is None


def _reply_faults(body: dict[str, object], chat: str) -> Iterator[str]:
    text, buttons = str(body["text"]), body["buttons"]
    assert isinstance(buttons, list)
    if text in APOLOGIES:
        yield "an apology:"
    if not text.strip() or text.rstrip().endswith(":"):
        yield "an empty answer:"
    if set(TAGS.findall(text)) - {"<b>", "</b>", "<i>", "</i>"} or text.count("<b>") != text.count("</b>"):
        yield "markup:"
    if "Markup(" in text or re.search(r"\{ ?\$", text) or len(unescape(text)) > 4096:
        yield "a text that is none:"
    if len({data for _, data in buttons}) != len(buttons):
        yield "two buttons that do the same:"
    if chat == GROUP and (body["attachment"] or body["menu"] or "Dit jaar" in text or "This year" in text):
        yield "PRIVACY: what is personal, in a group:"


@dataclass(frozen=True)
class Snapshot:
    """How far the books were."""

    marks: Marks
    outbox: int

    @property
    def versions(self) -> int:
        return self.marks[EntryVersion]

    @property
    def inbox(self) -> int:
        return self.marks[Inbox]


def snapshot(engine: Engine) -> Snapshot:
    """Tell how far the books are."""
    with reading(engine) as session:
        return Snapshot(marks(session), session.exec(select(func.max(Outbox.id))).one() or 0)


def _check(world: World, before: Snapshot) -> None:
    with reading(world.engine) as session:
        world.faults += [
            f"inbox error {row.error} at {_pattern(row)}"
            for row in session.exec(select(Inbox).where(col(Inbox.id) > before.inbox, col(Inbox.error).is_not(None)))
        ]
        world.faults += evidence_faults(session, before.marks)
        new = session.exec(select(EntryVersion).where(col(EntryVersion.id) > before.versions)).all()
        for version in new:
            world.faults += _version_faults(session, version)
        world.faults += _owner_faults(session, [version for version in new if version.version == 1])
        if new:
            world.faults += _total_faults(session)
        world.faults += [fault for fault in _place_faults(session) if fault not in world.faults]
        world.faults += [fault for fault in _attendance_faults(session) if fault not in world.faults]
        world.faults += _klus_faults(session, before)


def _pattern(row: Inbox) -> str:
    return re.sub(r"\d+", "9", str((row.payload or {}).get("text", "")))[:40]


def _version_faults(session: Session, version: EntryVersion) -> Iterator[str]:
    entry, inbox = session.get_one(Entry, version.entry_id), session.get_one(Inbox, version.inbox_id)
    if (entry.room_id, entry.person_id) != (version.room_id, version.person_id):
        yield "a version of somebody else's entry"
    group = None if version.group_id is None else session.get_one(Group, version.group_id)
    if group is not None and group.room_id != version.room_id:
        yield "WALL: an entry with a group of another room"
    if not 1 <= version.minutes <= 960:
        yield "an impossible amount"
    if version.status != Status.WITHDRAWN and version.date > inbox.received_at.astimezone(ZONE).date():
        yield "FUTURE: an entry of a day to come"
    sent = inbox.sent_at.astimezone(ZONE)
    stands = version.status != Status.WITHDRAWN and version.date == sent.date()
    if stands and version.ends is not None and version.ends > sent.time():
        yield "FUTURE: an entry of hours to come"
    older = session.exec(
        select(EntryVersion).where(EntryVersion.entry_id == version.entry_id).order_by(col(EntryVersion.version))
    ).all()
    if [row.version for row in older] != list(range(1, len(older) + 1)) or [row.is_current for row in older].count(
        True
    ) != 1:
        yield "versions that are no row"
    owner = people.member_of(session, version.room_id, version.person_id)
    if version.version == 1 and owner is None:
        yield "WHO: hours for somebody who is not in the room"
    if not _may(session, version) and (version.reason, version.status) != (NAMED, Status.WAITING):
        yield f"WHO: hours {'logged' if version.version == 1 else 'changed'} by somebody who may not"
    if version.status in (Status.BOOKED, Status.WAITING):
        day = entries.entries_of(
            session, version.person_id, version.date, version.date, (Status.BOOKED, Status.WAITING)
        )
        if sum(entry.minutes for entry in day) > 960:
            yield "more than 16 hours on a day"


def _known_to(account: object) -> set[str]:
    """The names of those who share a room with somebody of the cast."""
    rooms_of = {name: set(roles) for name, _, _, roles in CAST}
    return {
        name for other, name, _, roles in CAST if set(roles) & rooms_of.get(str(account), set()) and other != account
    }


def _owner_faults(session: Session, made: Sequence[EntryVersion]) -> Iterator[str]:
    """Whoever is named in a message, and nobody else, gets the hours that it tells."""
    for message in {version.inbox_id for version in made}:
        payload = session.get_one(Inbox, message).payload or {}
        text = str(payload.get("text", ""))
        named = {name for name in _known_to(payload.get("account")) if re.search(rf"\b{re.escape(name)}\b", text)}
        versions = [version for version in made if version.inbox_id == message]
        if any(session.get_one(Entry, version.entry_id).klus_id for version in versions):
            # With whom a klus was done is told beside whose hours it are.
            continue
        owners = {session.get_one(Person, version.person_id).name for version in versions}
        told_along = re.search(r"\b(met|en|wij|we|niet|was)\b", text) is not None
        if named and (owners - named - {_called(payload)} if told_along else owners != named):
            yield f"WHO: hours for {sorted(owners)} from {text[:50]!r}"


def _called(payload: Mapping[str, object]) -> str:
    return next((name for account, name, _, _ in CAST if account == payload.get("account")), "")


def _may(session: Session, version: EntryVersion) -> bool:
    if version.changed_by == version.person_id:
        return True
    if version.status == Status.WAITING and version.reason == NAMED:
        return True  # counts nowhere until somebody who may says so
    writer = people.member_of(session, version.room_id, version.changed_by)
    if writer is None or writer.is_coordinator:
        return writer is not None
    led = {g.id for g in groups.groups_led_by(session, version.changed_by) if g.room_id == version.room_id}
    if session.get_one(Entry, version.entry_id).klus_id is not None:
        # Who did a klus tells the hours of those who did it too.
        return True
    return version.person_id in groups.people_in(session, sorted(led))


def _klus_faults(session: Session, before: Snapshot) -> Iterator[str]:
    """A klus is of one room, says what its steps say, and where it is reads nobody but who asked for it or does it."""
    for klus in session.exec(select(Klus)):
        if not klussen.changes_of(session, klus.id):
            yield "a klus without the steps that made it"
        if klus.duplicate_of is not None and session.get_one(Klus, klus.duplicate_of).room_id != klus.room_id:
            yield "WALL: a klus that is one of another room"
        if (klus.state == State.DONE) != (klus.done_on is not None):
            yield "a klus that is done on no day"
        if klus.state == State.TAKEN and not klussen.helpers_of(session, klus):
            yield "a klus in nobody's hands"
    for entry in session.exec(select(Entry).where(col(Entry.klus_id).is_not(None))):
        if session.get_one(Klus, entry.klus_id).room_id != entry.room_id:
            yield "WALL: hours in a klus of another room"
    for row in session.exec(select(Outbox).where(col(Outbox.id) > before.outbox)):
        text = str((row.body or {}).get("text", ""))
        # What one person writes to another through the bot is theirs to say.
        is_place = "Kanaalstraat" in text and "Kanaalstraat 12</i>" not in text and " antwoordt: " not in text
        if is_place and (row.person_id is None or not klussen.of_person(session, row.person_id)):
            yield f"WALL: where a klus is, to somebody who has nothing to do with it: {text[:60]!r}"


def _total_faults(session: Session) -> Iterator[str]:
    """The totals that people read are the sums of what stands."""
    by_person: Counter[tuple[int, int]] = Counter()
    for entry in session.exec(
        select(EntryVersion).where(col(EntryVersion.is_current), EntryVersion.status == Status.BOOKED)
    ):
        by_person[entry.room_id, entry.person_id] += entry.minutes
    for (room_id, person_id), minutes in by_person.items():
        if entries.total(session, person_id, date.min, date.max, room_id) != minutes:
            yield "a person's total that is no sum"
    for room in rooms.rooms(session):
        if room_total(session, room.id, date.min, date.max) != sum(
            m for (r, _), m in by_person.items() if r == room.id
        ):
            yield "a room's total that is no sum"


def _place_faults(session: Session) -> Iterator[str]:
    of_room = select(Member.person_id).where(Member.room_id == Group.room_id, col(Member.left_on).is_(None))
    strangers = select(GroupMember).join(Group).where(col(GroupMember.person_id).not_in(of_room.correlate(Group)))
    if session.exec(strangers).first() is not None:
        yield "WALL: somebody in a group of a room they are not in"
    if session.exec(select(Person).where(col(Person.language).not_in(LANGUAGES))).first() is not None:
        yield "a person with a language that there is not"


def _attendance_faults(session: Session) -> Iterator[str]:
    """Who took part: of one room, in the past, told by somebody of it, and never what cannot be."""
    for version in session.exec(select(AttendanceVersion).where(col(AttendanceVersion.is_current))):
        group = None if version.group_id is None else session.get_one(Group, version.group_id)
        if group is not None and group.room_id != version.room_id:
            yield "WALL: an attendance with a group of another room"
        place = select(Member).where(Member.room_id == version.room_id, Member.person_id == version.changed_by)
        if session.exec(place).first() is None:
            yield "WHO: an attendance told by somebody who is not in the room"
        if version.date > session.get_one(Inbox, version.inbox_id).received_at.astimezone(ZONE).date():
            yield "FUTURE: an attendance of a day to come"
        # Raises where the numbers cannot be.
        named = attendances.turnout_of(session, version).named
        if any(session.get_one(Participant, key).room_id != version.room_id for key in named):
            yield "WALL: a participant of another room"
        count = len(attendances.versions(session, version.attendance_id))
        if version.version != count:
            yield "versions of an attendance that are no row"


def told(engine: Engine) -> list[str]:
    """All that is in the books and was said, to compare; invites' random codes left out."""
    with reading(engine) as session:
        kept = [
            str(row.model_dump())
            for table in (EntryVersion, AttendanceVersion, Participant, ResultVersion)
            for row in session.exec(select(table).order_by(col(table.id)))
        ]
        said = [str((row.chat, row.body, row.status)) for row in session.exec(select(Outbox).order_by(col(Outbox.id)))]
    return [re.sub(r"/start [\w-]{24}", "/start ‹code›", line) for line in [*kept, *said]]


def database(folder: Path, empty: Path, name: str) -> Engine:
    """A fresh database that need not outlive the machine's power."""
    path = folder / name
    path.write_bytes(empty.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return engine


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_walk(seed: int, empty_database: Path, tmp_path: Path) -> None:
    once, twice = (database(tmp_path, empty_database, name) for name in ("once.db", "twice.db"))
    world = walk(once, seed, TURNS, 1)
    assert not world.faults, "\n".join([f"seed {seed}", *world.told, *dict.fromkeys(world.faults)])
    walk(twice, seed, TURNS, 2)
    assert told(once) == told(twice), f"seed {seed}: a second delivery changed something"


def _main() -> None:
    first, walks, turns = (int(word) for word in [*sys.argv[1:], *("1", "20", "150")[len(sys.argv) - 1 :]])
    logging.disable(logging.CRITICAL)
    folder = Path(tempfile.mkdtemp())
    empty = open_database(f"sqlite:///{folder}/empty.db")
    migrate(empty)
    empty.dispose()
    found: Counter[str] = Counter()
    example: dict[str, str] = {}
    for seed in range(first, first + walks):
        once, twice = (database(folder, folder / "empty.db", f"{seed}-{name}.db") for name in ("once", "twice"))
        world = walk(once, seed, turns, 1)
        walk(twice, seed, turns, 2)
        if told(once) != told(twice):
            world.faults.append("a second delivery changed something")
        for fault in world.faults:
            found[fault] += 1
            example.setdefault(fault, "\n        ".join([f"seed {seed}", *world.context.get(fault, [])]))
        once.dispose()
        twice.dispose()
    for fault, count in found.most_common():
        sys.stdout.write(f"{count:5} {fault}\n        {example[fault]}\n")
    sys.stdout.write(f"seeds {first}-{first + walks - 1}, {turns} turns each\n")


if __name__ == "__main__":
    _main()
