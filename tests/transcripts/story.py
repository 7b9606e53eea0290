"""A story on paper: reading it into steps, and writing what the bot says back into it.

# a title, and any remark
! kamer TOP: kookgroep (koken), tuingroep (tuin)        what there is before it begins
! vrijwilliger Noor   ! groepstrekker Ahmed kookgroep   ! coördinator Els   (each on a line of its own)
! zonder-chat Piet Bakker groep=tuingroep               a paper volunteer
! afspraak TOP 2026 8000                                hours of volunteers
! afspraak TOP 2026 8000 klussen=60 active_groups>10    ... and targets: at least 60, more than 10
! instelling TOP reminder_after_days=10
@ do 2026-03-12 20:15                                   the clock; it rings
Noor> 3 uur kookgroep gisteren                          a message
Piet> /start ‹code›                                     with the newest invite that the bot showed anybody
Noor> [Klopt niet]                                      a press of the newest button with that label
Noor> [Klopt niet]^2                                    ... of the one before it
Piet> [Klopt niet] van Noor                             ... of a button on Noor's phone
Noor> (bewerkt) 2 uur kookgroep                         an edit of the newest own message, (bewerkt^2) the one before
Noor> (op "Genoteerd") nee, 2 uur                       a reply to the newest message that holds these words
Noor> (verstuurd 2026-03-09 20:15) 3 uur tuin           sent then, delivered now
Noor> (foto) (sticker) (spraak) (video) (locatie) (contact) (bestand) (anders) (doorgestuurd) (blokkeert) (deblokkeert)
Noor> (10000 tekens)  (leeg)
bot> what the bot answers the writer, [with] [its buttons]
bot>Els> what it tells somebody else; more lines of a message are indented
bot> a text with a picture that somebody sent {foto}
bot> ↻ what it puts in the place of the message whose button was pressed

! groepschat tuinchat                                   a group chat, of which the bot sees all that is said
! groepschat tuinchat ziet=weinig                       ... or only commands, mentions of @bot and replies to the bot
! groepschat tuinchat tuingroep                         ... that reports for a group
Noor in tuinchat> 2 uur tuin                            said in a group chat; all that is above can be done there too
Noor in tuinchat> @bot 2 uur tuin                       ... to the bot
Noor in tuinchat> (anoniem) /koppel                     ... in the name of the chat, as an anonymous admin does
Noor in tuinchat> (zet bot eruit)  (zet bot erin)  (maakt supergroep)
bot>tuinchat> what the bot says there
bot>tuinchat> {👍} 2 uur tuin                           a reaction on the message that holds these words
= Noor kookgroep 2026-03-11 150                         the books: all entries that stand, in any order; = niets
= klus 3 klaar lamp kapot: 2026-03-12 Noor, Piet (adres)  ... and all klussen that are not dropped or double
= opkomst eettafel 2026-03-03 18, 3 nieuw: Fatima B.    ... and who took part; the second of a day "2026-03-03 (2)"
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
INDENT = "    "

_CLOCK = re.compile(r"@ (\w\w) (\d{4}-\d\d-\d\d \d\d:\d\d)$")
_SAID = re.compile(r"(?P<who>[^\s>=@!#][^>]*)> ?(?P<what>.*)$")


@dataclass(slots=True)
class Step:
    """One thing that happens, and what is expected after it."""

    line: int
    kind: str
    """"given", "clock" or "said"."""
    who: str = ""
    chat: str = ""
    """The group chat in which it is said; empty is the person's own chat with the bot."""
    what: str = ""
    at: datetime | None = None
    heard: list[str] = field(default_factory=list)
    """What the bot is expected to say, each message one string as in the file."""
    books: list[str] | None = None


@dataclass(slots=True)
class Story:
    """A file of steps."""

    path: Path
    steps: list[Step]


class StoryError(ValueError):
    """A line that cannot be read; the message names the file and the line."""


def read(path: Path) -> Story:
    """Read a story. Raises StoryError."""
    steps: list[Step] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(INDENT):
            steps[-1].heard[-1] += "\n" + line
        elif line.startswith("bot>"):
            steps[-1].heard.append(line)
        elif line.startswith("="):
            books = steps[-1].books or []
            steps[-1].books = books if line.strip() == "= niets" else [*books, line]
        else:
            steps.append(_step(path, number, line))
    return Story(path, steps)


def _step(path: Path, number: int, line: str) -> Step:
    if line.startswith("! "):
        return Step(number, "given", what=line[2:].strip())
    if line.startswith("@"):
        clock = _CLOCK.match(line)
        if clock is None:
            raise StoryError(f"{path.name}:{number}: expected '@ do 2026-03-12 20:15'")
        at = datetime.strptime(clock[2], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
        if WEEKDAYS[at.weekday()] != clock[1]:
            raise StoryError(f"{path.name}:{number}: that day is a {WEEKDAYS[at.weekday()]}")
        return Step(number, "clock", at=at)
    said = _SAID.match(line)
    if said is None:
        raise StoryError(f"{path.name}:{number}: cannot be read: {line}")
    who, _, chat = said["who"].partition(" in ")
    return Step(number, "said", who=who, chat=chat, what=said["what"])


def rewrite(story: Story, heard: list[list[str]]) -> None:
    """Put what the bot really said in place of its lines."""
    after = {step.line: lines for step, lines in zip(story.steps, heard, strict=True)}
    written: list[str] = []
    for number, line in enumerate(story.path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(("bot>", INDENT)):
            continue
        written += [line, *after.get(number, [])]
    story.path.write_text("\n".join(written) + "\n", encoding="utf-8")
