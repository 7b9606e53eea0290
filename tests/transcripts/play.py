"""Playing a story on the real core and a real database, with a fake channel and a fake clock."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from html import unescape

from sqlalchemy import Engine
from sqlmodel import col, select

from bot.sample.rooms import AGREEMENT
from handlers.laying_ready import Answer
from handlers.messages import Incoming, Kind
from handlers.receive import receive
from scheduler import ledger
from scheduler.sending import UnreachableError
from scheduler.tick import tick
from storage import attendances, claims, group_chats, groups, klussen, participants, people, rooms
from storage.agreements import Terms, keep_agreement, parse
from storage.beside import with_reading
from storage.claims import Sent
from storage.database import reading, unit_of_work
from storage.entries import Status
from storage.klussen import State
from storage.outbox import Address
from storage.tables import Account, Attendance, EntryVersion, Group, Invite, Klus, Outbox, Person, Room
from tests.evidence import evidence_faults, marks
from tests.transcripts.story import INDENT, ZONE, Step, Story

CHANNEL = "story"
KINDS = {
    "foto": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "spraak": Kind.VOICE,
    "video": Kind.VIDEO,
    "locatie": Kind.LOCATION,
    "contact": Kind.CONTACT,
    "bestand": Kind.FILE,
    "anders": Kind.OTHER,
    "blokkeert": Kind.BLOCKED,
    "deblokkeert": Kind.UNBLOCKED,
}
IN_GROUP = {"zet bot eruit": Kind.BLOCKED, "zet bot erin": Kind.UNBLOCKED}
SUPERGROUP = "(maakt supergroep)"
STATUS_WORDS = {Status.WAITING: " wacht", Status.DISPUTED: " betwist"}
KLUS_WORDS = {State.ASKED: "gevraagd", State.TAKEN: "bezig", State.DONE: "klaar"}
LEASE = timedelta(minutes=1)
_INVITE_CODE = re.compile(r"/start [\w-]{24}")


@dataclass(slots=True)
class Heard:
    """A message of the bot on somebody's phone."""

    id: str
    who: str
    text: str
    buttons: list[tuple[str, str]]


@dataclass(slots=True)
class Chat:
    """A group chat. Its id changes when it becomes a supergroup."""

    id: str
    sees_all: bool = True


@dataclass(slots=True)
class Stage:
    """A play under way."""

    engine: Engine
    twice: bool
    hands_over: bool = False
    """Whether answers go in the response to a message, where they can."""
    now: datetime = datetime(2026, 3, 12, 20, 15, tzinfo=ZONE)
    phones: dict[str, list[Heard]] = field(default_factory=lambda: defaultdict(list))
    own: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    own_words: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    chats: dict[str, Chat] = field(default_factory=dict)
    unreachable: set[str] = field(default_factory=set)
    """Chats to which Telegram takes nothing, without having told the bot."""
    count: int = 0

    def fresh_id(self) -> str:
        """An id that was not used before."""
        self.count += 1
        return f"m{self.count}"

    def chat(self, name: str) -> Chat:
        """The group chat by this name."""
        return self.chats.setdefault(name, Chat(name))

    def name_of(self, chat_id: str) -> str:
        """What the story calls a chat: the group chat's name, or whose own it is."""
        return next((name for name, chat in self.chats.items() if chat.id == chat_id), chat_id)


@dataclass(frozen=True, slots=True)
class Played:
    """What the bot said at each step, and what stood in the books where the story tells them."""

    heard: list[list[str]]
    books: list[list[str] | None]


def play(story: Story, engine: Engine, *, twice: bool = False, hands_over: bool = False) -> Played:
    """Play all steps. What comes into the books by one rests on the message of that step, of whoever wrote it."""
    stage = Stage(engine, twice, hands_over)
    played = Played([], [])
    for step in story.steps:
        with reading(engine) as session:
            before = marks(session)
        played.heard.append(_do(stage, step))
        with reading(engine) as session:
            faults = list(evidence_faults(session, before))
        assert not faults, f"{story.path.name}:{step.line}: {faults}"
        played.books.append(None if step.books is None else books(engine))
    return played


