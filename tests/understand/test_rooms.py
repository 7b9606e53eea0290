"""The words of a room, and what a message tells beside hours: people, klussen, changes, topics, ends of breaks."""

from datetime import date, datetime, time

import pytest

from language.understand import understand
from language.understand.meaning import (
    Attendance,
    Change,
    Draft,
    GroupWords,
    Meaning,
    PersonWords,
    Reason,
    Understanding,
    Vocabulary,
)
from tests.understand.corpus import ZONE

NOW = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)
ROOM = Vocabulary(
    groups=(
        GroupWords("1", "koken", ("Kookgroep TOP", "wereldkeuken")),
        GroupWords("2", "tuin", ("De Groene Vingers",)),
        GroupWords("3", "tuin", ("Geveltuintjes",)),
        GroupWords("4", None, ("Bridgeclub",)),
    ),
    people=(PersonWords(7, ("Noor",)), PersonWords(8, ("Fatima B", "Fatima"))),
    learned=(("bloemschikken", "4"), ("plantjesdag", "tuin")),
)


def read(text: str, vocabulary: Vocabulary = ROOM) -> Understanding:
    return understand(text, NOW, vocabulary)


def only_draft(text: str) -> Draft:
    understood = read(text)
    assert understood.meaning is Meaning.LOG, understood
    (draft,) = understood.drafts
    return draft


@pytest.mark.parametrize(
    ("text", "group", "activity"),
    [
        ("3 uur wereldkeuken", "1", "koken"),
        ("3 uur werldkeuken", "1", "koken"),
        ("2 uur kookgroep top", "1", "koken"),
        ("2 uur gekookt", "1", "koken"),
        ("2 uur groene vingers", "2", "tuin"),
        ("2 uur in de tuin", None, "tuin"),
        ("2 uur bridgeclub", "4", None),
        ("2 uur bloemschikken", "4", None),
        ("2 uur plantjesdag", None, "tuin"),
        ("2 uur taalles", None, "taal"),
    ],
)
def test_a_group_is_known_by_its_names_and_its_activity(text: str, group: str | None, activity: str | None) -> None:
    draft = only_draft(text)
    assert (draft.group, draft.activity) == (group, activity)


def test_a_word_that_the_room_does_not_know_is_handed_on() -> None:
    understood = read("2 uur zwemmen")
    assert (understood.meaning, understood.unknown) == (Meaning.LOG, "zwemmen")
    assert understood.drafts[0].activity is None
    assert read("2 uur bloemschikken").unknown is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Noor 3 uur kookgroep", 7),
        ("voor Noor 2 uur tuin", 7),
        ("Fatima 2 uur tuin gisteren", 8),
        ("Noor heeft 2 uur gekookt", 7),
        ("wil je voor Fatima 2 uur koken noteren", 8),
        ("met Noor 2 uur gekookt", None),
        ("ik heb 2 uur met Noor gekookt", None),
        ("2 uur gekookt. Groetjes, Noor", None),
        ("hoi Noor hier, 2 uur tuin", None),
        ("uren Noor: 2 uur tuin", 7),
        ("2 uur tuin - Noor", 7),
        ("2 uur tuin, Noor", 7),
        ("2 uur tuin. Noor", None),
        ("Noor geholpen met haar formulieren, 1 uur", None),
        ("1 uur Noor geholpen", None),
        ("Noor haar lamp opgehangen, 1 uur", None),
        ("Noor haar 2 uur tuin", 7),
        ("Noor was ziek. 2 uur inloop gedaan", None),
        ("zonder Noor 3 uur gekookt", None),
        ("2 uur inloop gedaan, ingevallen voor Noor", None),
    ],
)
def test_hours_are_of_the_person_who_is_named_as_the_doer(text: str, person: int | None) -> None:
    assert only_draft(text).person == person


def test_who_worked_along_is_named() -> None:
    assert only_draft("met Noor en Fatima 2 uur gekookt").names == ("Noor", "Fatima")


@pytest.mark.parametrize(
    ("text", "names", "people"),
    [
        ("met Ahmed, Piet en Joyce 2 uur tuin", ("Ahmed", "Piet", "Joyce"), 4),
        ("Joyce, Bilal en ik 2 uur geklust", ("Joyce", "Bilal"), 3),
        ("wij waren met 4: Ahmed, Joyce, Els en ik, 2 uur", ("Ahmed", "Joyce", "Els"), 4),
        ("met Joyce 2 uur tuin", ("Joyce",), None),
        ("met fatima b en Jan de Wit 2 uur koken", ("fatima b", "Jan de Wit"), 3),
        ("met Joyce M, Bilal K en 2 anderen 3 uur tuin", ("Joyce M", "Bilal K"), 5),
        ("wij waren met z'n vieren 2 uur in de tuin", (), 4),
        ("met verf en kwast 2 uur geschilderd", (), None),
        ("met Kerst 3 uur gekookt", (), None),
    ],
)
def test_names_are_taken_as_written_and_counted_with_the_writer(
    text: str, names: tuple[str, ...], people: int | None
) -> None:
    draft = only_draft(text)
    assert (draft.names, draft.people) == (names, people)


