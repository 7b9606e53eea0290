"""The link behind an invite. Which address leads to the bot is noted in the database when the bot starts."""

from sqlmodel import Session

from storage.runs import note

ADDRESS = "invite address"
"""The note that holds it, with {code} where the code goes: "https://t.me/kamerbot?start={code}"."""


def invite_link(session: Session, code: str) -> str:
    """The link that opens the bot with the invite; empty while no platform is connected."""
    address = note(session, ADDRESS)
    return address.replace("{code}", code) if address else ""


def start_command(code: str) -> str:
    """What somebody can send to the bot instead of following the link."""
    return f"/start {code}"