def _do(stage: Stage, step: Step) -> list[str]:
    if step.kind == "given":
        _given(stage, step.what)
        return []
    if step.kind == "clock":
        assert step.at is not None
        stage.now = step.at
        for _ in range(2 if stage.twice else 1):
            tick(stage.engine, stage.now)
        return _deliver(stage, "")
    times = range(2 if stage.twice else 1)
    if step.what == SUPERGROUP:
        _become_supergroup(stage, step.chat, times)
        return _deliver(stage, "")
    incoming, writer = _incoming(stage, step), "" if step.chat else step.who
    if incoming.group_chat and not (incoming.sees_all or incoming.addressed or incoming.kind is not Kind.TEXT):
        return _deliver(stage, writer)
    hand_over = partial(_hand_over, stage.now) if stage.hands_over else None
    taken_in = partial(receive, stage.engine, incoming, stage.now, hand_over)
    answers = [with_reading(stage.engine, taken_in).answer for _ in times]
    assert answers[1:] in ([], answers[:1]), "a message that came again was answered otherwise"
    return _deliver(stage, writer, answers[0])


def _hand_over(now: datetime, session, address: Address, _: datetime) -> timedelta | None:
    return ledger.hand_over(session, address, None, now)


def _become_supergroup(stage: Stage, name: str, times: range) -> None:
    chat = stage.chat(name)
    old, chat.id = chat.id, f"{chat.id}-super"
    stage.phones[chat.id] = stage.phones.pop(old, [])
    for _ in times:
        with unit_of_work(stage.engine) as session:
            group_chats.move(session, CHANNEL, old, chat.id)


def _given(stage: Stage, what: str) -> None:
    kind, _, rest = what.partition(" ")
    with unit_of_work(stage.engine) as session:
        if kind == "kamer":
            name, _, listed = rest.partition(":")
            room = rooms.add_room(session, re.sub(r"\W+", "-", name.strip().casefold()), name.strip())
            for item in filter(None, (item.strip() for item in listed.split(","))):
                named = re.fullmatch(r"(.*?)(?: \((.*)\))?", item)
                assert named is not None
                groups.add_group(session, room.id, named[1], named[2])
        elif kind == "afspraak":
            name, year, *more = rest.split()
            keep_agreement(session, _room(session, name).id, int(year), _terms(int(year), *more))
        elif kind == "instelling":
            name, _, setting = rest.partition(" ")
            key, _, value = setting.partition("=")
            room = _room(session, name)
            room.settings = {**room.settings, key: value}
            rooms.settings_of(room)
        elif kind == "groepschat":
            _given_group_chat(stage, session, rest)
        elif kind == "uitnodiging":
            _given_invite(stage, session, rest)
        elif kind == "onbereikbaar":
            stage.unreachable.add(rest)
        elif kind == "zonder-chat":
            _given_paper(stage, session, rest)
        else:
            _given_person(stage, session, kind, rest)


def _terms(year: int, promised: str, *listed: str) -> Terms:
    """ "8000 klussen=60": so many hours and at least 60; ">" is more than. "voorbeeld-top": the sample of TOP.

    What else there is to say of an indicator is as in the sample.
    """
    sample = parse(AGREEMENT.read_text(encoding="utf-8"))
    if promised.startswith("voorbeeld-"):
        return sample.terms_of(promised.removeprefix("voorbeeld-"), year)
    known = sample.terms_of("top", year)
    indicators = []
    for item in listed:
        name, sign, number = re.split(r"([=>])", item)
        like = known.indicator(name)
        assert like is not None, f"the sample has no {name}"
        comparison = "gt" if sign == ">" else "ge"
        indicators.append(like.model_copy(update={"target": int(number), "comparison": comparison, "of": None}))
    return Terms(title="Afspraak", volunteer_hours=int(promised), indicators=tuple(indicators))


def _room(session, name: str) -> Room:
    return session.exec(select(Room).where(Room.name == name)).one()