def test_the_hours_of_several_others_are_asked_with_their_names() -> None:
    understood = read("Joyce en Bilal 2 uur tuin")
    assert understood.ask is not None
    assert understood.ask.reason is Reason.ONE_BY_ONE
    assert understood.drafts[0].names == ("Joyce", "Bilal")


def test_long_hours_of_two_together_are_asked_with_both_readings() -> None:
    ask = read("samen met Joyce 6 uur schoongemaakt").ask
    assert ask is not None
    assert ask.reason is Reason.EACH_OR_TOTAL
    assert [choice[0].minutes for choice in ask.choices] == [360, 180]


def test_guests_are_told_beside_hours() -> None:
    understood = read("gisteren 3 uur wereldkeuken, 14 gasten, 3 nieuw")
    assert understood.meaning is Meaning.LOG
    assert understood.attendance == Attendance(heads=14, new=3, date=date(2026, 11, 24), activity="koken", group="1")
    assert read("3 uur wereldkeuken voor 14 mensen").attendance is None


@pytest.mark.parametrize(
    ("text", "names", "heads"),
    [
        ("bridgeclub: Joyce, Bilal en 3 anderen", ("Joyce", "Bilal"), 5),
        ("bridgeclub: Fatima B. 2, Joyce", ("Fatima B. 2", "Joyce"), 2),
        ("bij de bridgeclub waren Joyce de Vries en mw. Smit", ("Joyce de Vries", "mw. Smit"), 2),
    ],
)
def test_who_came_is_taken_as_written(text: str, names: tuple[str, ...], heads: int) -> None:
    told = read(text).attendance
    assert told is not None
    assert (told.group, told.names, told.heads) == ("4", names, heads)


@pytest.mark.parametrize(
    ("text", "organisation", "place"),
    [
        ("klus: schutting verven bij Portaal-flat Rijnlaan 4", "Portaal", "Portaal-flat Rijnlaan 4"),
        ("klus bo-ex: deur klemt Rijnlaan 8", "Bo-Ex", "Rijnlaan 8"),
        ("er is een raam kapot bij Henk", None, "Henk"),
    ],
)
def test_a_klus_names_the_organisation_of_the_room(text: str, organisation: str | None, place: str) -> None:
    understood = read(text, Vocabulary(organisations=("Portaal", "Bo-Ex")))
    assert understood.meaning is Meaning.KLUS_REQUEST
    assert (understood.organisation, understood.drafts[0].place) == (organisation, place)


@pytest.mark.parametrize("text", ["klaar, 45 min, Portaal", "klus klaar, 45 min, Portaal", "klaar 45 min portaal"])
def test_a_klus_that_is_done_names_the_organisation_behind_its_time(text: str) -> None:
    understood = read(text, Vocabulary(organisations=("Portaal", "Bo-Ex")))
    assert (understood.meaning, understood.organisation) == (Meaning.FINISHED, "Portaal")
    assert [draft.minutes for draft in understood.drafts] == [45]


@pytest.mark.parametrize(
    "text",
    [
        "Joyce gisteren 2 uur groene vingers",
        "2 uur wereldkeuken Joyce",
        "2 uur bridgeclub joyce",
        "de bridgeclub speelde 2 uur",
    ],
)
def test_hours_in_a_group_of_the_room_are_asked_where_another_may_have_worked(text: str) -> None:
    ask = read(text).ask
    assert ask is not None
    assert ask.reason is Reason.WHO


@pytest.mark.parametrize("text", ["ik heb 2 uur gewacht bij de bridgeclub", "2 uur genoten van de groene vingers"])
def test_waiting_and_enjoying_are_no_hours_though_a_group_is_named(text: str) -> None:
    assert read(text).meaning is Meaning.INFO


@pytest.mark.parametrize("text", ["mijn man heeft 2 uur gekookt", "Ahmed 2 uur tuin", "hij was er 2 uur"])
def test_hours_of_somebody_who_is_not_known_are_asked(text: str) -> None:
    ask = read(text).ask
    assert ask is not None
    assert ask.reason is Reason.WHO


