"""Updates as Telegram sends them, labelled, with what they mean to the bot (``None``: nothing).

The expected fields are those that differ from USUAL.
"""

from datetime import UTC, datetime
from typing import Any

from handlers.messages import Kind

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)
USERNAME = "KamerTestBot"

_DATE, _EDITED = 1773342900, 1773343200
SENT_AT = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
EDITED_AT = datetime(2026, 3, 12, 19, 20, tzinfo=UTC)

USUAL: dict[str, Any] = {
    "channel": "telegram",
    "id": "870000001",
    "account": "700001",
    "chat": "700001",
    "sent_at": SENT_AT,
    "kind": Kind.TEXT,
    "text": "",
    "message": "41",
    "sender_name": "Noor de Vries",
    "language": "nl",
}

_NOOR = {
    "id": 700001,
    "is_bot": False,
    "first_name": "Noor",
    "last_name": "de Vries",
    "username": "noor",
    "language_code": "nl",
}
_BOT = {"id": 4839574812, "is_bot": True, "first_name": "Kamerbot", "username": "KamerTestBot"}
_ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
_PRIVATE = {"id": 700001, "first_name": "Noor", "last_name": "de Vries", "username": "noor", "type": "private"}
_GROUP = {"id": -4000001, "title": "Kookgroep", "type": "group", "all_members_are_administrators": True}
_SUPERGROUP = {"id": -1001234567890, "title": "Tuingroep", "type": "supergroup", "is_forum": True}
_CHANNEL = {"id": -1009876543210, "title": "Nieuws van de buurt", "type": "channel"}
_FILE = {"file_id": "AgACAgQAAxkB", "file_unique_id": "AQADr7Ex", "file_size": 1204}
_PLACE = {"latitude": 52.0907, "longitude": 5.1214}

Case = tuple[str, dict[str, Any], dict[str, Any] | None]


def _message(*, kind: str = "message", by: dict[str, Any] | None = _NOOR, **more: Any) -> dict[str, Any]:
    message = {"message_id": 41, "from": by, "chat": _PRIVATE, "date": _DATE} | more
    return {"update_id": 870000001, kind: {key: value for key, value in message.items() if value is not None}}


def _echo(**more: Any) -> dict[str, Any]:
    return {"message_id": 40, "from": _BOT, "chat": _PRIVATE, "date": _DATE - 60} | more


def _press(**more: Any) -> dict[str, Any]:
    query = {"id": "3006", "from": _NOOR, "chat_instance": "-77", "data": "entry:12:wrong"} | more
    return {"update_id": 870000001, "callback_query": query}


def _membership(chat: dict[str, Any], old: dict[str, Any], new: dict[str, Any], by: dict[str, Any] = _NOOR) -> Any:
    change = {"chat": chat, "from": by, "date": _DATE}
    members = {"old_chat_member": {"user": _BOT} | old, "new_chat_member": {"user": _BOT} | new}
    return {"update_id": 870000001, "my_chat_member": change | members}


_MEMBER, _LEFT = {"status": "member"}, {"status": "left"}
_KICKED = {"status": "kicked", "until_date": 0}
_RIGHTS = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)
_ADMINISTRATOR = {"status": "administrator"} | _RIGHTS
_IN_GROUP = {"chat": "-4000001", "group_chat": True}
_TO_BOT = _IN_GROUP | {"addressed": True}
_NOBODY = {"account": "", "sender_name": "", "language": "", "anonymous": True}
_MEMBERSHIP = {"text": "", "message": ""}