def _given_group_chat(stage: Stage, session, rest: str) -> None:
    name, *more = rest.split()
    chat = stage.chat(name)
    chat.sees_all = "ziet=weinig" not in more
    for group_name in (item for item in more if "=" not in item):
        group = session.exec(select(Group).where(Group.name == group_name)).one()
        by = group_chats.in_charge(session, group)[0]
        group_chats.couple(session, group, CHANNEL, chat.id, by.id, stage.now)


def _given_invite(stage: Stage, session, rest: str) -> None:
    code, name, role, *more = rest.split()
    options = dict(item.split("=") for item in more)
    group = session.exec(select(Group).where(Group.name == options["groep"])).one().id if "groep" in options else None
    days = int(options.get("dagen", 30))
    session.add(
        Invite(
            code=code,
            room_id=_room(session, name).id,
            role=role,
            group_id=group,
            created_at=stage.now,
            expires_at=stage.now + timedelta(days=days),
            most_uses=int(options.get("keer", 10)),
        )
    )


def _given_person(stage: Stage, session, kind: str, rest: str) -> None:
    name, *more = rest.split()
    options = dict(item.split("=") for item in more if "=" in item)
    group_names = [item for item in more if "=" not in item]
    account = session.exec(select(Account).where(Account.external_id == name)).one_or_none()
    if account is None:
        person = Person(
            name=name,
            language=options.get("taal", "nl"),
            created_at=stage.now,
            consented_at=stage.now,
            consent_version=1,
        )
        session.add(person)
        session.flush()
        session.add(Account(channel=CHANNEL, external_id=name, chat=name, person_id=person.id, last_seen_at=stage.now))
        person_id = person.id
    else:
        person_id = account.person_id
    room = (
        _room(session, options["kamer"]) if "kamer" in options else session.exec(select(Room).order_by(Room.id)).first()
    )
    since = datetime.fromisoformat(options["sinds"]).date() if "sinds" in options else stage.now.date()
    people.join(session, room.id, person_id, since, is_coordinator=kind == "coördinator")
    for group_name in group_names:
        group = session.exec(select(Group).where(Group.room_id == room.id, Group.name == group_name)).one()
        people.join_group(session, group.id, person_id, is_leader=kind == "groepstrekker")


def _given_paper(stage: Stage, session, rest: str) -> None:
    words = rest.split()
    options = dict(item.split("=") for item in words if "=" in item)
    room = (
        _room(session, options["kamer"]) if "kamer" in options else session.exec(select(Room).order_by(Room.id)).first()
    )
    wanted = select(Group).where(Group.room_id == room.id, Group.name == options.get("groep", ""))
    group = session.exec(wanted).one() if "groep" in options else None
    name = " ".join(word for word in words if "=" not in word)
    people.add_paper_volunteer(session, room.id, name, stage.now.date(), group.id if group else None)


def _incoming(stage: Stage, step: Step) -> Incoming:
    identity, chat = stage.fresh_id(), stage.chat(step.chat) if step.chat else Chat(step.who)
    message = Incoming(
        channel=CHANNEL,
        id=identity,
        account=step.who,
        chat=chat.id,
        sent_at=stage.now,
        text=step.what.replace("/start ‹code›", _newest_invite(stage)),
        message=identity,
        group_chat=bool(step.chat),
        sees_all=bool(step.chat) and chat.sees_all,
    )
    found = _decorated(stage, step.who, message)
    return _in_group(stage, found) if step.chat else found


def _in_group(stage: Stage, message: Incoming) -> Incoming:
    """What a platform tells of a message in a group: whether it is a command, or names the bot, or replies to it."""
    text = re.sub(r"@bot\b[,:]? ?", "", message.text).strip()
    to_bot = message.replies_to.startswith("b") and message.kind is Kind.TEXT
    addressed = text.startswith("/") or text != message.text or to_bot
    return replace(message, text=text, addressed=addressed, account="" if message.anonymous else message.account)


