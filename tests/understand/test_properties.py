"""What holds for every text, and for every way of saying a known amount, day and group."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from language.understand import understand
from language.understand.meaning import Draft, GroupWords, Meaning, Reason, Understanding, Vocabulary
from tests.understand.corpus import ZONE, examples

MESSAGES = tuple(dict.fromkeys(example.text for example in examples()))
WORDS = sorted({word for message in MESSAGES for word in message.split()})
GROUPS = {"kookgroep": "1", "tuingroep": "2", "taalles": "3", "schoonmaak": "4", "inloop": "5"}
START = datetime(2025, 1, 1, tzinfo=ZONE)
ROOM = Vocabulary(groups=tuple(GroupWords(key, None, (name,)) for name, key in GROUPS.items()))

moments = st.integers(0, 4 * 366 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.sampled_from(MESSAGES),
    st.text("0123456789:.,-/ u½een tot", max_size=40),
)
ordinary = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ordinary
@given(texts, moments)
def test_it_never_fails_and_never_books_what_cannot_be(text: str, now: datetime) -> None:
    understood = understand(text, now)
    for part in understood.parts:
        assert 0 <= part.start <= part.end <= len(text)
    for draft in understood.drafts:
        assert draft.minutes is None or 1 <= draft.minutes <= 960
    if understood.meaning is Meaning.LOG:
        assert understood.drafts
        assert understood.ask is None
        for draft in understood.drafts:
            assert draft.minutes is not None
            assert draft.date is not None
            assert draft.date <= now.date()
    assert all(1 <= day <= 7 for day in understood.weekdays)
    if understood.meaning is Meaning.HABIT:
        assert [draft.date for draft in understood.drafts] == [None]
    if understood.attendance is not None:
        # What cannot be (more new than heads) is for the bot to ask about.
        assert min(understood.attendance.heads or 0, understood.attendance.new or 0) >= 0
    if understood.tally is not None:
        assert understood.tally.count >= 1
    if understood.meaning is Meaning.ASK:
        assert understood.ask is not None
        for choice in understood.ask.choices:
            assert all(draft.minutes is None or 1 <= draft.minutes <= 960 for draft in choice)


def told(understood: Understanding) -> object:
    """What is understood, without what is quoted from the text: some names are known by their capital only."""

    def facts(draft: Draft) -> object:
        people = None if draft.names else draft.people
        return draft.minutes, draft.date, draft.activity, draft.group, people, draft.person

    return understood.meaning, understood.ask and understood.ask.reason, [facts(d) for d in understood.drafts]


def names_people(understood: Understanding) -> bool:
    """Whether somebody unknown is named: that a word is a name is told by its capital, which is to be kept there."""
    attendance, ask = understood.attendance, understood.ask
    named = any(draft.names for draft in understood.drafts) or (attendance is not None and bool(attendance.names))
    return named or (ask is not None and ask.reason in (Reason.WHO, Reason.ONE_BY_ONE))


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789" else c for c in text)


@ordinary
@given(st.sampled_from(MESSAGES), moments)
def test_case_spaces_digits_and_emoji_around_it_make_no_difference(text: str, now: datetime) -> None:
    plain = told(understand(text, now))
    if not names_people(understand(text, now)):
        assert told(understand(text.upper().lower(), now)) == plain
        assert told(understand(text.swapcase(), now)) == plain
    assert told(understand(f"  {text.replace(' ', '   ')} ", now)) == plain
    assert told(understand(full_width(text), now)) == plain
    assert told(understand(f"🌻 {text} 😀👍", now)) == plain


WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("oktober", "november")


def hours(minutes: int) -> list[str]:
    """Ways of writing an amount."""
    whole, rest = divmod(minutes, 60)
    ways = [f"{minutes} min", f"{minutes} minuten"]
    if whole:
        ways += [f"{whole}u{rest:02}", f"{whole} uur en {rest} minuten" if rest else f"{whole} uur"]
        if rest == 30:
            ways += [f"{whole},5 uur", f"{whole}½ uur", f"{whole}.5u"]
        if not rest:
            ways += [f"{whole}u", f"{whole}uur", f"{whole} hours"]
    return ways


def days(day: date, today: date) -> list[str]:
    """Ways of naming a day of the last month."""
    back = (today - day).days
    ways = [f"{day.day} {MONTHS[day.month - 10]}", day.isoformat(), f"{day:%d-%m-%Y}"]
    ways += {0: ["vandaag"], 1: ["gisteren", "yesterday"], 2: ["eergisteren"]}.get(back, [f"{back} dagen geleden"])
    if back < 7:
        ways.append(WEEKDAYS[day.weekday()])
    if 0 < back <= 7:
        ways.append(f"afgelopen {WEEKDAYS[day.weekday()]}")
    return ways


TEMPLATES = (
    "{amount} {group} {day}",
    "{day} {amount} {group}",
    "{group} {day} {amount}",
    "{group}: {amount}, {day}",
    "Ik heb {day} {amount} geholpen bij de {group}.",
    "{day} heb ik {amount} gewerkt bij {group}",
    "wil je {amount} {group} noteren voor {day}",
    "hallo, {amount} {group} {day}, groetjes",
)


@ordinary
@given(st.data())
def test_what_is_said_in_any_way_is_understood_back(data: st.DataObject) -> None:
    now = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)
    minutes = data.draw(st.integers(1, 192)) * 5
    day = now.date() - timedelta(days=data.draw(st.integers(0, 30)))
    name, key = data.draw(st.sampled_from(sorted(GROUPS.items())))
    text = data.draw(st.sampled_from(TEMPLATES)).format(
        amount=data.draw(st.sampled_from(hours(minutes))),
        day=data.draw(st.sampled_from(days(day, now.date()))),
        group=name,
    )
    understood = understand(text, now, ROOM)
    assert understood.meaning is Meaning.LOG, text
    assert [(d.minutes, d.date, d.group) for d in understood.drafts] == [(minutes, day, key)], text
