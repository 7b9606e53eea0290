"""What people send that is no text, as the Bot API shows it."""

from typing import Any


def _file(name: str, **more: Any) -> dict[str, Any]:
    return {"file_id": f"{name}-of-a-person", "file_unique_id": f"{name}-unique", "file_size": 2048} | more


_PLACE = {"latitude": 52.0907, "longitude": 5.1214}
_CLIP = _file("clip", width=320, height=240, duration=4, mime_type="video/mp4")

MEDIA: dict[str, dict[str, Any]] = {
    "photo": {"photo": [_file("small", width=90, height=67), _file("large", width=800, height=600)]},
    "sticker": {
        "sticker": _file(
            "sticker", type="regular", width=512, height=512, is_animated=False, is_video=False, emoji="👍"
        )
    },
    "voice": {"voice": _file("voice", duration=7, mime_type="audio/ogg")},
    "audio": {"audio": _file("audio", duration=180, title="Recording", mime_type="audio/mp4")},
    "video": {"video": _CLIP},
    "video_note": {"video_note": _file("note", length=240, duration=5)},
    "animation": {"animation": _CLIP, "document": _file("clip", mime_type="video/mp4")},
    "document": {"document": _file("document", file_name="urenlijst.pdf", mime_type="application/pdf")},
    "location": {"location": _PLACE},
    "venue": {"venue": {"location": _PLACE, "title": "Buurthuis", "address": "Dorpsstraat 1"}, "location": _PLACE},
    "contact": {"contact": {"phone_number": "+31600000000", "first_name": "Fatima"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "77",
            "question": "Wanneer?",
            "options": [
                {"text": "Maandag", "voter_count": 0, "persistent_id": "0"},
                {"text": "Dinsdag", "voter_count": 0, "persistent_id": "1"},
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    },
}