def _newest_invite(stage: Stage) -> str:
    """What the newest invite on any phone says to send."""
    told = [heard for phone in stage.phones.values() for heard in phone]
    newest_first = sorted(told, key=lambda heard: int(heard.id[1:]), reverse=True)
    return next((found[0] for heard in newest_first if (found := _INVITE_CODE.search(heard.text))), "")


def _decorated(stage: Stage, who: str, message: Incoming) -> Incoming:
    text = message.text
    press = re.fullmatch(r"\[(.+?)\](?:\^(\d+))?(?: van (.+))?", text)
    if press:
        return _press(stage, message, press[1], int(press[2] or 1), press[3] or message.chat)
    mark = re.match(r"\(([^)\"]*(?:\"[^\"]*\")?)\) ?", text)
    if mark is None or not _is_mark(mark[1]):
        stage.own[who, message.chat].append(message.message)
        stage.own_words[message.chat][message.message] = text
        return message
    return _marked(stage, who, replace(message, text=text[mark.end() :]), mark[1])


def _is_mark(mark: str) -> bool:
    words = ("bewerkt", "op ", "verstuurd ", "anoniem", "doorgestuurd", "leeg")
    return mark in KINDS or mark in IN_GROUP or mark.startswith(words) or mark.endswith(" tekens")


def _press(stage: Stage, message: Incoming, label: str, nth: int, owner: str) -> Incoming:
    found = [heard for heard in reversed(stage.phones[owner]) if label in dict(heard.buttons)]
    assert len(found) >= nth, f"{owner} has no button [{label}]"
    heard = found[nth - 1]
    return replace(
        message,
        kind=Kind.BUTTON,
        text=dict(heard.buttons)[label],
        replies_to=heard.id,
        replies_to_text=heard.text,
        message="",
    )


def _marked(stage: Stage, who: str, message: Incoming, mark: str) -> Incoming:
    if mark.startswith("bewerkt"):
        nth = int(mark.partition("^")[2] or 1)
        return replace(message, message=stage.own[who, message.chat][-nth], edited=True)
    if mark.startswith("op "):
        wanted = mark[3:].strip('"')
        found = [(heard.id, heard.text) for heard in stage.phones[message.chat] if wanted in heard.text]
        found += [(own, words) for own, words in stage.own_words[message.chat].items() if wanted in words]
        assert found, f"no message in the chat {message.chat} holds {wanted!r}"
        stage.own_words[message.chat][message.message] = message.text
        stage.own[who, message.chat].append(message.message)
        return replace(message, replies_to=found[-1][0], replies_to_text=found[-1][1])
    if mark.startswith("verstuurd "):
        sent = datetime.fromisoformat(mark.removeprefix("verstuurd ")).replace(tzinfo=ZONE)
        return _decorated(stage, who, replace(message, sent_at=sent))
    if mark == "anoniem":
        return replace(message, anonymous=True)
    if mark == "doorgestuurd":
        return replace(message, forwarded=True)
    if mark.endswith(" tekens"):
        return replace(message, text="a" * int(mark.split()[0]))
    if mark == "leeg":
        return replace(message, text="")
    kind = KINDS.get(mark) or IN_GROUP[mark]
    return replace(message, kind=kind, photo=f"foto-{message.id}" if kind is Kind.PHOTO else "")


def _deliver(stage: Stage, writer: str, answer: Answer | None = None) -> list[str]:
    """Everything that is laid ready arrives, and what was handed over in its turn among it."""
    said = {}
    if answer is not None:
        with reading(stage.engine) as session:
            row = session.get_one(Outbox, answer.id)
            said[False, row.id] = _arrived(stage, row, f"b{row.id}", writer)
    while True:
        with unit_of_work(stage.engine) as session:
            rows = claims.claim(session, CHANNEL, stage.now, LEASE, 1)
            if not rows:
                return [said[turn] for turn in sorted(said)]
            row = rows[0]
            if arrives := row.chat not in stage.unreachable:
                identity = row.body["replaces"] or f"b{row.id}"
                claims.mark_sent(session, [Sent(row.id, "" if row.body["reaction"] else identity, stage.now)])
                said[row.bulk, row.id] = _arrived(stage, row, identity, writer)
        if not arrives:
            ledger.mark_not_sent(stage.engine, row, UnreachableError("blocked"), stage.now)


