"""The poster of a survey: for who has no account, and for partners."""

from handlers.joining.invite_link import start_command
from language.say.voice import Voice
from reports.invite_poster import InvitePoster
from storage.surveys import QUESTIONS
from storage.tables import Room, SurveyRound


def survey_poster(voice: Voice, room: Room, row: SurveyRound, link: str) -> InvitePoster:
    """What to set on the poster; without a link it asks to send the code by hand."""
    words = voice.label
    steps = ("poster-step-scan", "poster-step-open") if link else ("poster-step-bot", "poster-step-send")
    return InvitePoster(
        file_name=f"enquete-{room.slug}",
        description=words("survey-poster-alt", room=room.name),
        language=voice.language,
        made_on=voice.today,
        room=words("poster-room", room=room.name),
        headline=words("survey-poster-headline", room=room.name),
        role=words(f"survey-poster-whom-{row.audience}", count=len(QUESTIONS[row.audience])),
        steps=tuple(words(step) for step in (*steps, "survey-poster-step")),
        link=link or start_command(row.code),
        code_title=words("poster-code-title" if link else "poster-code-title-no-link"),
        command=start_command(row.code),
        valid_until=words("survey-poster-until", day=voice.day(row.ends_on)),
    )