@pytest.mark.parametrize(
    ("text", "klus", "place"),
    [
        ("kraan gemaakt bij mw. de Vries, 45 min", "kraan gemaakt", "mw. de Vries"),
        ("gisteren 4 stopcontacten vervangen, 2 uur", "4 stopcontacten vervangen", None),
        ("kastje in elkaar gezet voor meneer Yilmaz, anderhalf uur", "kastje in elkaar gezet", "meneer Yilmaz"),
        ("2 uur klussendienst", None, None),
    ],
)
def test_a_klus_is_told_in_the_writers_words(text: str, klus: str | None, place: str | None) -> None:
    draft = only_draft(text)
    assert (draft.activity, draft.klus, draft.place) == ("klussen", klus, place)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("nee, 2,5", Change(minutes=150)),
        ("nee, 2 uur", Change(minutes=120)),
        ("het was dinsdag", Change(date=date(2026, 11, 24))),
        ("klopt niet, het was taal geen tuin", Change(activity="taal", was_activity="tuin")),
        ("nee, wereldkeuken", Change(activity="koken", group="1")),
        ("niet 3 uur maar 2 uur", Change(minutes=120, was_minutes=180)),
        ("3 uur moet 2 uur zijn", Change(minutes=120, was_minutes=180)),
        ("van 3 uur naar 1,5 uur aanpassen", Change(minutes=90, was_minutes=180)),
        ("ik had maandag gezegd maar het was dinsdag", Change(date=date(2026, 11, 24), was_date=date(2026, 11, 23))),
        ("nee, van 10 tot 12", Change(minutes=120, starts=time(10), ends=time(12))),
    ],
)
def test_a_correction_tells_what_changes(text: str, change: Change) -> None:
    understood = read(text)
    assert understood.meaning is Meaning.CORRECTION
    assert understood.change == change


def test_a_correction_with_a_bare_number_asks_what_it_counts() -> None:
    understood = read("nee, 2")
    assert understood.meaning is Meaning.CORRECTION
    assert understood.ask is not None
    assert understood.ask.reason is Reason.WHICH_AMOUNT
    assert [choice[0].minutes for choice in understood.ask.choices] == [120]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hoeveel vrijwilligers zijn er?", "volunteers"),
        ("hoeveel vrijwilligersuren heb ik?", "hours"),
        ("hoeveel uur heb ik?", "hours"),
        ("wat staat er voor gisteren?", "entries"),
        ("zijn er nog klussen?", "klussen"),
        ("welke groepen zijn er?", "groups"),
        ("hoe laat is de inloop open?", "opening"),
        ("hoe log ik mijn uren?", "logging"),
        ("ben jij een robot?", "bot"),
        ("wat eten we?", None),
    ],
)
def test_a_question_has_its_topic(text: str, topic: str | None) -> None:
    understood = read(text)
    assert (understood.meaning, understood.topic) == (Meaning.QUESTION, topic)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("met vakantie tot 3 januari", date(2027, 1, 3)),
        ("ik ben op vakantie t/m 15 december", date(2026, 12, 15)),
        ("even pauze", None),
    ],
)
def test_a_break_has_its_end(text: str, until: date | None) -> None:
    understood = read(text)
    assert (understood.meaning, understood.until) == (Meaning.PAUSE, until)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("gisteren", Draft(date=date(2026, 11, 24))),
        ("wereldkeuken", Draft(activity="koken", group="1")),
        ("gisteren gekookt", Draft(date=date(2026, 11, 24), activity="koken", group="1")),
    ],
)
def test_part_of_an_entry_is_kept_for_an_open_question(text: str, known: Draft) -> None:
    assert read(text).drafts == (known,)


def test_choices_hold_the_readings_to_pick_from() -> None:
    ask = read("2 of 3 uur wereldkeuken gisteren").ask
    assert ask is not None
    assert [[(d.minutes, d.date, d.group) for d in choice] for choice in ask.choices] == [
        [(120, date(2026, 11, 24), "1")],
        [(180, date(2026, 11, 24), "1")],
    ]
    each = read("maandag en dinsdag 4 uur wereldkeuken").ask
    assert each is not None
    assert [[d.minutes for d in choice] for choice in each.choices] == [[240, 240], [120, 120]]


def test_a_range_keeps_its_clock_times() -> None:
    draft = only_draft("vanmiddag van 2 tot half 5 gekookt")
    assert (draft.starts, draft.ends, draft.minutes) == (time(14), time(16, 30), 150)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        understand("2 uur", datetime(2026, 11, 25, 20, 15))  # noqa: DTZ001 (this is what is refused)