TEXTS: list[Case] = [
    ("a text", _message(text="3 uur kookgroep gisteren"), {"text": "3 uur kookgroep gisteren"}),
    (
        "a text with characters of HTML",
        _message(text="<b>3</b> uur & meer"),
        {"text": "<b>3</b> uur & meer"},
    ),
    (
        "a start by a link",
        _message(text="/start abc-_9", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
        {"text": "/start abc-_9"},
    ),
    (
        "a sender with one name and no language",
        _message(text="hoi", by={"id": 700001, "is_bot": False, "first_name": "Noor"}),
        {"text": "hoi", "sender_name": "Noor", "language": ""},
    ),
    (
        "a text in another language",
        _message(text="3 hours", by=_NOOR | {"language_code": "en-GB"}),
        {"text": "3 hours", "language": "en-GB"},
    ),
    (
        "an edited text: the time of the edit, the message's own id",
        _message(kind="edited_message", text="2 uur", edit_date=_EDITED),
        {"text": "2 uur", "edited": True, "sent_at": EDITED_AT},
    ),
    (
        "a reply to a message of the bot",
        _message(text="nee, 2 uur", reply_to_message=_echo(text="Genoteerd: 3 uur kookgroep.")),
        {"text": "nee, 2 uur", "replies_to": "40", "replies_to_text": "Genoteerd: 3 uur kookgroep."},
    ),
    (
        "a reply to a picture",
        _message(
            text="wat is dit", reply_to_message=_echo(caption="Je jaar", photo=[_FILE | {"width": 90, "height": 60}])
        ),
        {"text": "wat is dit", "replies_to": "40", "replies_to_text": "Je jaar"},
    ),
    (
        "a reply that quotes a part",
        _message(
            text="2 uur",
            reply_to_message=_echo(text="1. kook 3 uur\n2. tuin 1 uur"),
            quote={"text": "2. tuin 1 uur", "position": 14, "is_manual": True},
        ),
        {"text": "2 uur", "replies_to": "40", "replies_to_text": "2. tuin 1 uur"},
    ),
    (
        "a forwarded message",
        _message(
            text="3 uur",
            forward_origin={"type": "hidden_user", "sender_user_name": "Ali", "date": _DATE - 900},
        ),
        {"text": "3 uur", "forwarded": True},
    ),
    (
        "a message forwarded from a channel",
        _message(
            text="Open dag",
            forward_origin={"type": "channel", "chat": _CHANNEL, "message_id": 9, "date": _DATE - 900},
        ),
        {"text": "Open dag", "forwarded": True},
    ),
]

OTHER_KINDS: list[Case] = [
    (
        "a photo with a caption",
        _message(photo=[_FILE | {"width": 90, "height": 67}], caption="3 uur tuin"),
        {"kind": Kind.PHOTO, "text": "3 uur tuin", "photo": "AgACAgQAAxkB"},
    ),
    (
        "a photo without: the largest of its sizes",
        _message(
            photo=[_FILE | {"width": 90, "height": 67}, _FILE | {"file_id": "AgACmore", "width": 900, "height": 670}]
        ),
        {"kind": Kind.PHOTO, "photo": "AgACmore"},
    ),
    (
        "an edited caption",
        _message(
            kind="edited_message", photo=[_FILE | {"width": 90, "height": 67}], caption="2 uur", edit_date=_EDITED
        ),
        {"kind": Kind.PHOTO, "text": "2 uur", "edited": True, "sent_at": EDITED_AT, "photo": "AgACAgQAAxkB"},
    ),
    (
        "a sticker",
        _message(
            sticker=_FILE | {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        ),
        {"kind": Kind.STICKER},
    ),
    ("a voice message", _message(voice=_FILE | {"duration": 4, "mime_type": "audio/ogg"}), {"kind": Kind.VOICE}),
    ("a sound file", _message(audio=_FILE | {"duration": 4, "mime_type": "audio/mp4"}), {"kind": Kind.VOICE}),
    ("a video", _message(video=_FILE | {"width": 3, "height": 2, "duration": 4}), {"kind": Kind.VIDEO}),
    ("a round video", _message(video_note=_FILE | {"length": 240, "duration": 4}), {"kind": Kind.VIDEO}),
    (
        "a moving picture, which is sent as a document too",
        _message(animation=_FILE | {"width": 3, "height": 2, "duration": 4}, document=_FILE),
        {"kind": Kind.VIDEO},
    ),
    (
        "a document",
        _message(document=_FILE | {"file_name": "uren.xlsx"}, caption="mijn uren"),
        {"kind": Kind.FILE, "text": "mijn uren"},
    ),
    ("a location", _message(location=_PLACE), {"kind": Kind.LOCATION}),
    (
        "a venue",
        _message(location=_PLACE, venue={"location": _PLACE, "title": "TOP", "address": "Straat 1"}),
        {"kind": Kind.LOCATION},
    ),
    ("a contact", _message(contact={"phone_number": "+31600000000", "first_name": "Ali"}), {"kind": Kind.CONTACT}),
    ("a die", _message(dice={"emoji": "🎲", "value": 4}), {"kind": Kind.OTHER}),
    (
        "a poll",
        _message(
            poll={
                "id": "7",
                "question": "Wanneer?",
                "options": [{"text": "Nu", "voter_count": 0, "persistent_id": "0"}],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": True,
                "members_only": False,
            }
        ),
        {"kind": Kind.OTHER},
    ),
    ("a story", _message(story={"id": 3, "chat": _PRIVATE}), {"kind": Kind.OTHER}),
]

PRESSES: list[Case] = [
    (
        "a press: the time of receipt, the message that bears the button",
        _press(message=_echo(text="Genoteerd.")),
        {
            "kind": Kind.BUTTON,
            "text": "entry:12:wrong",
            "message": "",
            "replies_to": "40",
            "replies_to_text": "Genoteerd.",
            "sent_at": NOW,
        },
    ),
    (
        "a press on a message that Telegram has forgotten",
        _press(message={"message_id": 40, "chat": _PRIVATE, "date": 0}),
        {"kind": Kind.BUTTON, "text": "entry:12:wrong", "message": "", "replies_to": "40", "sent_at": NOW},
    ),
    (
        "a press in a group: by whom it was",
        _press(message=_echo(text="Wie doet het?") | {"chat": _GROUP}),
        {
            "kind": Kind.BUTTON,
            "text": "entry:12:wrong",
            "message": "",
            "replies_to": "40",
            "replies_to_text": "Wie doet het?",
            "sent_at": NOW,
        }
        | _IN_GROUP,
    ),
    ("a press on a message sent through inline mode", _press(inline_message_id="AAAA"), None),
]

MEMBERSHIPS: list[Case] = [
    ("blocked", _membership(_PRIVATE, _MEMBER, _KICKED), _MEMBERSHIP | {"kind": Kind.BLOCKED}),
    ("unblocked", _membership(_PRIVATE, _KICKED, _MEMBER), _MEMBERSHIP | {"kind": Kind.UNBLOCKED}),
    (
        "taken into a group",
        _membership(_GROUP, _LEFT, _MEMBER),
        _MEMBERSHIP | _IN_GROUP | {"kind": Kind.UNBLOCKED},
    ),
    ("put out of a group", _membership(_GROUP, _MEMBER, _KICKED), _MEMBERSHIP | _IN_GROUP | {"kind": Kind.BLOCKED}),
    ("made an administrator, which changes nothing here", _membership(_GROUP, _MEMBER, _ADMINISTRATOR), None),
    ("taken into a channel", _membership(_CHANNEL, _LEFT, _ADMINISTRATOR), None),
    (
        "put out of a group by an anonymous admin",
        _membership(_GROUP, _MEMBER, _LEFT, by=_ANONYMOUS),
        _MEMBERSHIP | _IN_GROUP | _NOBODY | {"kind": Kind.BLOCKED},
    ),
]

GROUPS: list[Case] = [
    ("a command in a group", _message(chat=_GROUP, text="/uren 3"), {"text": "/uren 3"} | _TO_BOT),
    (
        "a command with the bot's name, in other capitals",
        _message(chat=_GROUP, text="/uren@kamertestbot 3 uur"),
        {"text": "/uren 3 uur"} | _TO_BOT,
    ),
    ("a command for another bot", _message(chat=_GROUP, text="/weer@WeerBot morgen"), None),
    (
        "a mention in front",
        _message(chat=_GROUP, text="@KamerTestBot, 3 uur koken"),
        {"text": "3 uur koken"} | _TO_BOT,
    ),
    (
        "a mention at the end",
        _message(chat=_GROUP, text="3 uur koken @KamerTestBot"),
        {"text": "3 uur koken"} | _TO_BOT,
    ),
    (
        "a name that only begins like the bot's, and an address",
        _message(chat=_GROUP, text="@KamerTestBot2 mail a@KamerTestBot"),
        {"text": "@KamerTestBot2 mail a@KamerTestBot"} | _IN_GROUP,
    ),
    (
        "a message in a topic of a supergroup replies to nothing",
        _message(
            chat=_SUPERGROUP,
            text="3 uur",
            is_topic_message=True,
            message_thread_id=12,
            reply_to_message=_echo(forum_topic_created={"name": "Uren", "icon_color": 7322096})
            | {"chat": _SUPERGROUP, "message_id": 12},
        ),
        {"text": "3 uur", "chat": "-1001234567890", "group_chat": True},
    ),
    ("said among each other", _message(chat=_GROUP, text="wie komt er?"), {"text": "wie komt er?"} | _IN_GROUP),
    (
        "a reply to the bot",
        _message(chat=_GROUP, text="nee, 2 uur", reply_to_message=_echo(text="Genoteerd.") | {"chat": _GROUP}),
        {"text": "nee, 2 uur", "replies_to": "40", "replies_to_text": "Genoteerd."} | _TO_BOT,
    ),
    (
        "a reply to a neighbour",
        _message(chat=_GROUP, text="ik ook", reply_to_message=_echo(text="2 uur tuin") | {"from": _NOOR}),
        {"text": "ik ook", "replies_to": "40", "replies_to_text": "2 uur tuin"} | _IN_GROUP,
    ),
    ("an anonymous admin", _message(chat=_GROUP, text="3 uur", sender_chat=_GROUP, by=_ANONYMOUS), None),
    (
        "an anonymous admin's command",
        _message(chat=_GROUP, text="/koppel", sender_chat=_GROUP, by=_ANONYMOUS),
        {"text": "/koppel"} | _TO_BOT | _NOBODY,
    ),
    (
        "somebody who speaks to the bot in the name of a channel",
        _message(chat=_SUPERGROUP, text="@KamerTestBot 3 uur", sender_chat=_CHANNEL, by=_ANONYMOUS),
        {"text": "3 uur", "chat": "-1001234567890", "group_chat": True, "addressed": True} | _NOBODY,
    ),
    ("another bot", _message(chat=_GROUP, text="hoi", by=_BOT | {"id": 5, "username": "WeerBot"}), None),
    (
        "a post of the linked channel",
        _message(
            chat=_SUPERGROUP,
            text="Nieuws",
            sender_chat=_CHANNEL,
            is_automatic_forward=True,
            by={"id": 777000, "is_bot": False, "first_name": "Telegram"},
        ),
        None,
    ),
    ("somebody came", _message(chat=_GROUP, new_chat_members=[_NOOR]), None),
    ("a new title", _message(chat=_GROUP, new_chat_title="Koken"), None),
    ("a group that became a supergroup", _message(chat=_GROUP, migrate_to_chat_id=-1001234567890), None),
]

NOTHING: list[Case] = [
    (
        "somebody who shares where they walk: each step is an edit",
        _message(kind="edited_message", location=_PLACE | {"live_period": 900}, edit_date=_EDITED),
        None,
    ),
    ("a post in a channel", _message(kind="channel_post", chat=_CHANNEL, text="Nieuws", by=None), None),
    ("a pinned message", _message(pinned_message=_echo(text="Welkom")), None),
    (
        "a kind of update that the bot did not ask for",
        {
            "update_id": 870000001,
            "poll": {
                "id": "7",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": True,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": True,
                "members_only": False,
            },
        },
        None,
    ),
    ("a message of a kind that is not known yet", _message(hologram={"file_id": "x"}), None),
]

CASES = [*TEXTS, *OTHER_KINDS, *PRESSES, *MEMBERSHIPS, *GROUPS, *NOTHING]