def _arrived(stage: Stage, row: Outbox, identity: str, writer: str) -> str:
    assert row.body is not None
    heard = _hear(row, identity)
    if not row.body["reaction"]:
        phone = [other for other in stage.phones[row.chat] if other.id != identity]
        stage.phones[row.chat] = [*phone, heard]
    return _line(stage, heard, row, writer)


def _hear(row: Outbox, identity: str) -> Heard:
    assert row.body is not None
    text = unescape(re.sub(r"</?[bi]>", "", row.body["text"]))
    return Heard(identity, row.chat, text, [(label, data) for label, data in row.body["buttons"]])


def _line(stage: Stage, heard: Heard, row: Outbox, writer: str) -> str:
    assert row.body is not None
    head = "bot>" if heard.who == writer else f"bot>{stage.name_of(heard.who)}>"
    if row.body["reaction"]:
        return f"{head} {{{row.body['reaction']}}} {stage.own_words[row.chat].get(row.body['replies_to'], '')}"
    text = f"↻ {heard.text}" if row.body["replaces"] else heard.text
    if row.body["attachment"] is not None:
        text += f" {{{row.body['attachment']['kind']}: {row.body['attachment']['data']['description']}}}"
    if row.body.get("photo"):
        text += " {foto}"
    text += "".join(f" [{label}]" for label, _ in heard.buttons)
    text = _INVITE_CODE.sub("/start ‹code›", text)
    return f"{head} " + re.sub(r"\n+", "\n" + INDENT, text)


def books(engine: Engine) -> list[str]:
    """All entries that stand, as a story writes them."""
    with unit_of_work(engine) as session:
        lines = []
        for entry in session.exec(
            select(EntryVersion).where(col(EntryVersion.is_current), EntryVersion.status != Status.WITHDRAWN)
        ):
            name = name_in_books(session, entry.person_id)
            group = session.get_one(Group, entry.group_id).name if entry.group_id else "-"
            status = STATUS_WORDS.get(Status(entry.status), "")
            lines.append(f"= {name} {group} {entry.date} {entry.minutes}{status}")
        return sorted([*lines, *_klussen(session), *_attendances(session)])


def _klussen(session) -> list[str]:
    lines = []
    for klus in session.exec(select(Klus).where(col(Klus.duplicate_of).is_(None), Klus.state != State.DROPPED)):
        helpers = [name_in_books(session, key) for key in klussen.helpers_of(session, klus)]
        facts = [klus.done_on, ", ".join(sorted(helpers)), klus.corporation, klus.place and f"({klus.place})"]
        told = "".join(f" {fact}" for fact in facts if fact)
        lines.append(f"= klus {klus.number} {KLUS_WORDS[State(klus.state)]} {klus.what}:{told}".rstrip(":"))
    return lines


def name_in_books(session, person_id: int) -> str:
    """A person's name, or the number of who left."""
    return session.get_one(Person, person_id).name or f"persoon-{person_id}"


def _attendances(session) -> list[str]:
    """All attendances that stand: group, day, which of the day, heads, how many new, and who."""
    lines = []
    for room in rooms.rooms(session):
        for version in attendances.standing(session, room.id, date.min, date.max):
            where = session.get_one(Group, version.group_id).name if version.group_id else version.activity
            number = session.get_one(Attendance, version.attendance_id).number
            turnout = attendances.turnout_of(session, version)
            names = sorted(participants.names_of(session, turnout.named).values())
            lines.append(
                f"= opkomst {where} {version.date}{f' ({number})' if number > 1 else ''} {turnout.heads}"
                f"{'' if turnout.new is None else f', {turnout.new} nieuw'}{': ' if names else ''}{', '.join(names)}"
            )
    return lines
