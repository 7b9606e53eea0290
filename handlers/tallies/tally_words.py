"""Tallies in words: "doorverwijzing 14, naar buurtteam, dinsdag 3 maart"."""

from collections.abc import Sequence

from markupsafe import Markup
from sqlmodel import Session

from language.say.voice import Voice
from language.understand.meaning import TallyKind
from storage import tallies
from storage.tables import TallyVersion

WITH_ORGANISATION = (TallyKind.AGENCY, TallyKind.PARTNER)
"""Cases that name an organisation."""


def kind_label(voice: Voice, kind: str) -> str:
    """What such a case is called, short enough for a button: "Doorverwijzing"."""
    return voice.label(f"tally-kind-{kind}")


def tally_words(session: Session, voice: Voice, version: TallyVersion) -> Markup:
    """A case in a sentence."""
    words = [voice.say("tally", kind=_noun(voice, version.kind), number=str(tallies.number_of(session, version)))]
    if version.organisation:
        words.append(Markup("{}").format(version.organisation))
    if version.counted_before:
        words.append(voice.say("tally-counted-before"))
    words.append(Markup("{}").format(voice.day(version.date)))
    if version.takes_part_since is not None:
        words.append(voice.say("tally-takes-part", day=voice.day(version.takes_part_since)))
    return Markup(", ").join(words)


def tally_label(session: Session, voice: Voice, version: TallyVersion) -> str:
    """A case on a button: "Doorverwijzing 14"."""
    number = str(tallies.number_of(session, version))
    return voice.label("button-tally", kind=kind_label(voice, version.kind), number=number)


def counts_words(voice: Voice, versions: Sequence[TallyVersion]) -> list[Markup]:
    """How many of each kind, one line a kind that occurs."""
    lines = []
    for kind in TallyKind:
        of_kind = [version for version in versions if version.kind == kind]
        if of_kind:
            lines.append(voice.say("tally-count", kind=kind_label(voice, kind), count=len(of_kind)))
    return lines


def _noun(voice: Voice, kind: str) -> str:
    return kind_label(voice, kind).lower()
